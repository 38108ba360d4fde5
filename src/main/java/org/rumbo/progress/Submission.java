package org.rumbo.progress;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.CountryCode;

/** One country team's part in an update round. */
@Entity
@Table(name = "round_submission")
@NullUnmarked
class Submission {
    @Id
    private UUID id;

    @Column(name = "round_id")
    private UUID roundId;

    private CountryCode country;

    @Enumerated(EnumType.STRING)
    private SubmissionState state;

    private String reason;
    private Instant submittedAt;
    private Instant decidedAt;

    protected Submission() {}

    Submission(UUID round, CountryCode country) {
        this.id = UUID.randomUUID();
        this.roundId = round;
        this.country = country;
        this.state = SubmissionState.AWAITED;
    }

    void submit(Instant at) {
        moveTo(SubmissionState.SUBMITTED);
        submittedAt = at;
        decidedAt = null;
    }

    void accept(Instant at) {
        moveTo(SubmissionState.ACCEPTED);
        decidedAt = at;
        reason = null;
    }

    void giveBack(String why, Instant at) {
        moveTo(SubmissionState.RETURNED);
        decidedAt = at;
        reason = why;
    }

    void close() {
        if (state.whenClosed() != state) {
            moveTo(state.whenClosed());
        }
    }

    private void moveTo(SubmissionState target) {
        requireNext(target);
        state = target;
    }

    void requireNext(SubmissionState target) {
        if (!state.next().contains(target)) {
            throw new DomainException(ProblemType.TRANSITION_NOT_ALLOWED, Map.of("from", state, "to", target));
        }
    }

    CountryCode country() {
        return country;
    }

    SubmissionState state() {
        return state;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }
}
