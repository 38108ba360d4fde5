package org.rumbo.progress;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.CountryCode;

/**
 * An update round: every country team says of each of its open items what is new, a director accepts it or sends it back. No team
 * waits for another. It closes when all are accepted, when a director closes it, or at its cut-off.
 */
@Entity
@Table(name = "update_round")
@NullUnmarked
class UpdateRound {
    /** Whether answers are taken. */
    enum Status {
        OPEN,
        CLOSED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private String roundKey;
    private String name;
    private LocalDate cutOff;
    private LocalDate due;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Integer openSlot;
    private UUID openedBy;
    private Instant openedAt;
    private UUID closedBy;
    private Instant closedAt;
    private String moveReason;
    private Instant movedAt;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @JoinColumn(name = "round_id", nullable = false, insertable = false, updatable = false)
    @OrderBy("country")
    private List<Submission> submissions = new ArrayList<>();

    protected UpdateRound() {}

    UpdateRound(String key, RoundCommand command, Collection<CountryCode> teams, UUID actor, Instant at) {
        this.id = UUID.randomUUID();
        this.roundKey = key;
        this.name = command.name();
        this.cutOff = command.cutOff();
        this.due = command.due();
        this.status = Status.OPEN;
        this.openSlot = 1;
        this.openedBy = actor;
        this.openedAt = at;
        teams.forEach(team -> submissions.add(new Submission(id, team)));
    }

    void requireOpen() {
        if (status != Status.OPEN) {
            throw new DomainException(ProblemType.ROUND_CLOSED, Map.of("round", roundKey));
        }
    }

    /** The part of a team that takes part; a team that does not has none (404). */
    Submission of(CountryCode country) {
        return submissions.stream()
                .filter(submission -> submission.country().equals(country))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    void requireAnswerable(CountryCode country) {
        requireOpen();
        of(country).requireNext(SubmissionState.SUBMITTED);
    }

    void submit(CountryCode country, Instant at) {
        requireOpen();
        of(country).submit(at);
    }

    void requireDecidable(CountryCode country) {
        requireOpen();
        of(country).requireNext(SubmissionState.ACCEPTED);
    }

    /** Tells whether all are accepted now: then there is nothing left to do, and it closes. */
    boolean accept(CountryCode country, UUID actor, Instant at) {
        requireOpen();
        of(country).accept(at);
        var complete = submissions.stream().allMatch(one -> one.state() == SubmissionState.ACCEPTED);
        if (complete) {
            close(actor, at);
        }
        return complete;
    }

    void giveBack(CountryCode country, String reason, Instant at) {
        requireOpen();
        of(country).giveBack(reason, at);
    }

    /** @param actor who closes it; null at the cut-off */
    void close(@Nullable UUID actor, Instant at) {
        requireOpen();
        submissions.forEach(Submission::close);
        status = Status.CLOSED;
        openSlot = null;
        closedBy = actor;
        closedAt = at;
    }

    /** Other days, while it is open; what was answered stays. */
    void move(LocalDate newDue, LocalDate newCutOff, String reason, Instant at) {
        requireOpen();
        due = newDue;
        cutOff = newCutOff;
        moveReason = reason;
        movedAt = at;
    }

    LocalDate due() {
        return due;
    }

    LocalDate cutOff() {
        return cutOff;
    }

    UUID id() {
        return id;
    }

    String key() {
        return roundKey;
    }

    List<Submission> submissions() {
        return List.copyOf(submissions);
    }
}
