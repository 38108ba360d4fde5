package org.rumbo.evaluation.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.evaluation.ApprovalOutcome;
import org.rumbo.evaluation.Criterion;
import org.rumbo.evaluation.EvaluationRound;
import org.rumbo.evaluation.Rating;
import org.rumbo.evaluation.RatingCommand;
import org.rumbo.recommendation.RecommendationAnswers;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InputText;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of an evaluation over REST; each answers with the item as it is then. */
@RestController
@RequestMapping("/api/v1/recommendations/{code}/actions")
class EvaluationApi {
    private static final int LONG = 8000;

    private final EvaluationRound evaluations;
    private final RecommendationAnswers answers;

    EvaluationApi(EvaluationRound evaluations, RecommendationAnswers answers) {
        this.evaluations = evaluations;
        this.answers = answers;
    }

    record AssignBody(@Nullable List<String> evaluators) {}

    record RatingBody(
            @Nullable Criterion criterion,
            @Nullable Integer score,
            @Nullable String narrative) {}

    record RateBody(
            @Nullable List<RatingBody> ratings, @Nullable String lessons) {
        RatingCommand toCommand() {
            var input = new InputText();
            var given = present("ratings", ratings).stream()
                    .map(rating -> new Rating(
                            present("criterion", rating.criterion()),
                            rating.score(),
                            input.optional("ratings." + rating.criterion(), rating.narrative(), LONG)))
                    .toList();
            var command = new RatingCommand(given, input.optional("lessons", lessons, LONG));
            input.check();
            return command;
        }
    }

    record ApproveBody(
            @Nullable ApprovalOutcome outcome, @Nullable String reason) {
        @Nullable
        String text() {
            var input = new InputText();
            var text = input.optional("reason", reason, LONG);
            input.check();
            return text;
        }
    }

    @PostMapping("/assign-evaluators")
    @Needs(Permission.EVALUATORS_ASSIGN)
    ResponseEntity<RecommendationView> assign(
            @PathVariable RecommendationCode code, @RequestBody AssignBody body, Actor actor) {
        var logins = present("evaluators", body.evaluators()).stream()
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        evaluations.assign(code, logins, actor);
        return answers.item(code, actor);
    }

    @PostMapping("/rate")
    @Needs(Permission.EVALUATION_RATE)
    ResponseEntity<RecommendationView> rate(
            @PathVariable RecommendationCode code, @RequestBody RateBody body, Actor actor) {
        present("ratings", body.ratings()).forEach(rating -> present("criterion", rating.criterion()));
        evaluations.rate(code, body::toCommand, actor);
        return answers.item(code, actor);
    }

    @PostMapping("/approve-evaluation")
    @Needs(Permission.EVALUATION_APPROVE)
    ResponseEntity<RecommendationView> approve(
            @PathVariable RecommendationCode code, @RequestBody ApproveBody body, Actor actor) {
        evaluations.conclude(code, present("outcome", body.outcome()), body::text, actor);
        return answers.item(code, actor);
    }

    private static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw DomainException.malformed(field);
        }
        return value;
    }
}
