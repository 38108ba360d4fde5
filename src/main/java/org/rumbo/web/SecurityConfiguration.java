package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who gets in at all. What somebody may do then is the access policy's to say. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private final BrowserSafety safety;

    SecurityConfiguration(BrowserSafety safety) {
        this.safety = safety;
    }

    /** The REST face: credentials with each request, or the session of a page that asks in the background. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, SignIn signIn, ApiRefusals refusals) throws Exception {
        http.setSharedObject(AuthenticationEntryPoint.class, refusals);
        signIn.onApi(http);
        return safety.onApi(http, changesByCookie())
                .securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                "/api/v1/ledger/checkpoint",
                                "/api/v1/ledger/key",
                                "/api/v1/ledger/proof")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .build();
    }

    /**
     * A browser sends cookies by itself, so a change that rests on one needs the token. Credentials in the request do not, and
     * a visitor without either is asked to sign in.
     */
    private static RequestMatcher changesByCookie() {
        return request ->
                !isRead(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null && isSignedInByCookie(request);
    }

    private static boolean isSignedInByCookie(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private static boolean isRead(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, SignIn signIn) throws Exception {
        signIn.onPages(http);
        return safety.onPages(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/login",
                                "/login/unavailable",
                                "/accessibility",
                                "/privacy",
                                "/contact",
                                "/help",
                                "/help/*",
                                "/ledger",
                                "/mail/stop/*",
                                "/public",
                                "/public/**",
                                "/calendar/*",
                                "/rumbo.css",
                                "/rumbo.svg",
                                "/rumbo.js",
                                "/_static/**",
                                "/webjars/**",
                                "/actuator/health/**",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
