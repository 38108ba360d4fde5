package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rumbo.shared.ProblemType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Refuses what people send from a page before it reaches a handler. The page that tells them is made by whoever makes all
 * such pages.
 */
@Component
class PageRefusals implements AccessDeniedHandler {
    private final KeptForms kept;

    PageRefusals(KeptForms kept) {
        this.kept = kept;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        // A form that outlived its session carries a token that nobody knows any more: no right is missing.
        if (denied instanceof CsrfException) {
            kept.keep(request, response);
            refuse(request, response, ProblemType.FORM_EXPIRED);
        } else {
            refuse(request, response, ProblemType.NOT_PERMITTED);
        }
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, ProblemType type) throws IOException {
        request.setAttribute(ProblemAnswers.REFUSED, type);
        response.sendError(type.status());
    }
}
