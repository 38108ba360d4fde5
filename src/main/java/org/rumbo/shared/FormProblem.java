package org.rumbo.shared;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;

/**
 * What is wrong with one field of a form, in the reader's language.
 *
 * @param field the id of the input
 */
public record FormProblem(String field, String message) {

    /** The problems of a refused form; any other refusal is thrown on, for it has a page of its own. */
    public static List<FormProblem> of(DomainException refused, MessageSource messages, Locale locale) {
        return of(refused, messages, locale, UnaryOperator.identity());
    }

    /**
     * Likewise where inputs are called otherwise than the fields that they fill.
     *
     * @param input the id of a field's input
     */
    public static List<FormProblem> of(
            DomainException refused, MessageSource messages, Locale locale, UnaryOperator<String> input) {
        if (refused.type() != ProblemType.RULES_NOT_MET) {
            throw refused;
        }
        return refused.violations().stream()
                .map(violation -> new FormProblem(
                        input.apply(violation.field()), messages.getMessage("rule." + violation.rule(), null, locale)))
                .toList();
    }
}
