package org.rumbo.recommendation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A coordinator's statement that an item reached another state, until a director has decided or she takes it back. */
@Entity
@Table(name = "claim")
@NullUnmarked
class Claim {
    @Id
    private UUID id;

    private UUID recommendationId;

    @Enumerated(EnumType.STRING)
    private State fromState;

    @Enumerated(EnumType.STRING)
    private State target;

    @Enumerated(EnumType.STRING)
    private Move move;

    @Enumerated(EnumType.STRING)
    private ClaimStatus status;

    private LocalDate occurredOn;
    private String statement;

    @Enumerated(EnumType.STRING)
    private Contribution contribution;

    @Enumerated(EnumType.STRING)
    private Level level;

    private LocalDate deliveredOn;
    private String deliveredHow;

    @Enumerated(EnumType.STRING)
    private CloseReason closeReason;

    private String supersededBy;

    @ElementCollection
    @CollectionTable(name = "claim_evidence", joinColumns = @JoinColumn(name = "claim_id"))
    @Column(name = "evidence_id")
    private Set<UUID> evidence = new HashSet<>();

    private String earlierStatement;
    private String returnReason;

    private UUID madeBy;
    private Instant madeAt;
    private Instant firstMadeAt;
    private UUID decidedBy;
    private Instant decidedAt;
    private String decisionReason;

    @Enumerated(EnumType.STRING)
    private Level decidedLevel;

    protected Claim() {}

    Claim(UUID recommendation, State from, Instant at) {
        this.id = UUID.randomUUID();
        this.recommendationId = recommendation;
        this.fromState = from;
        this.firstMadeAt = at;
    }

    /** Takes what is claimed; of a returned claim that is made again the last statement is kept, for comparison. */
    void submit(ClaimCommand command, Move kind, UUID maker, Instant at) {
        if (status == ClaimStatus.RETURNED) {
            earlierStatement = statement;
            returnReason = decisionReason;
        }
        target = command.to();
        move = kind;
        occurredOn = command.occurredOn();
        statement = command.statement();
        contribution = command.contribution();
        level = command.level();
        deliveredOn = command.deliveredOn();
        deliveredHow = command.deliveredHow();
        // Only what leaves the route has a reason for leaving it.
        closeReason = kind == Move.CLOSING ? command.closeReason() : null;
        supersededBy = kind == Move.CLOSING ? command.supersededBy() : null;
        evidence.clear();
        evidence.addAll(command.evidence());
        status = ClaimStatus.UNDER_REVIEW;
        madeBy = maker;
        madeAt = at;
        decidedBy = null;
        decidedAt = null;
        decisionReason = null;
        decidedLevel = null;
    }

    void decide(ClaimStatus result, UUID decider, @Nullable String reason, @Nullable Level decided, Instant at) {
        status = result;
        decidedBy = decider;
        decidedAt = at;
        decisionReason = reason;
        decidedLevel = decided;
    }

    void withdraw() {
        status = ClaimStatus.WITHDRAWN;
    }

    /** What the ledger keeps of it: nothing that somebody typed. */
    Map<String, Object> detail() {
        var detail = new HashMap<String, Object>();
        detail.put("claim", id);
        detail.put("target", target);
        detail.put("move", move);
        detail.put("occurredOn", occurredOn);
        detail.put("contribution", contribution);
        detail.put("level", level);
        detail.put("deliveredOn", deliveredOn);
        detail.put("closeReason", closeReason);
        detail.put("supersededBy", supersededBy);
        detail.put("evidence", evidence.stream().sorted().map(UUID::toString).toList());
        return detail;
    }

    Map<String, String> texts() {
        var texts = new HashMap<String, String>();
        if (statement != null) {
            texts.put("statement", statement);
        }
        if (deliveredHow != null) {
            texts.put("deliveredHow", deliveredHow);
        }
        return texts;
    }

    /** The claim as the rules see it, so that it can be checked again when it is confirmed. */
    ClaimCommand asCommand() {
        return new ClaimCommand(
                target,
                occurredOn,
                statement,
                contribution,
                level,
                List.copyOf(evidence),
                deliveredOn,
                deliveredHow,
                closeReason,
                supersededBy);
    }

    UUID id() {
        return id;
    }

    State target() {
        return target;
    }

    Move move() {
        return move;
    }

    ClaimStatus status() {
        return status;
    }

    Level level() {
        return level;
    }

    CloseReason closeReason() {
        return closeReason;
    }

    String supersededBy() {
        return supersededBy;
    }

    Set<UUID> evidence() {
        return Set.copyOf(evidence);
    }

    String earlierStatement() {
        return earlierStatement;
    }

    String returnReason() {
        return returnReason;
    }

    UUID madeBy() {
        return madeBy;
    }

    Instant madeAt() {
        return madeAt;
    }

    Instant firstMadeAt() {
        return firstMadeAt;
    }

    UUID decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String decisionReason() {
        return decisionReason;
    }

    Level decidedLevel() {
        return decidedLevel;
    }
}
