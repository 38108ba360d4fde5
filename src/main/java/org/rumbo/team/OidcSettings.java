package org.rumbo.team;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people sign in and where their roles are given.
 *
 * @param issuer the realm's address, exactly as its tokens name it
 * @param clientId as whom Rumbo presents itself there, and the audience that a token for Rumbo names
 */
@ConfigurationProperties("rumbo.oidc")
public record OidcSettings(
        String issuer, @DefaultValue("rumbo") String clientId, String clientSecret) {
    private static final String REALMS = "/realms/";

    public OidcSettings {
        if (!issuer.contains(REALMS) || issuer.endsWith("/")) {
            throw new IllegalArgumentException(
                    "rumbo.oidc.issuer is " + issuer
                            + ", but a realm of Keycloak is named like https://id.example.org/realms/rumbo, without a slash at the end.");
        }
    }

    /** The address of the whole server, under which realms and the interface for administrators are. */
    String server() {
        return issuer.substring(0, issuer.lastIndexOf(REALMS));
    }

    String realm() {
        return issuer.substring(issuer.lastIndexOf(REALMS) + REALMS.length());
    }

    /** One of the realm's addresses that the protocol knows: {@code auth}, {@code token}, {@code certs}, {@code logout}. */
    public URI endpoint(String name) {
        return URI.create(issuer + "/protocol/openid-connect/" + name);
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return clientId + " at " + issuer;
    }
}
