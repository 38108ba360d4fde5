package org.rumbo.operations;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.operations.DemoScript.Step;
import org.rumbo.progress.Conversation;
import org.rumbo.progress.NoteView;
import org.rumbo.progress.ProgressCommand;
import org.rumbo.progress.ProgressReporting;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.Position;
import org.rumbo.recommendation.PositionCommand;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.Visibility;
import org.rumbo.team.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays what was reported, said and heard between two steps of the demonstration's items. */
@Component
@Profile("demo")
class DemoTalk {
    private static final int NEXT_LOOK = 90;

    private final ProgressReporting progress;
    private final Conversation conversation;
    private final RecommendationEditing editing;
    private final DemoCast people;

    DemoTalk(ProgressReporting progress, Conversation conversation, RecommendationEditing editing, DemoCast people) {
        this.progress = progress;
        this.conversation = conversation;
        this.editing = editing;
        this.people = people;
    }

    void note(DemoItem item, Step step, LocalDate day) {
        var level = step.words().isEmpty() ? null : Level.valueOf(step.word(0, ""));
        var visibility = Visibility.valueOf(step.word(1, "NETWORK"));
        report(item, item.say("note"), level, visibility, day, null, people.coordinator(item));
    }

    /** A member writes what a coordinator may publish. */
    void draft(DemoItem item, LocalDate day) {
        report(item, item.say("note"), null, Visibility.NETWORK, day, null, people.member(item));
    }

    void publish(DemoItem item, LocalDate day) {
        var coordinator = people.coordinator(item);
        var draft = progress.notes(item.code(), coordinator).stream()
                .filter(NoteView::draft)
                .findFirst()
                .orElseThrow();
        report(item, null, null, Visibility.NETWORK, day, draft.id(), coordinator);
    }

    private void report(
            DemoItem item,
            @Nullable String words,
            @Nullable Level level,
            Visibility visibility,
            LocalDate day,
            @Nullable UUID draft,
            Actor actor) {
        var command = new ProgressCommand(words, level, visibility, day.plusDays(NEXT_LOOK), draft);
        progress.report(item.code(), () -> command, actor);
    }

    void comment(DemoItem item, Step step) {
        var actor =
                switch (step.word(0, "coordinator")) {
                    case "member" -> people.member(item);
                    case "director" -> people.director(item);
                    default -> people.coordinator(item);
                };
        conversation.comment(
                item.code(), () -> item.say("comment"), Visibility.valueOf(step.word(1, "NETWORK")), actor);
    }

    void position(DemoItem item, Step step, LocalDate day) {
        var position = Position.valueOf(step.word(0, "UNDER_CONSIDERATION"));
        var command = new PositionCommand(position, day.minusDays(3), item.say("position-" + position));
        editing.recordPosition(item.code(), () -> command, people.coordinator(item), Expected.ANY);
    }
}
