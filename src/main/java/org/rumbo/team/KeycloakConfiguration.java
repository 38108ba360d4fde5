package org.rumbo.team;

import jakarta.ws.rs.client.ClientBuilder;
import java.util.concurrent.TimeUnit;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("!dev & !demo")
@EnableConfigurationProperties(OidcSettings.class)
class KeycloakConfiguration {
    private static final int PATIENCE = 5;

    /** Speaks for Rumbo itself, not for any person; asks nothing before it is used. */
    @Bean(destroyMethod = "close")
    Keycloak keycloak(OidcSettings settings) {
        return KeycloakBuilder.builder()
                .serverUrl(settings.server())
                .realm(settings.realm())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .resteasyClient(ClientBuilder.newBuilder()
                        .connectTimeout(PATIENCE, TimeUnit.SECONDS)
                        .readTimeout(PATIENCE, TimeUnit.SECONDS)
                        // Keycloak may tell more than this client's version knows.
                        .register(JacksonProvider.class, 100)
                        .build())
                .build();
    }
}
