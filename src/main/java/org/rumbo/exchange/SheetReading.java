package org.rumbo.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.sheet.ReadFrame;
import org.rumbo.sheet.ReadRow;
import org.rumbo.sheet.ReadSheet;
import org.rumbo.sheet.SheetProblem;
import org.rumbo.sheet.SheetVisitor;
import org.rumbo.team.Actor;

/** Compares a file with what stands there while it is read, some rows at a time, and keeps what differs. */
final class SheetReading implements SheetVisitor {
    private static final int AT_ONCE = 200;
    private static final int MOST_NOTES = 50;

    private final UUID id;
    private final Actor actor;
    private final SheetLayouts layouts;
    private final Presence presence;
    private final SheetStore store;
    private final List<TypedRow> waiting = new ArrayList<>();
    private final List<RowProblem> notes = new ArrayList<>();
    /** In which row each thing came first, and its place where it was kept. */
    private final Map<String, First> seen = new HashMap<>();

    private final Set<Integer> kept = new HashSet<>();
    private @Nullable SheetKind kind;
    private int place;
    private int unchanged;

    private record First(int place, int row) {}

    SheetReading(UUID id, Actor actor, SheetLayouts layouts, Presence presence, SheetStore store) {
        this.id = id;
        this.actor = actor;
        this.layouts = layouts;
        this.presence = presence;
        this.store = store;
    }

    @Override
    public void frame(ReadFrame frame) {
        // It may say anything: rows say themselves what they are.
    }

    @Override
    public void sheet(ReadSheet sheet) {
        kind = kind(sheet.layout().key());
    }

    private static SheetKind kind(String key) {
        return SheetKind.valueOf(key.toUpperCase(Locale.ROOT));
    }

    @Override
    public void row(ReadRow row) {
        var of = kind(row.sheet());
        waiting.add(TypedRow.of(row, of, layouts.side(of).fields()));
        if (waiting.size() >= AT_ONCE) {
            compare();
        }
    }

    @Override
    public void problem(SheetProblem problem) {
        if (notes.size() < MOST_NOTES) {
            var arguments = new ArrayList<>(problem.arguments());
            notes.add(new RowProblem(
                    place(problem),
                    problem.column(),
                    "sheet.problem." + problem.kind().name(),
                    arguments));
        }
    }

    /** With its sheet, for it belongs to no row. */
    private static String place(SheetProblem problem) {
        var reference = problem.at().reference();
        return reference == null ? problem.at().sheet() : problem.at().sheet() + ", " + reference;
    }

    void end() {
        compare();
        store.compared(id, unchanged, List.copyOf(notes));
    }

    private void compare() {
        var codes = waiting.stream()
                .map(row -> row.text("code"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var kinds = EnumSet.noneOf(SheetKind.class);
        waiting.forEach(row -> kinds.add(row.kind()));
        var present = presence.changeable(codes, kinds, actor);
        var rows = new ArrayList<ImportRow>();
        for (var row : waiting) {
            var side = layouts.side(row.kind());
            var comparison = new RowComparison(row, side.fields());
            var here = place++;
            once(row, here, comparison, rows);
            var item = present.get(Objects.requireNonNullElse(row.text("code"), ""));
            if (item == null) {
                side.judgeWithoutItem(comparison, actor);
            } else {
                side.judge(comparison, item, actor);
            }
            var result = comparison.result(here);
            if (result == null) {
                unchanged++;
            } else {
                kept.add(here);
                rows.add(result);
            }
        }
        waiting.clear();
        if (!rows.isEmpty()) {
            store.add(id, rows);
        }
        presence.letGo();
    }

    /** What stands there twice contradicts itself: neither row is taken. */
    private void once(TypedRow row, int here, RowComparison comparison, List<ImportRow> rows) {
        var name = row.text(row.kind() == SheetKind.RECOMMENDATIONS ? "code" : "id");
        if (name == null) {
            return;
        }
        var first = seen.putIfAbsent(row.kind() + " " + name, new First(here, row.number()));
        if (first == null) {
            return;
        }
        var column = row.kind() == SheetKind.RECOMMENDATIONS ? "code" : null;
        comparison.problem(column, "rule.sheet-duplicate", String.valueOf(first.row()));
        // Said once: in a file that repeats one row without end, each time would take longer than the one before.
        if (kept.remove(first.place())) {
            if (rows.stream().anyMatch(other -> other.place() == first.place())) {
                store.add(id, List.copyOf(rows));
                rows.clear();
            }
            store.spoil(
                    id,
                    first.place(),
                    new RowProblem(null, column, "rule.sheet-duplicate", List.of(String.valueOf(row.number()))));
        }
    }
}
