package org.rumbo.operations;

import java.time.LocalDate;
import org.rumbo.evaluation.ApprovalOutcome;
import org.rumbo.operations.DemoScript.Step;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.team.CountryCode;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays one line of a story through the use cases that people's pages call, under the name of whoever did it. */
@Component
@Profile("demo")
class DemoPlay {
    private final RecommendationEditing editing;
    private final DemoFolders folders;
    private final DemoClaims claims;
    private final DemoTalk talk;
    private final DemoPlans plans;
    private final DemoEvaluations evaluations;
    private final DemoCast people;

    DemoPlay(
            RecommendationEditing editing,
            DemoFolders folders,
            DemoClaims claims,
            DemoTalk talk,
            DemoPlans plans,
            DemoEvaluations evaluations,
            DemoCast people) {
        this.editing = editing;
        this.folders = folders;
        this.claims = claims;
        this.talk = talk;
        this.plans = plans;
        this.evaluations = evaluations;
        this.people = people;
    }

    void propose(DemoItem item, DemoScript.Proposal proposal) {
        var country = new CountryCode(item.item().country());
        item.named(editing.propose(
                country, item.item().written(), proposal.title(), proposal.summary(), people.coordinator(item)));
    }

    /**
     * @param due the day that the story names as the item's target
     */
    void play(DemoItem item, Step step, LocalDate day, LocalDate due) {
        switch (step.verb()) {
            case "track" -> folders.track(item, due);
            case "meet" -> folders.meet(item, Integer.parseInt(step.word(0, "1")), day);
            case "document" -> folders.add(item, step.word(0, "B"), step.word(1, "NETWORK"), day);
            case "copy" -> folders.addCopy(item, step.word(0, "B"), step.word(1, "NETWORK"), day);
            case "gone" -> folders.linkGone(item, day);
            case "release" -> folders.release(item);
            case "note" -> talk.note(item, step, day);
            case "draft" -> talk.draft(item, day);
            case "publish" -> talk.publish(item, day);
            case "comment" -> talk.comment(item, step);
            case "position" -> talk.position(item, step, day);
            case "plan", "done", "measure", "count", "event", "holds" -> plans.play(item, step, day);
            default -> move(item, step, day);
        }
    }

    private void move(DemoItem item, Step step, LocalDate day) {
        switch (step.verb()) {
            case "deliver" -> claims.deliver(item, day);
            case "adopt" -> claims.adopt(item, step, day);
            case "implement" -> claims.implement(item, step, day);
            case "regress" -> claims.regress(item, step, day);
            case "close" -> claims.close(item, step, day);
            case "confirm" -> claims.confirm(item, step);
            case "return" -> claims.returnClaim(item);
            case "disagree" -> claims.disagree(item, step);
            case "withdraw" -> claims.withdraw(item);
            case "reopen" -> claims.reopen(item, step);
            default -> evaluate(item, step);
        }
    }

    private void evaluate(DemoItem item, Step step) {
        switch (step.verb()) {
            case "assign" -> evaluations.assign(item, step);
            case "rate" -> evaluations.rate(item, step);
            case "approve" -> evaluations.conclude(item, ApprovalOutcome.APPROVED);
            case "rerate" -> evaluations.conclude(item, ApprovalOutcome.RETURNED);
            case "cancel" -> evaluations.conclude(item, ApprovalOutcome.CANCELLED);
            default -> throw new IllegalStateException("No story knows " + step.verb());
        }
    }
}
