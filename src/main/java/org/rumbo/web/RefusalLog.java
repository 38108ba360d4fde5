package org.rumbo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes down every refusal, whoever made it, once the answer is known and while it is still known who asked. */
class RefusalLog extends OncePerRequestFilter {
    private static final Set<Integer> REFUSALS = Set.of(
            HttpServletResponse.SC_UNAUTHORIZED,
            HttpServletResponse.SC_FORBIDDEN,
            HttpServletResponse.SC_NOT_FOUND,
            ProblemType.TOO_SLOW.status(),
            ProblemType.TOO_LARGE.status(),
            ProblemType.TOO_MANY_REQUESTS.status());

    private final SecurityLog log;
    private final Routes routes;

    RefusalLog(SecurityLog log, Routes routes) {
        this.log = log;
        this.routes = routes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (DomainException refused) {
            // Whoever makes the answer of it stands further out and no longer knows who asked.
            if (REFUSALS.contains(refused.type().status())) {
                log.refused(request, refused.type().status(), refused.type().slug());
            }
            throw refused;
        }
        var status = response.getStatus();
        if (REFUSALS.contains(status) && (status != HttpServletResponse.SC_NOT_FOUND || isKnown(request))) {
            log.refused(request, status, reason(request, status));
        }
    }

    /** A misspelt address is no refusal; something that is not there, or not for everybody, may be one. */
    private boolean isKnown(HttpServletRequest request) {
        return routes.of(request) != null;
    }

    private static String reason(HttpServletRequest request, int status) {
        return request.getAttribute(ProblemAnswers.REFUSED) instanceof ProblemType type
                ? type.slug()
                : String.valueOf(status);
    }
}
