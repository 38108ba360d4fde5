package org.rumbo.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.sheet.ReadRow;
import org.rumbo.sheet.SheetProblem;

/**
 * A row that somebody sent, as texts.
 *
 * @param cells what stands in the columns that the file has; an empty cell is null
 * @param places where each stands
 */
record TypedRow(
        SheetKind kind,
        int number,
        Map<String, @Nullable String> cells,
        Map<String, String> places,
        List<RowProblem> problems) {

    static TypedRow of(ReadRow row, SheetKind kind, List<SheetField> fields) {
        var cells = new HashMap<String, @Nullable String>();
        var places = new HashMap<String, String>();
        for (var field : fields) {
            var cell = row.cells().get(field.name());
            if (cell != null) {
                cells.put(field.name(), CellText.of(cell.value(), field.type()));
                var reference = cell.at().reference();
                if (reference != null) {
                    places.put(field.name(), reference);
                }
            }
        }
        var problems = new ArrayList<RowProblem>();
        for (var problem : row.problems()) {
            if (!problem.kind().isNote()) {
                problems.add(problem(problem));
            }
        }
        return new TypedRow(kind, row.number(), cells, places, problems);
    }

    private static RowProblem problem(SheetProblem problem) {
        return new RowProblem(
                problem.at().reference(),
                problem.column(),
                "sheet.problem." + problem.kind().name(),
                problem.arguments());
    }

    boolean has(SheetField field) {
        return cells.containsKey(field.name());
    }

    @Nullable
    String text(String field) {
        return cells.get(field);
    }

    RowProblem problem(@Nullable String field, String key, String... arguments) {
        return new RowProblem(field == null ? null : places.get(field), field, key, List.of(arguments));
    }
}
