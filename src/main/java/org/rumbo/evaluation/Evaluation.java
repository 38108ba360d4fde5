package org.rumbo.evaluation;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;

/** One round of rating an implemented item, from the assignment of evaluators to a director's approval. */
@Entity
@Table(name = "evaluation")
@NullUnmarked
class Evaluation {
    enum Status {
        OPEN,
        APPROVED,
        CANCELLED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID recommendationId;

    @Enumerated(EnumType.STRING)
    private Status status;

    private UUID openedBy;
    private Instant openedAt;
    private UUID closedBy;
    private Instant closedAt;
    private String reason;
    private Integer overall;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "evaluation_id", nullable = false, insertable = false, updatable = false)
    private List<Assignment> assignments = new ArrayList<>();

    protected Evaluation() {}

    Evaluation(UUID recommendation, UUID actor, Instant at) {
        this.id = UUID.randomUUID();
        this.recommendationId = recommendation;
        this.status = Status.OPEN;
        this.openedBy = actor;
        this.openedAt = at;
    }

    /** Assigns evaluators; those assigned before who have not rated yet are replaced. */
    void assign(Collection<UUID> evaluators, Instant at) {
        if (!assignments.isEmpty() && outstanding().isEmpty()) {
            throw new DomainException(ProblemType.RATINGS_COMPLETE);
        }
        assignments.removeIf(assignment -> !assignment.hasRated() && !evaluators.contains(assignment.evaluator()));
        var there = new HashSet<UUID>();
        assignments.forEach(assignment -> there.add(assignment.evaluator()));
        evaluators.stream()
                .filter(evaluator -> !there.contains(evaluator))
                .distinct()
                .forEach(evaluator -> assignments.add(new Assignment(id, evaluator, at)));
    }

    void rate(UUID evaluator, List<Rating> ratings, @Nullable String lessons, Instant at) {
        assignment(evaluator)
                .filter(assignment -> !assignment.hasRated())
                .orElseThrow(() -> new DomainException(ProblemType.WRONG_STATE, Map.of("state", "RATED")))
                .rate(ratings, lessons, at);
    }

    Optional<Assignment> assignment(UUID evaluator) {
        return assignments.stream()
                .filter(assignment -> assignment.evaluator().equals(evaluator))
                .findFirst();
    }

    /** Who still has to rate. */
    Set<UUID> outstanding() {
        var outstanding = new HashSet<UUID>();
        assignments.stream()
                .filter(assignment -> !assignment.hasRated())
                .forEach(assignment -> outstanding.add(assignment.evaluator()));
        return outstanding;
    }

    boolean isComplete() {
        return !assignments.isEmpty() && outstanding().isEmpty();
    }

    Scores scores() {
        return Scores.of(assignments.stream()
                .flatMap(assignment -> assignment.ratings().stream())
                .toList());
    }

    void requireComplete() {
        if (!isComplete()) {
            throw new DomainException(
                    ProblemType.RATINGS_MISSING, Map.of("missing", outstanding().size()));
        }
    }

    void approve(int rating, UUID actor, @Nullable String why, Instant at) {
        overall = rating;
        end(Status.APPROVED, actor, why, at);
    }

    /** Asks everybody to rate anew; what they wrote stays as a start. */
    void returnRatings(String why) {
        reason = why;
        assignments.forEach(Assignment::reopen);
    }

    void cancel(UUID actor, String why, Instant at) {
        end(Status.CANCELLED, actor, why, at);
    }

    private void end(Status result, UUID actor, @Nullable String why, Instant at) {
        status = result;
        closedBy = actor;
        closedAt = at;
        reason = why;
    }

    UUID id() {
        return id;
    }

    Status status() {
        return status;
    }

    Integer overall() {
        return overall;
    }

    String reason() {
        return reason;
    }

    UUID recommendationId() {
        return recommendationId;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant closedAt() {
        return closedAt;
    }

    List<Assignment> assignments() {
        return List.copyOf(assignments);
    }
}
