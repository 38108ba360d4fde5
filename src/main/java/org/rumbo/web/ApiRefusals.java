package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rumbo.shared.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Refuses API requests before they reach a handler, in the same form as every other refusal. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final SignIn signIn;
    private final Problems problems;
    private final LocaleResolver locales;
    private final JsonMapper json;

    ApiRefusals(SignIn signIn, Problems problems, LocaleResolver localeResolver, JsonMapper json) {
        this.signIn = signIn;
        this.problems = problems;
        this.locales = localeResolver;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, signIn.challenge(reason));
        refuse(request, response, ProblemType.NOT_SIGNED_IN);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        refuse(
                request,
                response,
                reason instanceof CsrfException ? ProblemType.FORM_EXPIRED : ProblemType.NOT_PERMITTED);
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, ProblemType type) throws IOException {
        request.setAttribute(ProblemAnswers.REFUSED, type);
        var problem = problems.describe(type, locales.resolveLocale(request));
        if (request.getAttribute(ProblemAnswers.WAIT) instanceof Long seconds) {
            problem.setProperty("retryAfter", seconds);
        }
        response.setStatus(type.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
