package org.rumbo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.rumbo.shared.ProblemType;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Try-outs have known passwords, so they answer this machine alone: no request that came through a proxy, and none that was
 * sent to another name.
 */
@Component
@Profile({"dev", "demo"})
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Loopback extends OncePerRequestFilter {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final ApiRefusals refusals;
    private final SecurityLog log;

    Loopback(ApiRefusals refusals, SecurityLog log) {
        this.refusals = refusals;
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var forwarded = Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals("forwarded") || name.startsWith("x-forwarded-"));
        if (forwarded || !HERE.contains(request.getServerName())) {
            refusals.refuse(request, response, ProblemType.NOT_PERMITTED);
            log.refused(request, ProblemType.NOT_PERMITTED.status(), "not-from-here");
        } else {
            chain.doFilter(request, response);
        }
    }
}
