package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
    private static final Set<ProblemType> LOSES_TEXT = Set.of(ProblemType.FORM_EXPIRED, ProblemType.SESSION_ENDED);
    private static final int MOST_TEXTS = 20;

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
            if (type.status() == ProblemType.UNAVAILABLE.status()) {
                response.header(HttpHeaders.RETRY_AFTER, SOON);
            }
            return response.body(problem);
        }
        var page = new ModelAndView("problem", HttpStatusCode.valueOf(type.status()));
        page.addObject("problem", problem);
        page.addObject("shell", shell.shell(request));
        page.addObject("reference", request.getAttribute(RequestTag.ATTRIBUTE));
        page.addObject("back", back(address, type));
        var kept = KeptForms.page(request);
        page.addObject("kept", kept);
        page.addObject("written", losesText(type) && kept == null ? written(request) : List.of());
        return page;
    }

    /** Also where somebody else was faster: the form cannot be drawn again, for what it was about is done. */
    private static boolean losesText(ProblemType type) {
        return LOSES_TEXT.contains(type)
                || type.status() == HttpStatus.CONFLICT.value()
                || type.status() == HttpStatus.PRECONDITION_FAILED.value();
    }

    /**
     * What somebody typed into a form that could not be taken, for her to copy. Only where her browser vouches that one of
     * our own pages sent it: another site's words have no place on ours.
     */
    private static List<String> written(HttpServletRequest request) {
        if (!SameOrigin.isVouchedFor(request)) {
            return List.of();
        }
        return request.getParameterMap().entrySet().stream()
                .filter(field ->
                        !field.getKey().startsWith("_") && !field.getKey().equals("password"))
                .flatMap(field -> Arrays.stream(field.getValue()))
                .map(String::strip)
                .filter(text -> text.chars().anyMatch(Character::isWhitespace))
                .limit(MOST_TEXTS)
                .toList();
    }

    /** The recommendation that a refused step was about; null where there is none, or none to be seen. */
    private static @Nullable String back(String path, ProblemType type) {
        var steps = path.split("/");
        return type != ProblemType.NOT_FOUND && steps.length > 3 && steps[1].equals("recommendations")
                ? "/recommendations/" + steps[2]
                : null;
    }
}
