package org.rumbo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that cannot be read, are too large or come too slowly, wherever in the chain that is found out, in the
 * form of every other refusal.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class UnreadableRequests extends OncePerRequestFilter {
    private static final String UNREADABLE = UnreadableRequests.class.getName() + ".unreadable";

    private final ApiRefusals api;
    private final PageRefusals pages;

    UnreadableRequests(ApiRefusals api, PageRefusals pages) {
        this.api = api;
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var isUnreadable = request.getAttribute(UNREADABLE) != null;
        try {
            chain.doFilter(isUnreadable ? new Unread(request) : request, response);
        } catch (ServletException | DomainException | InvalidParameterException failed) {
            var type = type(failed);
            if (type == null || isUnreadable || response.isCommitted()) {
                throw failed;
            }
            request.setAttribute(UNREADABLE, true);
            if (request.getRequestURI().startsWith("/api/")) {
                api.refuse(request, response, type);
            } else {
                pages.refuse(request, response, type);
            }
        }
    }

    /** The page about it is made in a second round, in which nobody may try to read the request again. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static final class Unread extends HttpServletRequestWrapper {
        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }

    private static @Nullable ProblemType type(Exception failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refused) {
                return refused.type();
            }
            if (cause instanceof InvalidParameterException unreadable) {
                return unreadable.getErrorCode() == ProblemType.TOO_LARGE.status()
                        ? ProblemType.TOO_LARGE
                        : ProblemType.MALFORMED_REQUEST;
            }
        }
        return null;
    }
}
