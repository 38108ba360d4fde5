package org.rumbo.operations;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.operations.DemoScript.Step;
import org.rumbo.recommendation.ClaimCommand;
import org.rumbo.recommendation.CloseReason;
import org.rumbo.recommendation.Contribution;
import org.rumbo.recommendation.DecisionCommand;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.Outcome;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.recommendation.State;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays the claims of the demonstration and what directors decided about them. */
@Component
@Profile("demo")
class DemoClaims {
    private final RecommendationLifecycle lifecycle;
    private final DemoFolders folders;
    private final DemoCast people;

    DemoClaims(RecommendationLifecycle lifecycle, DemoFolders folders, DemoCast people) {
        this.lifecycle = lifecycle;
        this.folders = folders;
        this.people = people;
    }

    void deliver(DemoItem item, LocalDate day) {
        var how = item.say("delivered");
        var statement = item.say("deliver");
        claim(
                item,
                new ClaimCommand(
                        State.UNDER_REVIEW, day, statement, null, null, List.of(), day.minusDays(1), how, null, null));
    }

    void adopt(DemoItem item, Step step, LocalDate day) {
        var document = folders.add(item, step.word(0, "A"), "PUBLIC", day);
        claim(
                item,
                new ClaimCommand(
                        State.ADOPTED,
                        day.minusDays(4),
                        item.say("adopt"),
                        contribution(item),
                        Level.STARTED,
                        List.of(document),
                        null,
                        null,
                        null,
                        null));
    }

    void implement(DemoItem item, Step step, LocalDate day) {
        var level = Level.valueOf(step.word(0, "LARGELY"));
        folders.meet(item, level == Level.FULL ? Integer.MAX_VALUE : folders.expected(item), day);
        var document = folders.add(item, step.word(1, "A"), "FUNDER", day);
        claim(item, claim(State.IMPLEMENTED, item, "implement", level, document, day));
    }

    void regress(DemoItem item, Step step, LocalDate day) {
        var document = folders.add(item, "B", "PUBLIC", day);
        claim(item, claim(State.valueOf(step.word(0, "UNDER_REVIEW")), item, "regress", Level.REVERSED, document, day));
    }

    private static ClaimCommand claim(
            State to, DemoItem item, String occasion, Level level, UUID document, LocalDate day) {
        return new ClaimCommand(
                to,
                day.minusDays(3),
                item.say(occasion),
                contribution(item),
                level,
                List.of(document),
                null,
                null,
                null,
                null);
    }

    private static Contribution contribution(DemoItem item) {
        return Contribution.values()[item.number() % Contribution.values().length];
    }

    void close(DemoItem item, Step step, LocalDate day) {
        var reason = CloseReason.valueOf(step.word(0, "NOT_ADOPTED"));
        var newer = reason == CloseReason.SUPERSEDED ? step.word(1, "") : null;
        claim(
                item,
                new ClaimCommand(
                        State.CLOSED,
                        day.minusDays(6),
                        item.say("close-" + reason),
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        reason,
                        newer));
    }

    private void claim(DemoItem item, ClaimCommand command) {
        lifecycle.claim(item.code(), command.to(), () -> command, people.coordinator(item), Expected.ANY);
    }

    /** Confirms; where a level is named, that one instead of the claimed. */
    void confirm(DemoItem item, Step step) {
        var level = step.words().isEmpty() ? null : Level.valueOf(step.word(0, ""));
        decide(item, Outcome.CONFIRMED, level == null ? null : item.say("other-level"), level);
    }

    void returnClaim(DemoItem item) {
        decide(item, Outcome.RETURNED, item.say("return"), null);
    }

    void disagree(DemoItem item, Step step) {
        decide(item, Outcome.DISAGREED, item.say("disagree"), Level.valueOf(step.word(0, "PARTIAL")));
    }

    private void decide(DemoItem item, Outcome outcome, @Nullable String reason, @Nullable Level level) {
        lifecycle.decide(
                item.code(), () -> new DecisionCommand(outcome, reason, level), people.director(item), Expected.ANY);
    }

    void withdraw(DemoItem item) {
        lifecycle.withdrawClaim(item.code(), () -> item.say("withdraw"), people.coordinator(item), Expected.ANY);
    }

    void reopen(DemoItem item, Step step) {
        lifecycle.reopen(
                item.code(),
                State.valueOf(step.word(0, "UNDER_REVIEW")),
                () -> item.say("reopen"),
                people.director(item),
                Expected.ANY);
    }
}
