package org.rumbo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts what costs much: searching, uploading, and everything that visitors ask for. */
class RequestLimits extends OncePerRequestFilter {
    /** Most of it is kept by browsers, too. */
    private static final List<String> SAME_FOR_EVERYBODY =
            List.of("/_static/", "/webjars/", "/rumbo.", "/actuator/health", "/error");

    private static final List<String> UPLOADS = List.of("/evidence", "/papers", "/sheets", "/spreadsheets/import");

    private final RateLimits limits;
    private final TooMany tooMany;

    RequestLimits(RateLimits limits, TooMany tooMany) {
        this.limits = limits;
        this.tooMany = tooMany;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isTheSameForEverybody(request);
    }

    static boolean isTheSameForEverybody(HttpServletRequest request) {
        return SAME_FOR_EVERYBODY.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limit(request);
        if (limit != null) {
            var wait = limits.take(limit, Caller.key(request));
            if (!wait.isZero()) {
                tooMany.refuse(request, response, wait);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static @Nullable Limit limit(HttpServletRequest request) {
        var path = request.getRequestURI();
        // A calendar's address says for whom it is; that a browser has signed in as well makes no difference.
        if (Caller.signedIn() == null || path.startsWith("/calendar/")) {
            return Limit.VISITOR;
        }
        if (HttpMethod.POST.matches(request.getMethod())) {
            return UPLOADS.stream().anyMatch(path::endsWith) ? Limit.UPLOAD : null;
        }
        var query = path.endsWith("/recommendations") || path.equals("/search") ? request.getParameter("q") : null;
        return query == null || query.isBlank() ? null : Limit.SEARCH;
    }
}
