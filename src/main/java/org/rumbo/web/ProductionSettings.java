package org.rumbo.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.file.Clamd;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Refuses to serve a network with settings that are missing or unsafe, and names all of them at once. */
class ProductionSettings implements BeanFactoryPostProcessor, PriorityOrdered {
    /** It stands in the instructions for trying out, so everybody knows it. */
    static final String TRY_OUT_SECRET = "try-out-secret-of-this-machine-only";

    /** The promise: a role that was taken away is gone after five minutes. */
    static final Duration SLOWEST_REFRESH = Duration.ofMinutes(5);

    private static final int SHORTEST_SECRET = 24;
    private static final int FEWEST_DIFFERENT = 10;
    private static final Set<String> HARMLESS_ENDPOINTS = Set.of("health", "info");

    /** The contact that stands in network.yml until somebody puts her own there. */
    private static final String EXAMPLE_SENDER = "rumbo@example.org";

    private final Environment environment;

    @Configuration(proxyBeanMethods = false)
    @Profile("prod | (!dev & !demo)")
    static class InProduction {
        @Bean
        static ProductionSettings productionSettings(Environment environment) {
            return new ProductionSettings(environment);
        }
    }

    ProductionSettings(Environment environment) {
        this.environment = environment;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** Comes before anything else is made, so that this is the message and not what fails because of it. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var unsafe = unsafe();
        if (!unsafe.isEmpty()) {
            throw new UnsafeSettings("Rumbo does not start, because these settings are missing or unsafe:\n  - "
                    + String.join("\n  - ", unsafe));
        }
    }

    List<String> unsafe() {
        var unsafe = new ArrayList<String>();
        profiles(unsafe);
        database(unsafe);
        issuer(unsafe);
        secret(unsafe);
        publicAddress(unsafe);
        cookies(unsafe);
        proxies(unsafe);
        refresh(unsafe);
        endpoints(unsafe);
        mail(unsafe);
        webhooks(unsafe);
        files(unsafe);
        sealing(unsafe);
        return unsafe;
    }

    private void webhooks(List<String> unsafe) {
        if (environment.getProperty("rumbo.webhooks.loopback", Boolean.class, false)) {
            unsafe.add(
                    "rumbo.webhooks.loopback: lets web hooks knock at this machine. It is for trying out; leave it out.");
        }
    }

    /** A key that is missing stops sealing alone; one that others read is nobody's any more. */
    private void sealing(List<String> unsafe) {
        var key = Path.of(text("rumbo.ledger.key"));
        if (Files.exists(key) && isReadByOthers(key)) {
            unsafe.add("rumbo.ledger.key: others than its owner can read " + key
                    + ". Take their rights away (chmod 600);" + " if they may have read it, begin a new origin.");
        }
        if (environment.getProperty("rumbo.ledger.make-key", Boolean.class, false)) {
            unsafe.add("rumbo.ledger.make-key: is for trying out. Leave it out, and make the key with \"ledger keys"
                    + " create\".");
        }
    }

    private static boolean isReadByOthers(Path file) {
        try {
            return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(file).stream()
                            .anyMatch(permission -> !permission.name().startsWith("OWNER"));
        } catch (IOException unreadable) {
            return true;
        }
    }

    private void files(List<String> unsafe) {
        if (!isWritable(Path.of(environment.getProperty("rumbo.files.folder", "")))) {
            unsafe.add("rumbo.files.folder: nothing can be written there. Set RUMBO_FILES to a folder that belongs to"
                    + " whoever runs Rumbo.");
        }
        var scanner = text("rumbo.files.clamd");
        if (!scanner.isEmpty() && !Clamd.isAddress(scanner)) {
            unsafe.add("rumbo.files.clamd: names no host and port, such as clamd.example.org:3310. Leave it out to do"
                    + " without a virus scanner.");
        }
        switch (text("rumbo.files.store").toLowerCase(Locale.ROOT)) {
            case "folder" -> {}
            case "s3" -> objectStore(unsafe);
            default -> unsafe.add("rumbo.files.store: is neither folder nor s3.");
        }
    }

    private void objectStore(List<String> unsafe) {
        var endpoint = text("rumbo.files.s3.endpoint");
        if (!endpoint.isEmpty() && !isEncryptedOrHere(endpoint)) {
            unsafe.add("rumbo.files.s3.endpoint: " + endpoint + " is not encrypted. Use https.");
        }
        for (var name : List.of("bucket", "access-key", "secret-key", "region")) {
            if (text("rumbo.files.s3." + name).isEmpty()) {
                unsafe.add("rumbo.files.s3." + name + ": missing. Set RUMBO_S3_"
                        + name.toUpperCase(Locale.ROOT).replace('-', '_') + ".");
            }
        }
    }

    /** The folder, or the nearest one above it, in which it would be made. */
    private static boolean isWritable(Path folder) {
        var nearest = folder.toAbsolutePath().normalize();
        while (nearest.getParent() != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        return Files.isDirectory(nearest) && Files.isWritable(nearest);
    }

    private void profiles(List<String> unsafe) {
        if (environment.acceptsProfiles(Profiles.of("dev | demo"))) {
            unsafe.add("spring.profiles.active: prod together with dev or demo, whose passwords everybody knows."
                    + " Choose one.");
        }
    }

    private void database(List<String> unsafe) {
        var address = text("spring.datasource.url");
        if (!address.startsWith("jdbc:postgresql:")) {
            unsafe.add("spring.datasource.url: "
                    + (address.isEmpty() ? "missing" : "names another database than PostgreSQL")
                    + ". Set SPRING_DATASOURCE_URL, such as jdbc:postgresql://db.example.org/rumbo.");
        }
        if (text("spring.datasource.password").isEmpty() && !address.contains("password=")) {
            unsafe.add("spring.datasource.password: missing. Set SPRING_DATASOURCE_PASSWORD.");
        }
    }

    private void issuer(List<String> unsafe) {
        var issuer = text("rumbo.oidc.issuer");
        if (issuer.isEmpty()) {
            unsafe.add("rumbo.oidc.issuer: missing. Set RUMBO_OIDC_ISSUER to the address of the realm in which people"
                    + " sign in, such as https://id.example.org/realms/rumbo.");
        } else if (!isEncryptedOrHere(issuer)) {
            unsafe.add("rumbo.oidc.issuer: " + issuer + " is not encrypted. Use https.");
        }
    }

    private void secret(List<String> unsafe) {
        var secret = text("rumbo.oidc.client-secret");
        if (secret.isEmpty()) {
            unsafe.add("rumbo.oidc.client-secret: missing. Set RUMBO_OIDC_CLIENT_SECRET to the secret of the realm's"
                    + " client.");
        } else if (secret.equals(TRY_OUT_SECRET) && !isHere(text("rumbo.oidc.issuer"))) {
            unsafe.add("rumbo.oidc.client-secret: is the one for trying out, which everybody knows. Make a new one.");
        } else if (secret.length() < SHORTEST_SECRET
                || secret.chars().distinct().count() < FEWEST_DIFFERENT) {
            unsafe.add("rumbo.oidc.client-secret: too easy to guess. Take one that Keycloak makes.");
        }
    }

    private void publicAddress(List<String> unsafe) {
        var address = text("rumbo.public-url");
        if (address.isEmpty()) {
            if (!isLoopback(environment.getProperty("server.address"))) {
                unsafe.add("rumbo.public-url: missing. Set RUMBO_PUBLIC_URL to the address under which people reach"
                        + " Rumbo, such as https://rumbo.example.org.");
            }
        } else if (!isEncryptedOrHere(address)) {
            unsafe.add("rumbo.public-url: " + address + " is not encrypted. Use https.");
        }
    }

    private void cookies(List<String> unsafe) {
        for (var property : List.of("secure", "http-only")) {
            var name = "server.servlet.session.cookie." + property;
            if (!text(name).equals("true")) {
                unsafe.add(name + ": must be true, or others can take a signed-in person's place.");
            }
        }
    }

    /** Who believes everybody's forwarding headers lets everybody choose the address that limits count by. */
    private void proxies(List<String> unsafe) {
        if (text("server.forward-headers-strategy").toLowerCase(Locale.ROOT).equals("framework")) {
            unsafe.add("server.forward-headers-strategy: framework believes whoever sends a forwarding header. Use"
                    + " native, which believes proxies of the own network, or none.");
        }
        for (var property : List.of("internal-proxies", "trusted-proxies")) {
            var name = "server.tomcat.remoteip." + property;
            if (Set.of(".*", ".+").contains(text(name))) {
                unsafe.add(name + ": believes every address. Name the proxy's.");
            }
        }
    }

    private void refresh(List<String> unsafe) {
        var refresh = text("rumbo.directory.refresh");
        if (!refresh.isEmpty() && DurationStyle.detectAndParse(refresh).compareTo(SLOWEST_REFRESH) > 0) {
            unsafe.add("rumbo.directory.refresh: " + refresh + " is too seldom. A role that was taken away must be gone"
                    + " after five minutes.");
        }
    }

    private void endpoints(List<String> unsafe) {
        var open = text("management.endpoints.web.exposure.include");
        for (var endpoint : open.split("\\s*,\\s*")) {
            if (!endpoint.isEmpty() && !HARMLESS_ENDPOINTS.contains(endpoint)) {
                unsafe.add("management.endpoints.web.exposure.include: " + endpoint + " shows more than strangers may"
                        + " see.");
            }
        }
    }

    /** Whoever wants no mail says so, so that nobody waits for some. */
    private void mail(List<String> unsafe) {
        if (text("rumbo.mail.enabled").equals("false")) {
            return;
        }
        if (text("spring.mail.host").isEmpty()) {
            unsafe.add("spring.mail.host: missing. Set SPRING_MAIL_HOST to the server that sends mail, or"
                    + " RUMBO_MAIL_ENABLED=false to do without mail.");
        }
        if (!text("rumbo.mail.from").matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")
                || text("rumbo.mail.from").equals(EXAMPLE_SENDER)) {
            unsafe.add("rumbo.mail.from: missing. Set RUMBO_MAIL_FROM to the address from which mail comes, or"
                    + " RUMBO_MAIL_ENABLED=false to do without mail.");
        }
    }

    private String text(String name) {
        return environment.getProperty(name, "").strip();
    }

    private static boolean isEncryptedOrHere(String address) {
        return address.startsWith("https://") || (address.startsWith("http://") && isHere(address));
    }

    private static boolean isHere(String address) {
        try {
            return isLoopback(URI.create(address).getHost());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Names are not looked up: what they lead to may change. */
    private static boolean isLoopback(@Nullable String host) {
        if (host == null || !(host.equals("localhost") || host.matches("127\\.[0-9.]+|\\[?::1]?"))) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
