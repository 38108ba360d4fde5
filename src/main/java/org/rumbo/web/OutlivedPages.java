package org.rumbo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rumbo.shared.ProblemType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Somebody sends a form, or a page loads a part of itself, when the session is over. To show the sign-in page instead would
 * lose what she wrote, or put that page into the middle of another; so she is told, and what she wrote waits for her.
 */
class OutlivedPages extends OncePerRequestFilter {
    private final PageRefusals refusals;
    private final KeptForms kept;

    OutlivedPages(PageRefusals refusals, KeptForms kept) {
        this.refusals = refusals;
        this.kept = kept;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AccessDeniedException denied) {
            var isSentFromAPage = SameOrigin.isChange(request) || request.getHeader("HX-Request") != null;
            if (!isSentFromAPage || Caller.signedIn() != null) {
                throw denied;
            }
            if (SameOrigin.isChange(request)) {
                kept.keep(request, response);
            }
            refusals.refuse(request, response, ProblemType.SESSION_ENDED);
        }
    }
}
