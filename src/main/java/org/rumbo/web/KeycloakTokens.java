package org.rumbo.web;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.rumbo.team.OidcSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Which of the directory's tokens are believed: signed by a key of its own, for Rumbo, of the right kind, not over. */
@Configuration(proxyBeanMethods = false)
@Profile("!dev & !demo")
class KeycloakTokens {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration KEYS_KEPT = Duration.ofMinutes(5);
    /** A key that is not known yet is asked for, but not by everybody who makes up a key's name. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);
    /** Longer than any token lives. */
    private static final Duration KEYS_KEPT_IN_SILENCE = Duration.ofHours(24);

    private static final int KEYS_SIZE = 64 * 1024;
    /** Keycloak's own word for what an id token, a refresh token and an access token are. */
    private static final String KIND = "typ";

    @Bean
    JWKSource<SecurityContext> directoryKeys(OidcSettings settings) throws MalformedURLException {
        var patience = (int) Issuer.PATIENCE.toMillis();
        return JWKSourceBuilder.create(
                        settings.endpoint("certs").toURL(), new DefaultResourceRetriever(patience, patience, KEYS_SIZE))
                .cache(KEYS_KEPT.toMillis(), patience * 2L)
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_QUESTIONS.toMillis())
                .outageTolerant(KEYS_KEPT_IN_SILENCE.toMillis())
                .build();
    }

    /** For access tokens: those that a request to the API carries, and the one that comes with a sign-in. */
    @Bean
    JwtDecoder accessTokens(JWKSource<SecurityContext> directoryKeys, OidcSettings settings) {
        return decoder(
                directoryKeys,
                List.of(
                        typed("JWT", "at+jwt"),
                        timely(),
                        new JwtIssuerValidator(settings.issuer()),
                        new JwtAudienceValidator(settings.clientId()),
                        kind("Bearer"),
                        new JwtClaimValidator<String>("azp", client -> client != null && !client.isBlank()),
                        new JwtClaimValidator<String>("sub", person -> person != null && !person.isBlank()),
                        // Programs have accounts, too, but only people act here.
                        new JwtClaimValidator<String>(
                                "preferred_username",
                                login -> login != null && !login.isBlank() && !login.startsWith("service-account-"))));
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(JWKSource<SecurityContext> directoryKeys) {
        return registration -> {
            var decoder = decoder(
                    directoryKeys, List.of(typed("JWT"), timely(), new OidcIdTokenValidator(registration), kind("ID")));
            decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
            return decoder;
        };
    }

    /** By which the directory tells that somebody has signed out (OpenID Connect Back-Channel Logout 1.0, section 2.6). */
    @Bean
    JwtDecoder logoutTokens(JWKSource<SecurityContext> directoryKeys, OidcSettings settings) {
        return decoder(
                directoryKeys,
                List.of(
                        typed("JWT", "logout+jwt"),
                        timely(),
                        new JwtIssuerValidator(settings.issuer()),
                        new JwtAudienceValidator(settings.clientId()),
                        new LogoutTokenValidator()));
    }

    private static OAuth2TokenValidator<Jwt> kind(String kind) {
        return new JwtClaimValidator<String>(KIND, kind::equals);
    }

    private static OAuth2TokenValidator<Jwt> typed(String... types) {
        return new JwtTypeValidator(types);
    }

    private static OAuth2TokenValidator<Jwt> timely() {
        var timely = new JwtTimestampValidator(SKEW);
        timely.setAllowEmptyExpiryClaim(false);
        return timely;
    }

    private static NimbusJwtDecoder decoder(JWKSource<SecurityContext> keys, List<OAuth2TokenValidator<Jwt>> demands) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(chosen -> chosen.addAll(Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(demands));
        return decoder;
    }
}
