package org.rumbo.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** What protects people who use a browser: how long they stay signed in, whose changes count as theirs, how much is too much. */
@Component
class BrowserSafety {
    private final DaySessions sessions;
    private final ReturnAddress returnAddress;
    private final ApiRefusals apiRefusals;
    private final PageRefusals pageRefusals;
    private final RateLimits limits;
    private final TooMany tooMany;
    private final SecurityLog log;
    private final Routes routes;
    private final KeptForms kept;
    private final boolean secure;

    BrowserSafety(
            DaySessions sessions,
            ReturnAddress returnAddress,
            ApiRefusals apiRefusals,
            PageRefusals pageRefusals,
            RateLimits limits,
            TooMany tooMany,
            SecurityLog log,
            Routes routes,
            KeptForms kept,
            @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        this.sessions = sessions;
        this.returnAddress = returnAddress;
        this.apiRefusals = apiRefusals;
        this.pageRefusals = pageRefusals;
        this.limits = limits;
        this.tooMany = tooMany;
        this.log = log;
        this.routes = routes;
        this.kept = kept;
        this.secure = secure;
    }

    HttpSecurity onApi(HttpSecurity http, RequestMatcher changesByCookie) throws Exception {
        return both(http, sessions.readOnly(), apiRefusals)
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()).requireCsrfProtectionMatcher(changesByCookie))
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(apiRefusals).accessDeniedHandler(apiRefusals));
    }

    HttpSecurity onPages(HttpSecurity http) throws Exception {
        return both(http, sessions, pageRefusals)
                // Mail programs send no token; the secret in the address is one, and no cookie counts there.
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()).ignoringRequestMatchers("/mail/stop/*"))
                .requestCache(cache -> cache.requestCache(returnAddress))
                .addFilterAfter(new SignInLimits(limits, tooMany), LogoutFilter.class)
                .addFilterBefore(new OutlivedPages(pageRefusals, kept), AuthorizationFilter.class)
                .exceptionHandling(exceptions -> exceptions.accessDeniedHandler(pageRefusals));
    }

    /** Back to where somebody may try again, without a session that would remember why. */
    static AuthenticationFailureHandler backTo(String address) {
        var failed = new SimpleUrlAuthenticationFailureHandler(address);
        failed.setAllowSessionCreation(false);
        return failed;
    }

    private HttpSecurity both(HttpSecurity http, SecurityContextRepository contexts, AccessDeniedHandler refusals)
            throws Exception {
        // Every answer carries the headers already, not only those that come by here.
        return http.headers(headers -> headers.disable())
                .securityContext(context -> context.securityContextRepository(contexts))
                .addFilterAfter(new RefusalLog(log, routes), SecurityContextHolderFilter.class)
                .addFilterBefore(new SameOrigin(refusals), CsrfFilter.class)
                .addFilterBefore(new RequestLimits(limits, tooMany), AuthorizationFilter.class);
    }

    /**
     * The token lives in a cookie that no script reads, so asking for a page makes no session. Signing in and out change it:
     * an old form is refused.
     */
    private CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        // With this beginning a browser takes the cookie from Rumbo's own host alone, and encrypted.
        tokens.setCookieName(secure ? "__Host-rumbo-form" : "rumbo-form");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(secure).httpOnly(true).sameSite("Lax"));
        return tokens;
    }
}
