package org.rumbo.recommendation.web;

import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.RecommendationAnswers;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of an item's route over REST; each answers with the item as it is then. */
@RestController
@RequestMapping("/api/v1/recommendations/{code}/actions")
class LifecycleApi {
    private final RecommendationLifecycle lifecycle;
    private final RecommendationEditing editing;
    private final RecommendationAnswers answers;

    LifecycleApi(RecommendationLifecycle lifecycle, RecommendationEditing editing, RecommendationAnswers answers) {
        this.lifecycle = lifecycle;
        this.editing = editing;
        this.answers = answers;
    }

    @PostMapping("/claim")
    @Needs(Permission.CLAIM_MAKE)
    ResponseEntity<RecommendationView> claim(
            @PathVariable RecommendationCode code,
            @RequestBody Bodies.Claim body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        var target = Bodies.present("to", body.to());
        lifecycle.claim(code, target, body::toCommand, actor, Expected.ofHeader(ifMatch));
        return answers.item(code, actor);
    }

    @PostMapping("/withdraw-claim")
    @Needs(Permission.CLAIM_WITHDRAW)
    ResponseEntity<RecommendationView> withdraw(
            @PathVariable RecommendationCode code,
            @RequestBody Bodies.Reason body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        lifecycle.withdrawClaim(code, body::text, actor, Expected.ofHeader(ifMatch));
        return answers.item(code, actor);
    }

    @PostMapping("/decide")
    @Needs(Permission.CLAIM_DECIDE)
    ResponseEntity<RecommendationView> decide(
            @PathVariable RecommendationCode code,
            @RequestBody Bodies.Decision body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        Bodies.present("outcome", body.outcome());
        lifecycle.decide(code, body::toCommand, actor, Expected.ofHeader(ifMatch));
        return answers.item(code, actor);
    }

    @PostMapping("/reopen")
    @Needs(Permission.ITEM_REOPEN)
    ResponseEntity<RecommendationView> reopen(
            @PathVariable RecommendationCode code,
            @RequestBody Bodies.Reopening body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        var target = Bodies.present("to", body.to());
        lifecycle.reopen(code, target, () -> Bodies.reasonOf(body.reason()), actor, Expected.ofHeader(ifMatch));
        return answers.item(code, actor);
    }

    @PostMapping("/record-position")
    @Needs(Permission.POSITION_RECORD)
    ResponseEntity<RecommendationView> recordPosition(
            @PathVariable RecommendationCode code,
            @RequestBody Bodies.PositionBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        Bodies.present("position", body.position());
        editing.recordPosition(code, body::toCommand, actor, Expected.ofHeader(ifMatch));
        return answers.item(code, actor);
    }
}
