package org.rumbo.integration;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.rumbo.shared.DomainException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What may be given as the address of a web hook: encrypted, without credentials in it, and no machine that is none of the
 * public internet's. What a name leads to is looked at with each delivery, not here.
 */
@Component
class HookAddress {
    static final int LONGEST = 1000;
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]");

    private final PublicAddresses allowed;
    private final boolean loopback;

    HookAddress(PublicAddresses hookAddresses, @Value("${rumbo.webhooks.loopback:false}") boolean loopback) {
        this.allowed = hookAddresses;
        this.loopback = loopback;
    }

    URI checked(String text) {
        var url = parsed(text.strip());
        var host = url.getHost();
        if (url.getRawUserInfo() != null || url.getRawFragment() != null || host == null || host.isEmpty()) {
            throw refused("webhook-url");
        }
        if (!isEncrypted(url)) {
            throw refused("webhook-https");
        }
        if (LITERAL.matcher(host).matches() && !isAllowed(host)) {
            throw refused("webhook-public");
        }
        return url;
    }

    private static URI parsed(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw refused("webhook-url");
        }
        try {
            return new URI(text).parseServerAuthority();
        } catch (URISyntaxException unreadable) {
            throw refused("webhook-url");
        }
    }

    /** A try-out has no certificate for the machine that it runs on. */
    private boolean isEncrypted(URI url) {
        return "https".equalsIgnoreCase(url.getScheme()) || (loopback && "http".equalsIgnoreCase(url.getScheme()));
    }

    /** Needs no look-up: it is written as a number. */
    private boolean isAllowed(String host) {
        try {
            return allowed.allow(InetAddress.getByName(host));
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    private static DomainException refused(String rule) {
        return switch (rule) {
            case "webhook-https" -> DomainException.ruleNotMet("url", "webhook-https");
            case "webhook-public" -> DomainException.ruleNotMet("url", "webhook-public");
            default -> DomainException.ruleNotMet("url", "webhook-url");
        };
    }
}
