package org.rumbo.progress;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.Visibility;

/** What a team tells about an item between two steps; a member's note is a draft until a coordinator publishes it. */
@Entity
@Table(name = "progress_note")
@NullUnmarked
class ProgressNote {
    @Id
    private UUID id;

    private UUID recommendationId;
    private String note;

    @Enumerated(EnumType.STRING)
    private Level level;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private LocalDate nextDate;
    private boolean draft;
    private UUID writtenBy;
    private Instant writtenAt;
    private UUID publishedBy;
    private Instant publishedAt;

    protected ProgressNote() {}

    ProgressNote(UUID recommendation, ProgressCommand command, String note, boolean draft, UUID actor, Instant at) {
        this.id = UUID.randomUUID();
        this.recommendationId = recommendation;
        this.note = note;
        this.level = command.level();
        this.visibility = command.visibility().untilReleased();
        this.nextDate = command.nextDate();
        this.draft = draft;
        this.writtenBy = actor;
        this.writtenAt = at;
        if (!draft) {
            publish(actor, at);
        }
    }

    void publish(UUID actor, Instant at) {
        draft = false;
        publishedBy = actor;
        publishedAt = at;
    }

    UUID id() {
        return id;
    }

    String note() {
        return note;
    }

    Level level() {
        return level;
    }

    Visibility visibility() {
        return visibility;
    }

    LocalDate nextDate() {
        return nextDate;
    }

    boolean draft() {
        return draft;
    }

    UUID writtenBy() {
        return writtenBy;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
