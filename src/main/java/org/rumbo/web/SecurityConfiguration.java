package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who gets in at all. What somebody may do then is the access policy's to say. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
                    + " img-src 'self'; connect-src 'self'; form-action 'self'%s; base-uri 'none'; frame-ancestors 'none'";

    /** The REST face: credentials with each request, or the session of a page that asks in the background. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, SignIn signIn, ApiRefusals refusals) throws Exception {
        http.setSharedObject(AuthenticationEntryPoint.class, refusals);
        signIn.onApi(http);
        return headers(http, signIn)
                .securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                        .requireCsrfProtectionMatcher(changesByCookie()))
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
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
        return headers(http, signIn)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/login",
                                "/login/unavailable",
                                "/accessibility",
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
                .exceptionHandling(exceptions -> exceptions.accessDeniedHandler((request, response, denied) -> {
                    request.setAttribute(WebAttributes.ACCESS_DENIED_403, denied);
                    response.sendError(HttpServletResponse.SC_FORBIDDEN);
                }))
                .build();
    }

    private static HttpSecurity headers(HttpSecurity http, SignIn signIn) throws Exception {
        var targets = signIn.formTargets().stream().map(" "::concat).collect(Collectors.joining());
        return http.headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT_POLICY.formatted(targets)))
                .frameOptions(frames -> frames.deny())
                .referrerPolicy(referrer -> referrer.policy(
                        org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy
                                .SAME_ORIGIN)));
    }
}
