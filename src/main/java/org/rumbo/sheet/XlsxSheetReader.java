package org.rumbo.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/** Walks through one sheet's XML (ECMA-376 part 1, 18.3.1), row by row. */
final class XlsxSheetReader {
    private static final int LAST_ROW = 1 << 20;
    private static final int LAST_COLUMN = 1 << 14;
    private static final int CELLS = SheetLimits.ROWS * SheetLimits.COLUMNS;

    private final SharedTexts texts;
    private final XlsxFormats formats;
    private final boolean from1904;
    private final List<CellRangeAddress> merged = new ArrayList<>();

    private final BitSet mergedColumns = new BitSet();
    private int mergedRow;

    private int row;
    private int column;
    private int seen;
    private String type = "";
    private String style = "";
    private boolean formula;
    private boolean taking;
    private boolean phonetic;
    private final StringBuilder text = new StringBuilder();

    XlsxSheetReader(SharedTexts texts, XlsxFormats formats, boolean from1904) {
        this.texts = texts;
        this.formats = formats;
        this.from1904 = from1904;
    }

    /** What is merged stands behind the rows: a first walk, so that each row can be told whole. */
    void readMerged(InputStream part) throws IOException {
        try (var xml = new GuardedXml(part)) {
            while (xml.next()) {
                if (xml.starts("mergeCell")) {
                    merged.add(area(xml.attribute("ref")));
                    if (merged.size() > SheetLimits.MERGED) {
                        throw new UploadedArchive.Refusal(WorkbookRefused.Reason.TOO_MANY_MERGED);
                    }
                }
            }
        }
    }

    private static CellRangeAddress area(String reference) throws IOException {
        try {
            return CellRangeAddress.valueOf(reference);
        } catch (RuntimeException unreadable) {
            throw damaged();
        }
    }

    void readRows(InputStream part, RawSheet sheet) throws IOException {
        try (var xml = new GuardedXml(part)) {
            var hidden = false;
            var cells = new ArrayList<RawCell>();
            while (xml.next()) {
                if (xml.starts("row")) {
                    beginRow(xml.attribute("r"));
                    hidden = xml.flag("hidden");
                    cells = new ArrayList<>();
                } else if (xml.ends("row")) {
                    if (!cells.isEmpty()) {
                        sheet.row(row, hidden, withMerged(cells));
                    }
                } else if (xml.starts("c")) {
                    beginCell(xml);
                } else if (xml.ends("c")) {
                    endCell(cells);
                } else {
                    content(xml);
                }
            }
        }
    }

    private void beginRow(String number) throws IOException {
        var next = number.isEmpty() ? row + 1 : XlsxFormats.number(number);
        if (next <= row || next > LAST_ROW) {
            throw damaged();
        }
        row = next;
        column = 0;
    }

    private void beginCell(GuardedXml xml) throws IOException {
        var reference = xml.attribute("r");
        var next = reference.isEmpty() ? column + 1 : column(reference);
        if (next <= column || next > LAST_COLUMN || ++seen > CELLS) {
            throw damaged();
        }
        column = next;
        type = xml.attribute("t");
        style = xml.attribute("s");
        formula = false;
        taking = false;
        phonetic = false;
        text.setLength(0);
    }

    private void content(GuardedXml xml) {
        if (xml.starts("f")) {
            formula = true;
        } else if (xml.starts("rPh")) {
            phonetic = true;
        } else if (xml.ends("rPh")) {
            phonetic = false;
        } else if (xml.starts("v") || xml.starts("t")) {
            // Whoever types over an inline text may leave it in the file; its cell then says that it holds something
            // else.
            taking = !phonetic && xml.starts("t") == type.equals("inlineStr");
        } else if (xml.ends("v") || xml.ends("t")) {
            taking = false;
        } else if (taking && xml.isText() && text.length() <= SharedTexts.LONGEST_WRITTEN) {
            text.append(xml.text());
        }
    }

    private void endCell(List<RawCell> cells) throws IOException {
        var cell = mergedHere().get(column) ? new RawCell(column, RawCell.Kind.MERGED, plain().text()) : plain();
        if (cell.kind() != RawCell.Kind.TEXT || !cell.text().isEmpty()) {
            if (column > SheetLimits.COLUMNS) {
                throw new UploadedArchive.Refusal(WorkbookRefused.Reason.TOO_MANY_COLUMNS);
            }
            cells.add(cell);
        }
    }

    /** The columns of this row that belong to merged areas; looked for once a row. */
    private BitSet mergedHere() {
        if (mergedRow != row) {
            mergedRow = row;
            mergedColumns.clear();
            for (var area : merged) {
                if (area.getFirstRow() < row && row <= area.getLastRow() + 1) {
                    var last = Math.min(area.getLastColumn(), SheetLimits.COLUMNS - 1);
                    if (area.getFirstColumn() <= last) {
                        mergedColumns.set(area.getFirstColumn() + 1, last + 2);
                    }
                }
            }
        }
        return mergedColumns;
    }

    /** Cells of a merged area need not stand in the file to be part of it. */
    private List<RawCell> withMerged(List<RawCell> cells) {
        if (cells.isEmpty() || mergedHere().isEmpty()) {
            return cells;
        }
        var missing = (BitSet) mergedHere().clone();
        cells.forEach(cell -> missing.clear(cell.column()));
        missing.stream().forEach(at -> cells.add(new RawCell(at, RawCell.Kind.MERGED, "")));
        return cells;
    }

    private RawCell plain() throws IOException {
        var written = text.toString();
        if (formula) {
            return new RawCell(column, RawCell.Kind.FORMULA, "");
        }
        return switch (type) {
            case "s" -> written.isEmpty() ? text("") : text(texts.get(XlsxFormats.number(written)));
            case "inlineStr", "str" -> text(written);
            case "b" -> new RawCell(column, RawCell.Kind.BOOLEAN, written.strip());
            case "e" -> new RawCell(column, RawCell.Kind.ERROR, written.strip());
            case "d" -> new RawCell(column, RawCell.Kind.DAY, written.strip().split("T", 2)[0]);
            default -> number(written.strip());
        };
    }

    private RawCell text(String written) {
        return new RawCell(column, RawCell.Kind.TEXT, XmlText.decode(written));
    }

    private RawCell number(String written) throws IOException {
        if (written.isEmpty()) {
            return text("");
        }
        double number;
        try {
            number = Double.parseDouble(written);
        } catch (NumberFormatException broken) {
            throw damaged();
        }
        if (!formats.isDay(style)) {
            return new RawCell(column, RawCell.Kind.NUMBER, written);
        }
        var day = ExcelDay.day(number, from1904);
        return day.isPresent()
                ? new RawCell(column, RawCell.Kind.DAY, day.get().toString())
                : new RawCell(column, RawCell.Kind.NO_DAY, written);
    }

    /** The column of {@code F17}: 6. */
    private static int column(String reference) throws IOException {
        var column = 0;
        for (var i = 0; i < reference.length() && column <= LAST_COLUMN; i++) {
            var letter = Character.toUpperCase(reference.charAt(i));
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + letter - 'A' + 1;
        }
        if (column == 0) {
            throw damaged();
        }
        return column;
    }

    private static IOException damaged() {
        return new UploadedArchive.Refusal(WorkbookRefused.Reason.DAMAGED);
    }
}
