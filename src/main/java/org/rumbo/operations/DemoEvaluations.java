package org.rumbo.operations;

import java.util.Arrays;
import java.util.List;
import org.rumbo.evaluation.ApprovalOutcome;
import org.rumbo.evaluation.Criterion;
import org.rumbo.evaluation.EvaluationRound;
import org.rumbo.evaluation.Rating;
import org.rumbo.evaluation.RatingCommand;
import org.rumbo.operations.DemoScript.Step;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays the evaluations of the demonstration. */
@Component
@Profile("demo")
class DemoEvaluations {
    private static final int WORST = 6;

    private final EvaluationRound round;
    private final DemoCast people;

    DemoEvaluations(EvaluationRound round, DemoCast people) {
        this.round = round;
        this.people = people;
    }

    void assign(DemoItem item, Step step) {
        var logins = step.words().stream().map(letter -> "evaluator." + letter).toList();
        round.assign(item.code(), logins, people.director(item));
    }

    /** One evaluator rates, most criteria with that score. */
    void rate(DemoItem item, Step step) {
        var score = Integer.parseInt(step.word(1, "2"));
        var ratings = Arrays.stream(Criterion.values())
                .map(criterion -> new Rating(criterion, score(item, criterion, score), narrative(item, criterion)))
                .toList();
        round.rate(
                item.code(),
                () -> new RatingCommand(List.copyOf(ratings), item.say("lessons")),
                people.evaluator(step.word(0, "a")));
    }

    @org.jspecify.annotations.Nullable
    private static Integer score(DemoItem item, Criterion criterion, int score) {
        var turn = item.number() + criterion.ordinal();
        if (!criterion.isMandatory() && turn % 4 == 0) {
            return null;
        }
        return turn % 3 == 0 ? Math.min(score + 1, WORST) : score;
    }

    private static String narrative(DemoItem item, Criterion criterion) {
        return item.say("narrative-" + criterion);
    }

    void conclude(DemoItem item, ApprovalOutcome outcome) {
        round.conclude(item.code(), outcome, () -> item.say("evaluation-" + outcome), people.director(item));
    }
}
