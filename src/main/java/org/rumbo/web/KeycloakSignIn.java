package org.rumbo.web;

import java.util.Locale;
import org.rumbo.shared.Language;
import org.springframework.context.annotation.Profile;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Sign-in with the network's Keycloak: people by the code flow with a proof key, requests to the API by an access token. The
 * session keeps who somebody is, and none of the tokens with which something could be asked for.
 */
@Component
@Profile("!dev & !demo")
class KeycloakSignIn implements SignIn {
    /** Where the button on the sign-in page leads. */
    static final String START = OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/"
            + KeycloakClient.REGISTRATION;

    private final ClientRegistrationRepository registrations;
    private final OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenRequests;
    private final KeycloakPeople people;
    private final KeycloakReturn comingBack;
    private final KeycloakSignOut signOut;
    private final BearerTokens bearers;
    private final Issuer issuer;
    private final LocaleResolver locales;

    KeycloakSignIn(
            ClientRegistrationRepository registrations,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenRequests,
            KeycloakPeople people,
            KeycloakReturn comingBack,
            KeycloakSignOut signOut,
            BearerTokens bearers,
            Issuer issuer,
            LocaleResolver localeResolver) {
        this.registrations = registrations;
        this.tokenRequests = tokenRequests;
        this.people = people;
        this.comingBack = comingBack;
        this.signOut = signOut;
        this.bearers = bearers;
        this.issuer = issuer;
        this.locales = localeResolver;
    }

    @Override
    public void onPages(HttpSecurity http) throws Exception {
        http.oauth2Login(login -> login.loginPage("/login")
                        .clientRegistrationRepository(registrations)
                        .authorizedClientRepository(new NoTokensKept())
                        .authorizationEndpoint(there -> there.authorizationRequestResolver(inHerLanguage()))
                        .tokenEndpoint(token -> token.accessTokenResponseClient(tokenRequests))
                        .userInfoEndpoint(user -> user.oidcUserService(people))
                        .successHandler(comingBack)
                        .failureHandler(comingBack))
                .logout(logout -> logout.logoutSuccessHandler(signOut))
                .addFilterBefore(new WhileIssuerAnswers(issuer), OAuth2AuthorizationRequestRedirectFilter.class);
    }

    private OAuth2AuthorizationRequestResolver inHerLanguage() {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations);
        resolver.setAuthorizationRequestCustomizer(
                request -> request.additionalParameters(parameters -> parameters.put("ui_locales", wanted(reader()))));
        return resolver;
    }

    /** Here, before any handler, only the resolver knows which language she chose. */
    private Locale reader() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                ? locales.resolveLocale(asked.getRequest())
                : LocaleContextHolder.getLocale();
    }

    /** Keycloak speaks the Portuguese of Brazil, and takes a bare {@code pt} for another language. */
    private static String wanted(Locale locale) {
        return Language.of(locale) == Language.PT ? "pt-BR pt" : locale.getLanguage();
    }

    @Override
    public void onApi(HttpSecurity http) throws Exception {
        bearers.accept(http);
    }

    @Override
    public String challenge(AuthenticationException reason) {
        var isToken = reason instanceof OAuth2AuthenticationException refused
                && !refused.getError().getErrorCode().equals(BearerTokens.OTHER_CREDENTIALS);
        return isToken
                ? "Bearer realm=\"Rumbo\", error=\"invalid_token\","
                        + " error_description=\"The token is wrong, over, or not for Rumbo\""
                : "Bearer realm=\"Rumbo\"";
    }
}
