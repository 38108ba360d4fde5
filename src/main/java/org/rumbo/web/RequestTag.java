package org.rumbo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request a number that its log lines and its ledger events carry. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestTag extends OncePerRequestFilter {
    /** Where the number stands in the request, for pages that tell it. */
    static final String ATTRIBUTE = RequestTag.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var tag = UUID.randomUUID().toString();
        MDC.put("request", tag);
        request.setAttribute(ATTRIBUTE, tag);
        response.setHeader("X-Request-Id", tag);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("request");
        }
    }
}
