package org.rumbo.recommendation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers for a day what was changed for many at once, and how each read before; for who made the change alone. */
@Component
class BulkChanges {
    private final JdbcClient jdbc;

    BulkChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Made(BulkField field, Instant madeAt, @Nullable Instant undoneAt) {}

    record ToUndo(RecommendationCode code, @Nullable String before, long version) {}

    /** Says whether this is the first time that it is asked for; forgets her older ones. */
    boolean begin(UUID id, BulkField field, Actor actor, Instant at, Duration kept) {
        jdbc.sql("delete from bulk_change where person_id = ? and made_at < ?")
                .params(actor.id(), Timestamp.from(at.minus(kept)))
                .update();
        try {
            jdbc.sql("insert into bulk_change (id, person_id, field, made_at) values (?, ?, ?, ?)")
                    .params(id, actor.id(), field.name(), Timestamp.from(at))
                    .update();
            return true;
        } catch (DuplicateKeyException asked) {
            return false;
        }
    }

    void note(UUID id, RecommendationCode code, String outcome, @Nullable String before, @Nullable Long version) {
        jdbc.sql("insert into bulk_change_item (bulk_id, code, outcome, before_value, version_after)"
                        + " values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(id, code.value(), outcome, before, version))
                .update();
    }

    /** Says whether nobody has begun to undo it yet. */
    boolean beginUndo(UUID id, Instant at) {
        return jdbc.sql("update bulk_change set undone_at = ? where id = ? and undone_at is null")
                        .params(Timestamp.from(at), id)
                        .update()
                == 1;
    }

    void noteUndo(UUID id, RecommendationCode code, String outcome) {
        jdbc.sql("update bulk_change_item set undo_outcome = ? where bulk_id = ? and code = ?")
                .params(outcome, id, code.value())
                .update();
    }

    List<ToUndo> toUndo(UUID id) {
        return jdbc.sql("select code, before_value, version_after from bulk_change_item"
                        + " where bulk_id = ? and outcome = 'DONE' order by code")
                .param(id)
                .query((row, number) -> new ToUndo(
                        new RecommendationCode(row.getString("code")),
                        row.getString("before_value"),
                        row.getLong("version_after")))
                .list();
    }

    /** Her own alone; others' are not there (404). */
    Made find(UUID id, Actor actor) {
        return jdbc.sql("select field, made_at, undone_at from bulk_change where id = ? and person_id = ?")
                .params(id, actor.id())
                .query((row, number) -> new Made(
                        BulkField.valueOf(row.getString("field")),
                        RecommendationQueries.instant(row, "made_at"),
                        row.getTimestamp("undone_at") == null ? null : RecommendationQueries.instant(row, "undone_at")))
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    List<BulkChange.Item> items(UUID id) {
        return jdbc.sql("select code, outcome, undo_outcome from bulk_change_item where bulk_id = ? order by code")
                .param(id)
                .query((row, number) -> new BulkChange.Item(
                        row.getString("code"), row.getString("outcome"), row.getString("undo_outcome")))
                .list();
    }
}
