package org.rumbo.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rumbo.exchange.ImportRow.Content;
import org.rumbo.team.Actor;

/** One kind of sheet: what stands in its rows, what a row that was changed means, and how that is done. */
interface SheetSide {
    Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    SheetKind kind();

    List<SheetField> fields();

    /** The rows that a recommendation has there. */
    List<Line> lines(Present item);

    /** Says what a row would change of the recommendation that it names. */
    void judge(RowComparison row, Present item, Actor actor);

    /** The same of a row that names no recommendation that the actor may change by a sheet. */
    default void judgeWithoutItem(RowComparison row, Actor actor) {
        row.problem("code", "rule.sheet-code-unknown");
    }

    /**
     * Does what a row asks for, in a transaction that is open already.
     *
     * @param now the row of what stands there; null where it is to be new
     * @return what is needed to take it back
     */
    @Nullable
    String apply(ImportRow row, @Nullable Present item, @Nullable Line now, Actor actor);

    /** Takes it back, unless somebody changed it since (then it is refused). */
    void undo(ImportRow row, Actor actor);

    /**
     * A row as it stands.
     *
     * @param thing the marker, action, count or document; null for the recommendation itself, and for what is still to be counted
     * @param tag its version
     */
    record Line(@Nullable UUID thing, String tag, Map<String, @Nullable String> values) {}

    /** With the hidden cell that tells the version; for those who read the recommendation in full. */
    default Map<String, @Nullable String> written(Line line, boolean full) {
        var values = new LinkedHashMap<>(line.values());
        if (full) {
            values.put("version", RowVersion.write(line.tag(), fields(), line.values()));
        }
        return values;
    }

    /** Which of the rows a row of the file is. */
    default @Nullable Line line(@Nullable Present item, @Nullable UUID thing) {
        return item == null
                ? null
                : lines(item).stream()
                        .filter(line -> Objects.equals(line.thing(), thing))
                        .findFirst()
                        .orElse(null);
    }

    /** Whether something that stands there keeps the same from being added once more. */
    default boolean stays(Line line) {
        return true;
    }

    /** Whether all that a new row says stands there already: whoever sends it a second time adds nothing. */
    default boolean isThere(Content content, Present item) {
        return lines(item).stream().filter(this::stays).anyMatch(line -> content.changes().stream()
                .allMatch(change -> Objects.equals(line.values().get(change.field()), change.after())));
    }

    /**
     * Compares a row of something that belongs to a recommendation with what its id names; without an id it is a new one.
     *
     * @param further what there is to say of one that stands there already
     * @return false where the id names nothing, which is then among the row's problems
     */
    default boolean isPlaced(RowComparison row, Present item, Consumer<Line> further) {
        var id = row.text("id");
        if (id == null) {
            row.asNew();
            row.sameAs(content -> isThere(content, item));
            return true;
        }
        var line = ID.matcher(id).matches() ? line(item, UUID.fromString(id)) : null;
        if (line == null) {
            row.problem("id", "rule.sheet-row-unknown");
            return false;
        }
        row.with(line);
        further.accept(line);
        return true;
    }
}
