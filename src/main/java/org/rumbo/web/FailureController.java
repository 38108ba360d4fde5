package org.rumbo.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
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
        }
        return answer;
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
