package org.rumbo.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what no handler answered, in the form of every other refusal; a failure of ours gets a number to ask with. */
@Controller
class FailureController implements ErrorController {
    private static final Set<ProblemType> LOSES_TEXT = Set.of(ProblemType.FORM_EXPIRED, ProblemType.SESSION_ENDED);
    private static final int MOST_TEXTS = 20;

    private final Problems problems;
    private final ProblemAnswers answers;

    FailureController(Problems problems, ProblemAnswers answers) {
        this.problems = problems;
        this.answers = answers;
    }

    @RequestMapping("/error")
    @Needs(Permission.PUBLIC)
    Object failed(HttpServletRequest request, Locale locale) {
        var type = type(request);
        var problem = problems.describe(type, locale);
        problem.setProperty("request", request.getAttribute(RequestTag.ATTRIBUTE));
        if (request.getAttribute(ProblemAnswers.WAIT) instanceof Long seconds) {
            problem.setProperty("retryAfter", seconds);
        }
        var address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var answer =
                answers.of(problem, type, request, address instanceof String asked ? asked : request.getRequestURI());
        if (answer instanceof ModelAndView page) {
            page.addObject("wait", request.getAttribute(ProblemAnswers.WAIT));
            page.addObject("written", LOSES_TEXT.contains(type) ? written(request) : List.of());
        }
        return answer;
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

    private static ProblemType type(HttpServletRequest request) {
        if (request.getAttribute(ProblemAnswers.REFUSED) instanceof ProblemType refused) {
            return refused;
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Arrays.stream(ProblemType.values())
                .filter(type -> Integer.valueOf(type.status()).equals(status))
                .findFirst()
                .orElse(ProblemType.INTERNAL);
    }
}
