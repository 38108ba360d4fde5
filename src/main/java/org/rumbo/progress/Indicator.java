package org.rumbo.progress;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.rumbo.recommendation.RecommendationEvent;
import org.rumbo.shared.DomainException;

/** Something about an item that can be counted: where the count began, and where it should be by when. */
@Entity
@Table(name = "indicator")
@NullUnmarked
class Indicator {
    @Id
    private UUID id;

    @Version
    private int version;

    private UUID recommendationId;
    private String name;
    private String unit;
    private BigDecimal baselineAmount;
    private LocalDate baselineOn;
    private BigDecimal targetAmount;
    private LocalDate targetOn;
    private UUID addedBy;
    private Instant addedAt;

    protected Indicator() {}

    Indicator(UUID recommendation, Measure measure, UUID actor, Instant at) {
        this.id = UUID.randomUUID();
        this.recommendationId = recommendation;
        this.addedBy = actor;
        this.addedAt = at;
        take(measure);
    }

    /** What is counted, in which unit, from where to where. */
    record Measure(
            String name,
            String unit,
            BigDecimal baseline,
            LocalDate baselineOn,
            BigDecimal target,
            LocalDate targetOn) {

        /** A percentage hides of how much it is one; a count does not. */
        Measure {
            if (unit.contains("%") || unit.contains("‰") || unit.contains("％")) {
                throw DomainException.ruleNotMet("unit", "unit-is-no-percentage");
            }
            if (!targetOn.isAfter(baselineOn)) {
                throw DomainException.ruleNotMet("targetOn", "target-after-baseline");
            }
            baseline = Amount.exact("baseline", baseline);
            target = Amount.exact("target", target);
            if (baseline.compareTo(target) == 0) {
                throw DomainException.ruleNotMet("target", "target-other-than-baseline");
            }
        }
    }

    /** What becomes another: numbers and days apart from words, for the ledger; nothing where all is as it was. */
    record Change(List<Map<String, ?>> changes, Map<String, String> texts) {
        boolean isNone() {
            return changes.isEmpty() && texts.isEmpty();
        }
    }

    Change change(Measure measure) {
        var changes = new ArrayList<Map<String, ?>>();
        number(changes, "baseline", baseline(), measure.baseline());
        day(changes, "baselineOn", baselineOn, measure.baselineOn());
        number(changes, "target", target(), measure.target());
        day(changes, "targetOn", targetOn, measure.targetOn());
        var texts = new HashMap<String, String>();
        word(texts, "indicator", name, measure.name());
        word(texts, "unit", unit, measure.unit());
        take(measure);
        return new Change(changes, texts);
    }

    private void take(Measure measure) {
        name = measure.name();
        unit = measure.unit();
        baselineAmount = measure.baseline();
        baselineOn = measure.baselineOn();
        targetAmount = measure.target();
        targetOn = measure.targetOn();
    }

    /** The ledger's numbers have no fractions, so decimals stand in it as they are written. */
    private static void number(List<Map<String, ?>> changes, String field, BigDecimal before, BigDecimal after) {
        if (before.compareTo(after) != 0) {
            changes.add(RecommendationEvent.change(field, before.toPlainString(), after.toPlainString()));
        }
    }

    private static void day(List<Map<String, ?>> changes, String field, LocalDate before, LocalDate after) {
        if (!before.equals(after)) {
            changes.add(RecommendationEvent.change(field, before, after));
        }
    }

    private static void word(Map<String, String> texts, String field, String before, String after) {
        if (!before.equals(after)) {
            texts.put(field, after);
            texts.put(field + "Old", before);
        }
    }

    UUID id() {
        return id;
    }

    UUID recommendationId() {
        return recommendationId;
    }

    int version() {
        return version;
    }

    String name() {
        return name;
    }

    String unit() {
        return unit;
    }

    BigDecimal baseline() {
        return Amount.plain(baselineAmount);
    }

    LocalDate baselineOn() {
        return baselineOn;
    }

    BigDecimal target() {
        return Amount.plain(targetAmount);
    }

    LocalDate targetOn() {
        return targetOn;
    }
}
