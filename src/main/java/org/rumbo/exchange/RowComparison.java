package org.rumbo.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rumbo.exchange.ImportRow.CellChange;
import org.rumbo.exchange.ImportRow.Content;
import org.rumbo.exchange.ImportRow.Verdict;
import org.rumbo.shared.DomainException;
import org.rumbo.sheet.ColumnType;

/** Compares a row that was sent with what stands there, cell by cell, and collects all that is wrong with it. */
final class RowComparison {
    private final TypedRow row;
    private final List<SheetField> fields;
    private final List<CellChange> changes = new ArrayList<>();
    private final List<RowProblem> problems;
    private boolean isNew;
    private Predicate<Content> there = content -> false;
    private @Nullable UUID thing;
    private @Nullable String tag;

    RowComparison(TypedRow row, List<SheetField> fields) {
        this.row = row;
        this.fields = fields;
        this.problems = new ArrayList<>(row.problems());
    }

    /** Each cell that its sender changed; what somebody else changed since the download she did not touch. */
    void with(SheetSide.Line line) {
        thing = line.thing();
        tag = line.tag();
        var base = RowVersion.read(row.text("version"), fields);
        for (var field : comparable()) {
            var typed = row.text(field.name());
            var there = line.values().get(field.name());
            if (Objects.equals(typed, there) || base.had(field.name(), typed)) {
                continue;
            }
            if (field.editable()) {
                change(field, there, typed, base.isKnown() && !base.had(field.name(), there));
            } else if (typed != null) {
                problem(field.name(), "rule.sheet-locked");
            }
        }
    }

    /** A row that is new: whatever it says is a change. */
    void asNew() {
        isNew = true;
        for (var field : comparable()) {
            var typed = row.text(field.name());
            if (typed == null || (field.type() == ColumnType.BOOLEAN && typed.equals("false"))) {
                continue;
            }
            if (field.use() == SheetField.Use.LOCKED) {
                problem(field.name(), "rule.sheet-locked");
            } else {
                change(field, null, typed, false);
            }
        }
    }

    /** @param stands whether all that the row says, once it is known, stands there already */
    void sameAs(Predicate<Content> stands) {
        there = stands;
    }

    private List<SheetField> comparable() {
        return fields.stream()
                .filter(field -> field.isOfThing() && row.has(field) && !isRefused(field.name()))
                .toList();
    }

    private boolean isRefused(String field) {
        return problems.stream().anyMatch(problem -> field.equals(problem.field()));
    }

    private void change(SheetField field, @Nullable String before, @Nullable String after, boolean contested) {
        if (after != null && after.length() > field.most()) {
            problem(field.name(), "rule.too-long");
        } else {
            changes.add(new CellChange(field.name(), row.places().get(field.name()), before, after, contested));
        }
    }

    /** Says in place of an empty cell what is meant by leaving it so. */
    void assume(String field, @Nullable String before, @Nullable String value) {
        changes.removeIf(change -> change.field().equals(field));
        if (!Objects.equals(before, value)) {
            changes.add(new CellChange(field, row.places().get(field), before, value, false));
        }
    }

    void problem(@Nullable String field, String key, String... arguments) {
        problems.add(row.problem(field, key, arguments));
    }

    /** What a new row has to say, and a changed one may not empty. */
    void require(Content content, String field, String rule) {
        if ((isNew || content.changes(field)) && content.wished(field) == null) {
            problem(field, rule);
        }
    }

    void requireNotAfter(Content content, String field, LocalDate today) {
        var day = content.wished(field);
        if (day != null && LocalDate.parse(day).isAfter(today)) {
            problem(field, "rule.not-in-the-future");
        }
    }

    /** Adds what a rule says to the row's problems, each at its cell. */
    void check(Runnable rule) {
        try {
            rule.run();
        } catch (DomainException refused) {
            if (refused.violations().isEmpty()) {
                problem(firstChanged(), "problem." + refused.type().slug());
            }
            refused.violations().forEach(violation -> problem(violation.field(), "rule." + violation.rule()));
        }
    }

    @Nullable
    String firstChanged() {
        return changes.isEmpty() ? null : changes.get(0).field();
    }

    @Nullable
    String text(String field) {
        return row.text(field);
    }

    @Nullable
    UUID thing() {
        return thing;
    }

    boolean isNewRow() {
        return isNew;
    }

    boolean changesSomething() {
        return !changes.isEmpty();
    }

    boolean hasProblem() {
        return !problems.isEmpty();
    }

    Content content() {
        var typed = new HashMap<String, @Nullable String>();
        fields.forEach(field -> {
            if (row.has(field) && row.text(field.name()) != null) {
                typed.put(field.name(), row.text(field.name()));
            }
        });
        return new Content(Map.copyOf(typed), List.copyOf(changes), List.copyOf(problems), tag);
    }

    /** Null where the row changes nothing. */
    @Nullable
    ImportRow result(int place) {
        var verdict = verdict();
        if (verdict == null) {
            return null;
        }
        return new ImportRow(
                place,
                row.kind(),
                row.number(),
                isNew && row.kind() == SheetKind.RECOMMENDATIONS ? null : row.text("code"),
                thing,
                verdict,
                verdict == Verdict.NEW || verdict == Verdict.CHANGED,
                content(),
                null,
                null,
                null);
    }

    private @Nullable Verdict verdict() {
        if (hasProblem()) {
            return Verdict.PROBLEM;
        }
        if (changes.isEmpty() || (isNew && there.test(content()))) {
            return null;
        }
        if (isNew) {
            return Verdict.NEW;
        }
        return changes.stream().anyMatch(CellChange::contested) ? Verdict.CONFLICT : Verdict.CHANGED;
    }
}
