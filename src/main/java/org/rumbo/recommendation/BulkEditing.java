package org.rumbo.recommendation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes one field of many recommendations. Each is edited as if it were alone: in a transaction of its own, on the version
 * that was looked at, with its own place in the history. Undoing sets back those that nobody has changed since.
 */
@Service
public class BulkEditing {
    public static final int MOST = 50;
    static final Duration UNDO = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final RecommendationEditing editing;
    private final BulkChanges changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulkEditing(
            JdbcClient jdbc,
            RecommendationEditing editing,
            BulkChanges changes,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.editing = editing;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A recommendation, and the version of it that was looked at. */
    public record Ticked(RecommendationCode code, String tag) {}

    /**
     * Makes the change, once for each id.
     *
     * @param id chosen by whoever asks, so that asking twice changes nothing twice
     */
    public void change(UUID id, BulkField field, @Nullable String value, List<Ticked> ticked, Actor actor) {
        if (ticked.size() > MOST) {
            throw DomainException.ruleNotMet("code", "at-most-50-at-once");
        }
        if (!changes.begin(id, field, actor, clock.instant(), KEPT)) {
            return;
        }
        for (var one : ticked) {
            try {
                transaction.executeWithoutResult(status -> changeOne(id, field, value, one, actor));
            } catch (DomainException refused) {
                changes.note(id, one.code(), name(refused), null, null);
            }
        }
    }

    private void changeOne(UUID id, BulkField field, @Nullable String value, Ticked one, Actor actor) {
        var before = stored(field, one.code());
        var target = field.target(before.value(), value);
        editing.edit(one.code(), () -> field.command(target), actor, Expected.ofVersion(one.tag()));
        var after = stored(field, one.code());
        var same = after.version() == before.version();
        changes.note(
                id,
                one.code(),
                same ? BulkChange.SAME : BulkChange.DONE,
                before.value(),
                same ? null : after.version());
    }

    /** Sets back what is still as the change left it; refused (409) once the time for it is over. */
    public void undo(UUID id, Actor actor) {
        var made = changes.find(id, actor);
        if (clock.instant().isAfter(made.madeAt().plus(UNDO))) {
            throw new DomainException(ProblemType.CHANGED_MEANWHILE);
        }
        if (!changes.beginUndo(id, clock.instant())) {
            return;
        }
        for (var item : changes.toUndo(id)) {
            try {
                transaction.executeWithoutResult(status -> {
                    editing.edit(
                            item.code(),
                            () -> made.field().command(item.before()),
                            actor,
                            Expected.ofVersion(Expected.tagOf(item.version())));
                    changes.noteUndo(id, item.code(), BulkChange.DONE);
                });
            } catch (DomainException refused) {
                changes.noteUndo(id, item.code(), name(refused));
            }
        }
    }

    public BulkChange find(UUID id, Actor actor) {
        var made = changes.find(id, actor);
        var until = made.madeAt().plus(UNDO);
        var open = made.undoneAt() == null && !clock.instant().isAfter(until);
        return new BulkChange(
                id, made.field(), made.madeAt(), open ? until : null, made.undoneAt() != null, changes.items(id));
    }

    /** Refusals are told by name; what a rule says of one value is told as the rule's. */
    private static String name(DomainException refused) {
        return refused.violations().stream()
                .findFirst()
                .map(violation -> violation.rule())
                .orElse(refused.type().slug());
    }

    private record Stored(long version, @Nullable String value) {}

    private Stored stored(BulkField field, RecommendationCode code) {
        return jdbc.sql("select version, " + field.column() + " as held from recommendation where code = ?")
                .param(code.value())
                .query((row, number) -> new Stored(row.getLong("version"), text(row.getObject("held"))))
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    private static @Nullable String text(@Nullable Object held) {
        return held == null ? null : held.toString().toLowerCase(Locale.ROOT);
    }
}
