package org.rumbo.evaluation.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rumbo.evaluation.Criterion;
import org.rumbo.evaluation.EvaluationView;
import org.rumbo.evaluation.Rating;
import org.rumbo.evaluation.RatingCommand;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.InputText;

/** Ratings as they were typed: {@code score.RELEVANCE}, {@code narrative.RELEVANCE} and so on, and {@code lessons}. */
record RatingForm(Map<String, String> typed) {
    private static final int LONG = 8000;

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

    /** A rule about a criterion belongs to one of its two inputs. */
    static List<FormProblem> atInputs(List<FormProblem> problems, DomainException refused) {
        return java.util.stream.IntStream.range(0, problems.size())
                .mapToObj(i -> {
                    var rule = refused.violations().get(i).rule();
                    var criterion = problems.get(i).field().replace("ratings.", "");
                    var family = rule.equals("narrative-required") || rule.equals("too-long") ? "narrative-" : "score-";
                    return problems.get(i).field().startsWith("ratings.")
                            ? new FormProblem(
                                    family + criterion, problems.get(i).message())
                            : problems.get(i);
                })
                .toList();
    }
}
