package org.rumbo.web;

import org.rumbo.team.OidcSettings;
import org.rumbo.team.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The one address that Keycloak itself calls: no browser, no session, no form; the token that it brings is all that counts. */
@Configuration(proxyBeanMethods = false)
@Profile("!dev & !demo")
class KeycloakLogoutConfiguration {
    @Bean
    @Order(0)
    SecurityFilterChain backChannel(
            HttpSecurity http, JwtDecoder logoutTokens, OidcSettings settings, People people, OpenSessions sessions)
            throws Exception {
        return http.securityMatcher(BackChannelLogout.PATH)
                .headers(headers -> headers.disable())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(
                        new BackChannelLogout(logoutTokens, settings, people, sessions), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .build();
    }
}
