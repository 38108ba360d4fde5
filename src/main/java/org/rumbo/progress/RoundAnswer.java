package org.rumbo.progress;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.CountryCode;

/** What a round asks of one item, and what it was told. Until the team submits, a later answer takes the place of an earlier one. */
@Entity
@Table(name = "round_answer")
@NullUnmarked
class RoundAnswer {
    @Id
    private UUID id;

    private UUID roundId;
    private UUID recommendationId;
    private CountryCode country;

    @Enumerated(EnumType.STRING)
    private AnswerKind kind;

    private UUID noteId;
    private String lateReason;
    private UUID answeredBy;
    private Instant answeredAt;
    private UUID suggestedBy;
    private Instant suggestedAt;

    protected RoundAnswer() {}

    RoundAnswer(UUID round, UUID recommendation, CountryCode country) {
        this.id = UUID.randomUUID();
        this.roundId = round;
        this.recommendationId = recommendation;
        this.country = country;
    }

    void note(UUID note, @Nullable String whyLate, UUID actor, Instant at) {
        answer(AnswerKind.NOTE, actor, at);
        noteId = note;
        lateReason = whyLate;
    }

    void nothingNew(UUID actor, Instant at) {
        answer(AnswerKind.NOTHING_NEW, actor, at);
        noteId = null;
        lateReason = null;
    }

    /** A member sees nothing new; whoever answers decides. */
    void suggestNothingNew(UUID member, Instant at) {
        suggestedBy = member;
        suggestedAt = at;
    }

    /** Nobody has to answer what was decided meanwhile. */
    void movedOn(Instant at) {
        answer(AnswerKind.MOVED_ON, null, at);
    }

    void missed(Instant at) {
        answer(AnswerKind.NO_ANSWER, null, at);
    }

    private void answer(AnswerKind given, @Nullable UUID actor, Instant at) {
        kind = given;
        answeredBy = actor;
        answeredAt = at;
    }

    UUID recommendationId() {
        return recommendationId;
    }

    CountryCode country() {
        return country;
    }

    AnswerKind kind() {
        return kind;
    }
}
