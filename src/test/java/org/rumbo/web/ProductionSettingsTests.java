package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mock.env.MockEnvironment;

class ProductionSettingsTests {
    private static final Map<String, String> SAFE = Map.of(
            "spring.mail.host", "mail.example.org",
            "rumbo.mail.from", "rumbo@net.example.org",
            "spring.datasource.url", "jdbc:postgresql://db.example.org/rumbo",
            "spring.datasource.password", "something",
            "rumbo.oidc.issuer", "https://id.example.org/realms/rumbo",
            "rumbo.oidc.client-secret", "nQ4vTz81LkXw0RbYc7PgDh2sJm5Uf9Ea",
            "rumbo.public-url", "https://rumbo.example.org");

    private final MockEnvironment environment = shipped();

    private static MockEnvironment shipped() {
        try {
            var environment = new MockEnvironment();
            for (var file : new String[] {"application-prod.yml", "application.yml"}) {
                new YamlPropertySourceLoader()
                        .load(file, new FileSystemResource("config/" + file))
                        .forEach(environment.getPropertySources()::addLast);
            }
            environment.setActiveProfiles("prod");
            SAFE.forEach(environment::setProperty);
            return environment;
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void whatIsShippedIsSafeOnceItsVariablesAreSet() {
        assertThat(new ProductionSettings(environment).unsafe()).isEmpty();
    }

    @Test
    void whoeverWantsNoMailSaysSo() {
        environment.setProperty("spring.mail.host", "");
        environment.setProperty("rumbo.mail.from", "");
        environment.setProperty("rumbo.mail.enabled", "false");

        assertThat(new ProductionSettings(environment).unsafe()).isEmpty();
    }

    @Test
    void theKeyOfTheLedgerIsItsOwnersAlone(@TempDir Path folder) throws IOException {
        var key = Files.createFile(folder.resolve("key"));
        environment.setProperty("rumbo.ledger.key", key.toString());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(new ProductionSettings(environment).unsafe()).isEmpty();

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw----r--"));
        assertThat(new ProductionSettings(environment).unsafe())
                .singleElement()
                .asString()
                .startsWith("rumbo.ledger.key");
    }

    @Test
    void aTryOutOnOneMachineStarts() {
        environment.setProperty("rumbo.oidc.issuer", "http://localhost:8180/realms/rumbo");
        environment.setProperty("rumbo.oidc.client-secret", ProductionSettings.TRY_OUT_SECRET);
        environment.setProperty("rumbo.public-url", "http://localhost:8080");
        environment.setProperty("server.address", "127.0.0.1");

        assertThat(new ProductionSettings(environment).unsafe()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rumbo.webhooks.loopback | true",
                "spring.datasource.url | jdbc:h2:file:./data/rumbo",
                "spring.datasource.url | ''",
                "spring.datasource.password | ''",
                "rumbo.oidc.issuer | ''",
                "rumbo.oidc.issuer | http://id.example.org/realms/rumbo",
                "rumbo.oidc.issuer | http://localhost.example.org/realms/rumbo",
                "rumbo.oidc.client-secret | ''",
                "rumbo.oidc.client-secret | secret",
                "rumbo.oidc.client-secret | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "rumbo.oidc.client-secret | try-out-secret-of-this-machine-only",
                "rumbo.public-url | ''",
                "spring.mail.host | ''",
                "rumbo.mail.from | ''",
                "rumbo.mail.from | rumbo@example.org",
                "rumbo.public-url | http://rumbo.example.org",
                "server.servlet.session.cookie.secure | false",
                "server.servlet.session.cookie.http-only | false",
                "server.forward-headers-strategy | framework",
                "server.tomcat.remoteip.internal-proxies | .*",
                "server.tomcat.remoteip.trusted-proxies | .*",
                "rumbo.directory.refresh | 6m",
                "rumbo.files.folder | pom.xml/files",
                "rumbo.files.clamd | clamd.example.org",
                "rumbo.files.clamd | clamd.example.org:99999",
                "rumbo.files.clamd | http://clamd.example.org:3310",
                "rumbo.files.store | cloud",
                "management.endpoints.web.exposure.include | '*'",
                "management.endpoints.web.exposure.include | health,env"
            })
    void namesTheUnsafeSetting(String property, String value) {
        environment.setProperty(property, value);

        assertThat(new ProductionSettings(environment).unsafe())
                .singleElement()
                .asString()
                .startsWith(property + ": ");
    }

    private void keepFilesInAnObjectStore() {
        environment.setProperty("rumbo.files.store", "s3");
        environment.setProperty("rumbo.files.s3.endpoint", "https://s3.example.org");
        environment.setProperty("rumbo.files.s3.bucket", "rumbo");
        environment.setProperty("rumbo.files.s3.access-key", "key");
        environment.setProperty("rumbo.files.s3.secret-key", "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://s3.example.org", "http://127.0.0.1:9000", "http://localhost:9000"})
    void anObjectStoreIsSafe(String endpoint) {
        keepFilesInAnObjectStore();
        environment.setProperty("rumbo.files.s3.endpoint", endpoint);

        assertThat(new ProductionSettings(environment).unsafe()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endpoint | http://s3.example.org",
                "endpoint | http://127.0.0.1.example.org",
                "endpoint | s3.example.org",
                "bucket | ''",
                "region | ''",
                "access-key | ''",
                "secret-key | ''"
            })
    void namesWhatMakesAnObjectStoreUnsafe(String setting, String value) {
        keepFilesInAnObjectStore();
        environment.setProperty("rumbo.files.s3." + setting, value);

        assertThat(new ProductionSettings(environment).unsafe())
                .singleElement()
                .asString()
                .startsWith("rumbo.files.s3." + setting + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd.example.org:3310", "10.0.0.7:3310", "[::1]:3310"})
    void aScannerIsSafe(String address) {
        environment.setProperty("rumbo.files.clamd", address);

        assertThat(new ProductionSettings(environment).unsafe()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "dev"})
    void namesAProfileWhosePasswordsEverybodyKnows(String profile) {
        environment.addActiveProfile(profile);

        assertThat(new ProductionSettings(environment).unsafe())
                .singleElement()
                .asString()
                .startsWith("spring.profiles.active: ");
    }

    @Test
    void tellsAllAtOnce() {
        SAFE.keySet().forEach(name -> environment.setProperty(name, ""));

        assertThatThrownBy(() ->
                        new ProductionSettings(environment).postProcessBeanFactory(new DefaultListableBeanFactory()))
                .isInstanceOf(UnsafeSettings.class)
                .satisfies(refused ->
                        SAFE.keySet().forEach(name -> assertThat(refused).hasMessageContaining(name)));
    }

    @Test
    void rolesFollowWithinFiveMinutesAsShipped() {
        var refresh = org.springframework.boot.convert.DurationStyle.detectAndParse(
                environment.getRequiredProperty("rumbo.directory.refresh"));

        assertThat(refresh).isLessThanOrEqualTo(ProductionSettings.SLOWEST_REFRESH);
    }
}
