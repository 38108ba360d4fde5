package org.rumbo.shared;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * What is wrong with one field of a form, in the reader's language.
 *
 * @param field the id of the input
 */
public record FormProblem(String field, String message) {

    /** The problems of a refused form; any other refusal is thrown on, for it has a page of its own. */
    public static List<FormProblem> of(DomainException refused, MessageSource messages, Locale locale) {
        if (refused.type() != ProblemType.RULES_NOT_MET) {
            throw refused;
        }
        return refused.violations().stream()
                .map(violation -> new FormProblem(
                        violation.field(), messages.getMessage("rule." + violation.rule(), null, locale)))
                .toList();
    }
}
