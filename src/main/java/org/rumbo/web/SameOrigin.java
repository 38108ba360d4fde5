package org.rumbo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a browser itself says come from another site, before any token is looked at: a neighbour on the same
 * domain could plant a cookie, but not this header.
 */
class SameOrigin extends OncePerRequestFilter {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");

    private final AccessDeniedHandler refusals;

    SameOrigin(AccessDeniedHandler refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isChange(request)
                && OTHERS.contains(site(request))
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            refusals.handle(request, response, new MissingCsrfTokenException(null));
        } else {
            chain.doFilter(request, response);
        }
    }

    static boolean isChange(HttpServletRequest request) {
        return !READS.contains(request.getMethod());
    }

    /** Whether the browser vouches that one of Rumbo's own pages sent this. */
    static boolean isVouchedFor(HttpServletRequest request) {
        return "same-origin".equals(site(request));
    }

    private static String site(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null ? "" : site;
    }
}
