package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gives a problem the form that the asker can read: problem details for the API, a page with the same words for people. */
@Component
class ProblemAnswers {
    /** Where it stands in the request why it was refused, for whoever writes that down or makes the page of it. */
    static final String REFUSED = ProblemAnswers.class.getName() + ".refused";
    /** For how many seconds whoever asks too much must wait. */
    static final String WAIT = ProblemAnswers.class.getName() + ".wait";

    private static final String SOON = "2";

    private final ShellModel shell;

    ProblemAnswers(ShellModel shell) {
        this.shell = shell;
    }

    Object of(ProblemDetail problem, ProblemType type, HttpServletRequest request) {
        return of(problem, type, request, request.getRequestURI());
    }

    /**
     * @param address what was asked for, where the request has been handed on since
     */
    Object of(ProblemDetail problem, ProblemType type, HttpServletRequest request, String address) {
        request.setAttribute(REFUSED, type);
        if (address.startsWith(request.getContextPath() + "/api/")) {
            var response = ResponseEntity.status(type.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
            if (type == ProblemType.UNAVAILABLE) {
                response.header(HttpHeaders.RETRY_AFTER, SOON);
            }
            return response.body(problem);
        }
        var page = new ModelAndView("problem", HttpStatusCode.valueOf(type.status()));
        page.addObject("problem", problem);
        page.addObject("shell", shell.shell(request));
        page.addObject("reference", request.getAttribute(RequestTag.ATTRIBUTE));
        page.addObject("back", back(address, type));
        return page;
    }

    /** The recommendation that a refused step was about; null where there is none, or none to be seen. */
    private static @Nullable String back(String path, ProblemType type) {
        var steps = path.split("/");
        return type != ProblemType.NOT_FOUND && steps.length > 3 && steps[1].equals("recommendations")
                ? "/recommendations/" + steps[2]
                : null;
    }
}
