package org.rumbo.web;

import org.rumbo.shared.PublicAddress;
import org.rumbo.team.OidcSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** How Rumbo presents itself to Keycloak. All addresses follow from the issuer's, so Rumbo starts while Keycloak is silent. */
@Configuration(proxyBeanMethods = false)
@Profile("!dev & !demo")
class KeycloakClient {
    /** Part of addresses that Keycloak knows: of the return from it, and of its own call at sign-out. */
    static final String REGISTRATION = "keycloak";

    @Bean
    ClientRegistrationRepository clientRegistrations(OidcSettings settings, PublicAddress address) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .scope("openid", "profile", "email")
                .redirectUri(address.template() + "/login/oauth2/code/" + REGISTRATION)
                .issuerUri(settings.issuer())
                .authorizationUri(settings.endpoint("auth").toString())
                .tokenUri(settings.endpoint("token").toString())
                .jwkSetUri(settings.endpoint("certs").toString())
                .userNameAttributeName("sub")
                .build());
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenRequests(Issuer issuer) {
        var requests = new RestClientAuthorizationCodeTokenResponseClient();
        requests.setRestClient(RestClient.builder()
                .requestFactory(issuer.requests())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return requests;
    }
}
