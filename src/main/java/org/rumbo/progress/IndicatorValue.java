package org.rumbo.progress;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.rumbo.shared.DomainException;

/** A count of an indicator on one day, with where it can be read. It is never changed: a correction is another one. */
@Entity
@Table(name = "indicator_value")
@NullUnmarked
class IndicatorValue {
    @Id
    private UUID id;

    private UUID indicatorId;
    private BigDecimal amount;
    private LocalDate measuredOn;
    private String source;
    private UUID evidenceId;
    private String note;
    private UUID correctsId;
    private String reason;
    private UUID recordedBy;
    private Instant recordedAt;

    protected IndicatorValue() {}

    IndicatorValue(UUID indicator, IndicatorValueCommand command, UUID actor, Instant at, LocalDate today) {
        if (command.on().isAfter(today)) {
            throw DomainException.ruleNotMet("on", "not-in-the-future");
        }
        this.id = UUID.randomUUID();
        this.indicatorId = indicator;
        this.amount = Amount.exact("amount", command.amount());
        this.measuredOn = command.on();
        this.source = command.source();
        this.evidenceId = command.evidence();
        this.note = command.note();
        this.recordedBy = actor;
        this.recordedAt = at;
    }

    /** A value in place of this one, which stays in the indicator's past. */
    IndicatorValue corrected(IndicatorValueCommand command, UUID actor, Instant at, LocalDate today) {
        if (command.reason() == null) {
            throw DomainException.ruleNotMet("reason", "reason-required");
        }
        var better = new IndicatorValue(indicatorId, command, actor, at, today);
        better.correctsId = id;
        better.reason = command.reason();
        return better;
    }

    UUID id() {
        return id;
    }

    UUID indicatorId() {
        return indicatorId;
    }

    BigDecimal amount() {
        return Amount.plain(amount);
    }

    LocalDate measuredOn() {
        return measuredOn;
    }

    String source() {
        return source;
    }

    UUID evidenceId() {
        return evidenceId;
    }

    String note() {
        return note;
    }

    UUID correctsId() {
        return correctsId;
    }

    String reason() {
        return reason;
    }
}
