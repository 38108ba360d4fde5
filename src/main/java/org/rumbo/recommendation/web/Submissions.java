package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.Violation;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Tries what a form asks for. What the sender can mend comes back as the same form with her words in it: rules that are not
 * met (422), and a recommendation that changed while she was writing (412). Every other refusal is a page of its own.
 */
@Component
class Submissions {
    /** Days are typed in three fields; the first one is where a problem leads. */
    private static final Set<String> DAYS =
            Set.of("occurredOn", "delivered", "targetDate", "metOn", "on", "date", "since");

    /** Of what a form brings, its file alone is measured here, or put away. */
    private static final Map<ProblemType, String> RULES_OF_FILES = Map.of(
            ProblemType.TOO_LARGE,
            "file-too-large",
            ProblemType.FILE_NOT_STORED,
            "file-not-stored",
            ProblemType.FILE_STORE_AWAY,
            "file-store-away");

    private final MessageSource messages;

    Submissions(MessageSource messages) {
        this.messages = messages;
    }

    boolean accepted(Runnable change, Model model, HttpServletResponse response) {
        try {
            change.run();
            return true;
        } catch (DomainException refused) {
            if (refused.type() == ProblemType.RULES_NOT_MET) {
                model.addAttribute("problems", problems(refused.violations()));
            } else if (refused.type() == ProblemType.VERSION_MISMATCH) {
                model.addAttribute("changedMeanwhile", true);
            } else {
                var rule = RULES_OF_FILES.get(refused.type());
                if (rule == null) {
                    throw refused;
                }
                model.addAttribute("problems", problems(List.of(new Violation("file", rule))));
            }
            response.setStatus(refused.type().status());
            return false;
        }
    }

    private List<FormProblem> problems(List<Violation> violations) {
        var locale = LocaleContextHolder.getLocale();
        return violations.stream()
                .map(violation -> new FormProblem(
                        DAYS.contains(violation.field()) ? violation.field() + "-day" : violation.field(),
                        message(violation, locale)))
                .distinct()
                .toList();
    }

    /** A form may word a rule for one of its fields; otherwise the rule's own sentence stands. */
    private String message(Violation violation, Locale locale) {
        var codes = new String[] {
            "field." + violation.field() + "." + violation.rule(),
            "field." + violation.rule(),
            "rule." + violation.rule()
        };
        return messages.getMessage(new DefaultMessageSourceResolvable(codes, null, violation.rule()), locale);
    }
}
