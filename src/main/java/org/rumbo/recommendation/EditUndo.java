package org.rumbo.recommendation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes back what somebody just edited: for ten minutes, once, by herself, and only where nobody changed the item since.
 * Undoing is an edit like any other, with an event of its own.
 */
@Service
@Transactional
public class EditUndo {
    private static final Duration OFFERED = Duration.ofMinutes(10);
    private static final TypeReference<List<MadeEdit>> EDITS = new TypeReference<>() {};

    private final RecommendationEditing editing;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    EditUndo(RecommendationEditing editing, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.editing = editing;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What became of an undo.
     *
     * @param left items that somebody changed since, or that can no longer be edited: they stay as they are
     */
    public record Undone(List<RecommendationCode> back, List<RecommendationCode> left) {}

    /**
     * Keeps what was before, to be called in the transaction of the edits.
     *
     * @return by which number it can be undone; null where nothing changed
     */
    public @Nullable UUID keep(List<MadeEdit> edits, Actor actor) {
        var changed = edits.stream().filter(edit -> !edit.before().isEmpty()).toList();
        if (changed.isEmpty()) {
            return null;
        }
        var id = UUID.randomUUID();
        jdbc.sql("insert into edit_undo (id, person_id, made_at, edits) values (?, ?, ?, ?)")
                .params(id, actor.id(), Timestamp.from(clock.instant()), json.writeValueAsString(changed))
                .update();
        return id;
    }

    /** Edits an item and keeps what was before. */
    public @Nullable UUID edit(
            RecommendationCode code, Supplier<List<EditCommand>> edits, Actor actor, Expected expected) {
        return keep(List.of(editing.editAll(code, edits, actor, expected)), actor);
    }

    /** Brings the former values back where they still can be; refuses (409) what is not her own, too old or undone already. */
    public Undone undo(UUID id, Actor actor) {
        var back = new ArrayList<RecommendationCode>();
        var left = new ArrayList<RecommendationCode>();
        for (var edit : take(id, actor)) {
            if (editing.standsAsLeft(edit.code(), edit.tag(), actor)) {
                editing.editAll(edit.code(), edit::before, actor, Expected.ofVersion(edit.tag()));
                back.add(edit.code());
            } else {
                left.add(edit.code());
            }
        }
        return new Undone(back, left);
    }

    /** In the order of codes, so that two who undo at once wait for each other and never both. */
    private List<MadeEdit> take(UUID id, Actor actor) {
        var since = Timestamp.from(clock.instant().minus(OFFERED));
        var edits = jdbc.sql("select edits from edit_undo where id = ? and person_id = ? and made_at > ?")
                .params(id, actor.id(), since)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.UNDO_OVER));
        if (jdbc.sql("delete from edit_undo where id = ?").param(id).update() == 0) {
            throw new DomainException(ProblemType.UNDO_OVER);
        }
        return json.readValue(edits, EDITS).stream()
                .sorted(Comparator.comparing(MadeEdit::code))
                .toList();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void forgetOld() {
        jdbc.sql("delete from edit_undo where made_at < ?")
                .param(Timestamp.from(clock.instant().minus(OFFERED)))
                .update();
    }
}
