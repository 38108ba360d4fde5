package org.rumbo.browser;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.rumbo.testing.LocalKeycloak;

/** What somebody who administers the realm does there. */
final class RealmAdministration implements AutoCloseable {
    private final LocalKeycloak server;
    private final Keycloak keycloak;

    RealmAdministration(LocalKeycloak server) {
        this.server = server;
        this.keycloak =
                Keycloak.getInstance(server.server(), "master", LocalKeycloak.ADMIN, LocalKeycloak.ADMIN, "admin-cli");
    }

    private RealmResource realm() {
        return keycloak.realm("rumbo");
    }

    String subject(String login) {
        return realm().users().searchByUsername(login, true).get(0).getId();
    }

    private UserResource user(String login) {
        return realm().users().get(subject(login));
    }

    void take(String role, String login) {
        user(login)
                .roles()
                .realmLevel()
                .remove(List.of(realm().roles().get(role).toRepresentation()));
    }

    void disable(String login) {
        var person = user(login).toRepresentation();
        person.setEnabled(false);
        user(login).update(person);
    }

    void endSessions(String login) {
        user(login).logout();
    }

    /** Gives the realm another key, which it publishes like its own; returns it with the name that the realm gave it. */
    RSAKey addKey(RSAKey key) throws Exception {
        var component = new ComponentRepresentation();
        component.setName("A key of the test");
        component.setProviderId("rsa");
        component.setProviderType("org.keycloak.keys.KeyProvider");
        component.setConfig(new MultivaluedHashMap<>());
        Map.of(
                        "priority",
                        "-100",
                        "enabled",
                        "true",
                        "active",
                        "true",
                        "algorithm",
                        "RS256",
                        "privateKey",
                        Base64.getEncoder().encodeToString(key.toPrivateKey().getEncoded()))
                .forEach(component.getConfig()::putSingle);
        try (Response added = realm().components().add(component)) {
            if (added.getStatus() != 201) {
                throw new IllegalStateException("No key: " + added.readEntity(String.class));
            }
        }
        var published = JWKSet.load(
                URI.create(server.issuer() + "/protocol/openid-connect/certs").toURL());
        var named = published.getKeys().stream()
                .filter(RSAKey.class::isInstance)
                .map(RSAKey.class::cast)
                .filter(candidate -> candidate.getModulus().equals(key.getModulus()))
                .findFirst()
                .orElseThrow();
        return new RSAKey.Builder(key).keyID(named.getKeyID()).build();
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
