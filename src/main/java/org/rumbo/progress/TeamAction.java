package org.rumbo.progress;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationEvent;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;

/**
 * Something that somebody of a country team will do for an item, by a day. The day on which it was first due stays known when it
 * moves; once done or cancelled it stays as it is.
 */
@Entity
@Table(name = "team_action")
@NullUnmarked
class TeamAction {
    @Id
    private UUID id;

    @Version
    private int version;

    private UUID recommendationId;
    private String text;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private UUID ownerId;
    private LocalDate due;
    private LocalDate firstDue;
    private String dueReason;
    private LocalDate doneOn;
    private Instant cancelledAt;
    private String cancelReason;
    private UUID addedBy;
    private Instant addedAt;

    protected TeamAction() {}

    TeamAction(UUID recommendation, Wish wish, UUID actor, Instant at) {
        this.id = UUID.randomUUID();
        this.recommendationId = recommendation;
        this.text = wish.text();
        this.visibility = wish.visibility();
        this.ownerId = wish.owner();
        this.due = wish.due();
        this.firstDue = wish.due();
        this.addedBy = actor;
        this.addedAt = at;
    }

    /** What is to be done, by whom, by when, and who may read it. */
    record Wish(String text, Visibility visibility, UUID owner, LocalDate due) {}

    /** What an act changed, for the ledger: codes and days apart from what was typed. */
    record Change(Map<String, Object> detail, Map<String, String> texts) {
        boolean isNone() {
            return detail.get("changes") instanceof List<?> changes && changes.isEmpty() && !texts.containsKey(OLD);
        }
    }

    private static final String TEXT = "action";
    private static final String OLD = "actionOld";

    /** A due date moves for a reason, so that everybody sees later why it is another one. */
    Change change(Wish wish, @Nullable String reason) {
        requireOpen();
        if (!wish.due().equals(due) && reason == null) {
            throw DomainException.ruleNotMet("reason", "reason-required");
        }
        var changes = changes(wish);
        var texts = new HashMap<String, String>();
        if (!wish.text().equals(text)) {
            texts.put(OLD, text);
        }
        if (!wish.due().equals(due)) {
            texts.put("reason", reason);
            dueReason = reason;
        }
        text = wish.text();
        visibility = wish.visibility();
        ownerId = wish.owner();
        due = wish.due();
        texts.put(TEXT, text);
        return new Change(detail("changes", changes), texts);
    }

    /** Who owns it is not told: the ledger's events name nobody but who acts. */
    private List<Map<String, ?>> changes(Wish wish) {
        var changes = new ArrayList<Map<String, ?>>();
        if (!wish.due().equals(due)) {
            changes.add(RecommendationEvent.change("due", due, wish.due()));
        }
        if (wish.visibility() != visibility) {
            changes.add(RecommendationEvent.change("visibility", visibility, wish.visibility()));
        }
        if (!wish.owner().equals(ownerId)) {
            changes.add(RecommendationEvent.change("owner", null, null));
        }
        return changes;
    }

    Change done(LocalDate on, LocalDate today) {
        requireOpen();
        if (on.isAfter(today)) {
            throw DomainException.ruleNotMet("doneOn", "not-in-the-future");
        }
        doneOn = on;
        return new Change(detail("doneOn", on), Map.of(TEXT, text));
    }

    Change cancel(String reason, Instant at) {
        requireOpen();
        cancelledAt = at;
        cancelReason = reason;
        return new Change(detail("due", due), Map.of(TEXT, text, "reason", reason));
    }

    private void requireOpen() {
        if (!open()) {
            throw DomainException.ruleNotMet("action", "action-still-open");
        }
    }

    Change added() {
        var detail = detail("due", due);
        detail.put("visibility", visibility);
        return new Change(detail, Map.of(TEXT, text));
    }

    private Map<String, Object> detail(String field, Object value) {
        var detail = new HashMap<String, Object>();
        detail.put("id", id);
        detail.put(field, value);
        return detail;
    }

    boolean open() {
        return doneOn == null && cancelledAt == null;
    }

    boolean late(LocalDate today) {
        return open() && due.isBefore(today);
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

    String text() {
        return text;
    }

    Visibility visibility() {
        return visibility;
    }

    UUID ownerId() {
        return ownerId;
    }

    LocalDate due() {
        return due;
    }

    LocalDate firstDue() {
        return firstDue;
    }

    String dueReason() {
        return dueReason;
    }

    LocalDate doneOn() {
        return doneOn;
    }

    Instant cancelledAt() {
        return cancelledAt;
    }

    String cancelReason() {
        return cancelReason;
    }
}
