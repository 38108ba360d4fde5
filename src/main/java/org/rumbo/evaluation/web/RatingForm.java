package org.rumbo.evaluation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rumbo.evaluation.Criterion;
import org.rumbo.evaluation.EvaluationView;
import org.rumbo.evaluation.Rating;
import org.rumbo.evaluation.RatingCommand;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.InputText;
import org.springframework.context.MessageSource;

/** Ratings as they were typed: {@code score.RELEVANCE}, {@code narrative.RELEVANCE} and so on, and {@code lessons}. */
record RatingForm(Map<String, String> typed) {
    private static final int LONG = 8000;
    private static final Set<String> AT_NARRATIVE = Set.of("narrative-required", "too-long");

    /** What stands in the form at first: what the evaluator wrote before her ratings were sent back. */
    static RatingForm of(EvaluationView.@Nullable Part before) {
        var typed = new TreeMap<String, String>();
        if (before != null) {
            for (var rating : before.ratings()) {
                typed.put("score." + rating.criterion(), rating.score() == null ? "none" : rating.score() + "");
                typed.put("narrative." + rating.criterion(), rating.narrative() == null ? "" : rating.narrative());
            }
            typed.put("lessons", before.lessons() == null ? "" : before.lessons());
        }
        return new RatingForm(typed);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What nothing was said about is left out, so that the rules name it. */
    RatingCommand toCommand() {
        var input = new InputText();
        var ratings = Arrays.stream(Criterion.values())
                .filter(criterion -> typed.containsKey("score." + criterion)
                        || !value("narrative." + criterion).isBlank())
                .map(criterion -> new Rating(
                        criterion,
                        score(value("score." + criterion)),
                        input.optional("ratings." + criterion, value("narrative." + criterion), LONG)))
                .toList();
        var command = new RatingCommand(ratings, input.optional("lessons", value("lessons"), LONG));
        input.check();
        return command;
    }

    private static @Nullable Integer score(String typed) {
        if (typed.isEmpty() || typed.equals("none")) {
            return null;
        }
        try {
            return Integer.valueOf(typed);
        } catch (NumberFormatException wrong) {
            throw DomainException.malformed("score");
        }
    }

    /** A rule about a criterion belongs to one of its two inputs, and its message names the criterion. */
    static List<FormProblem> problems(DomainException refused, MessageSource messages, Locale locale) {
        var told = FormProblem.of(refused, messages, locale);
        var problems = new ArrayList<FormProblem>();
        for (var violation : refused.violations()) {
            var problem = told.get(problems.size());
            if (violation.field().startsWith("ratings.")) {
                var criterion = violation.field().substring("ratings.".length());
                var input = AT_NARRATIVE.contains(violation.rule()) ? "narrative-" : "score-";
                var name = messages.getMessage("criterion." + criterion, null, locale);
                problem = new FormProblem(input + criterion, name + ": " + problem.message());
            }
            problems.add(problem);
        }
        return problems;
    }
}
