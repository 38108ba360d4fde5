package org.rumbo.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the head of one sheet, and tells its rows. */
final class SheetReading implements RawSheet {
    /** Within how many rows with content the head must stand: people put titles above it. */
    private static final int HEAD_WITHIN = 10;

    private static final int LONGEST_HEADING = 100;
    /** In how many rows an example is looked for. */
    private static final int SAMPLED = 5;

    private final String name;
    private final List<SheetLayout> layouts;
    private final List<ColumnChoice> choices;
    private final Set<String> done;
    private final CellMeaning meaning;
    private final SheetVisitor visitor;
    private @Nullable SheetHead head;
    private boolean passedOver;
    private boolean told;
    private int seen;
    private boolean own;
    private boolean extraRefused;
    private boolean second;
    private final Map<Integer, String> headings = new TreeMap<>();
    private final Map<Integer, String> samples = new TreeMap<>();
    private int sampled;
    private int width = SheetLimits.COLUMNS;

    /** @param done the keys of the layouts that were found in the file already; the one found here is added */
    SheetReading(
            String name,
            List<SheetLayout> layouts,
            List<ColumnChoice> choices,
            Set<String> done,
            CellMeaning meaning,
            SheetVisitor visitor) {
        this.name = name;
        this.layouts = layouts;
        this.choices = choices;
        this.done = done;
        this.meaning = meaning;
        this.visitor = visitor;
    }

    /** Content right of the head's last column is a problem: in CSV it is a sign of a missing quote. */
    SheetReading withoutExtraFields() {
        extraRefused = true;
        return this;
    }

    @Override
    public void row(int number, boolean hidden, List<RawCell> cells) throws UploadedArchive.Refusal {
        if (own || cells.stream().allMatch(RawCell::isBlank)) {
            return;
        }
        if (passedOver) {
            sample(cells);
            return;
        }
        if (++seen > SheetLimits.ROWS) {
            throw new UploadedArchive.Refusal(WorkbookRefused.Reason.TOO_MANY_ROWS);
        }
        if (head == null) {
            findHead(cells);
            return;
        }
        if (!told) {
            told = true;
            if (head.hasHiddenKeys() && head.isLabels(cells)) {
                head = head.withLabels(cells, name, choices);
                tellHead(head);
                return;
            }
            tellHead(head);
        }
        sample(cells);
        if (visitor.takesRows()) {
            visitor.row(read(number, hidden, cells, head));
        }
    }

    private void findHead(List<RawCell> cells) {
        var first = cells.get(0).text();
        if (first.equals(XlsxWriter.READ_ME_MARK) || first.equals(XlsxLists.MARK)) {
            own = true;
            return;
        }
        head = SheetHead.of(cells, layouts, name, choices).orElse(null);
        if (extraRefused) {
            width = cells.get(cells.size() - 1).column();
        }
        if (head == null) {
            guessHeadings(cells);
            passedOver = seen >= HEAD_WITHIN;
        } else if (!done.add(head.layout().key())) {
            passedOver = true;
            second = true;
            visitor.problem(sheetProblem(
                    SheetProblem.Kind.DUPLICATE_SHEET, head.layout().label()));
        }
    }

    /** The first row of several short texts, where no row has headings that are known. */
    private void guessHeadings(List<RawCell> cells) {
        if (!headings.isEmpty()) {
            sample(cells);
            return;
        }
        var texts = cells.stream()
                .filter(cell -> !cell.isBlank()
                        && cell.kind() == RawCell.Kind.TEXT
                        && cell.text().strip().length() <= LONGEST_HEADING)
                .toList();
        if (texts.size() > 1) {
            texts.forEach(cell -> headings.put(cell.column(), cell.text().strip()));
        }
    }

    private void sample(List<RawCell> cells) {
        if (sampled++ < SAMPLED) {
            cells.stream()
                    .filter(cell -> !cell.isBlank())
                    .forEach(cell -> samples.putIfAbsent(cell.column(), CellMeaning.shortened(cell.text())));
        }
    }

    private void tellHead(SheetHead found) {
        visitor.sheet(new ReadSheet(found.layout(), name, found.keys()));
        found.twice()
                .forEach((at, column) -> visitor.problem(new SheetProblem(
                        new CellAddress(name, 0, at),
                        column.key(),
                        SheetProblem.Kind.DUPLICATE_COLUMN,
                        List.of(column.label()))));
        found.unknown()
                .forEach((at, text) -> visitor.problem(new SheetProblem(
                        new CellAddress(name, 0, at),
                        null,
                        SheetProblem.Kind.UNKNOWN_COLUMN,
                        List.of(CellMeaning.shortened(text)))));
    }

    private ReadRow read(int number, boolean hidden, List<RawCell> raw, SheetHead found) {
        var byColumn = new HashMap<Integer, RawCell>();
        raw.forEach(cell -> byColumn.put(cell.column(), cell));
        var cells = new HashMap<String, ReadCell>();
        var problems = new ArrayList<SheetProblem>();
        found.columns().forEach((at, column) -> {
            var cell = byColumn.getOrDefault(at, new RawCell(at, RawCell.Kind.TEXT, ""));
            read(new CellAddress(name, number, at), column, cell, cells, problems);
        });
        raw.stream()
                .filter(cell -> cell.column() > width && !cell.isBlank())
                .findFirst()
                .ifPresent(cell -> problems.add(new SheetProblem(
                        new CellAddress(name, number, cell.column()),
                        null,
                        SheetProblem.Kind.EXTRA_FIELDS,
                        List.of(CellMeaning.shortened(cell.text())))));
        return new ReadRow(found.layout().key(), number, hidden, cells, problems);
    }

    private void read(
            CellAddress at,
            SheetColumn column,
            RawCell cell,
            Map<String, ReadCell> cells,
            List<SheetProblem> problems) {
        var meant = meaning.of(column, cell);
        cells.put(column.key(), new ReadCell(at, meant.value(), CellMeaning.shown(cell)));
        meant.problem().ifPresent(kind -> problems.add(new SheetProblem(at, column.key(), kind, meant.arguments())));
        if (column.required() && meant.value().isEmpty()) {
            problems.add(new SheetProblem(at, column.key(), SheetProblem.Kind.REQUIRED, List.of(column.label())));
        }
    }

    /** After the last row. */
    void end() {
        if (head != null && !told && !passedOver) {
            told = true;
            tellHead(head);
        } else if (head == null && seen > 0 && !own) {
            visitor.problem(sheetProblem(SheetProblem.Kind.UNKNOWN_SHEET, name));
        }
        if (head == null && !headings.isEmpty()) {
            visitor.head(new FoundHead(name, null, List.of(), headings, samples));
        } else if (head != null && !second) {
            visitor.head(new FoundHead(name, head.layout().key(), head.keys(), head.unknown(), samples));
        }
    }

    private SheetProblem sheetProblem(SheetProblem.Kind kind, String argument) {
        return new SheetProblem(CellAddress.ofSheet(name), null, kind, List.of(CellMeaning.shortened(argument)));
    }
}
