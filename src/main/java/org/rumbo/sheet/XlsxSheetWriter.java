package org.rumbo.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a workbook. Its first row is hidden and names each column by its key, so that the sheet is known again whatever its
 * labels say and wherever its columns were moved to; the second has the labels.
 */
final class XlsxSheetWriter {
    private static final int HEADS = 2;
    private static final int UNITS = 256;
    private static final int PROBLEMS_WIDTH = 60;

    private final SXSSFSheet sheet;
    private final SheetLayout layout;
    private final XlsxStyles styles;
    private final Words words;
    private final XlsxComments comments;
    private final Map<String, ShownChoices> choices = new HashMap<>();
    private int next = HEADS;

    /** What stands in cells besides people's own words; no problems means no column of them. */
    record Words(String yes, String no, @Nullable String problems) {}

    XlsxSheetWriter(SXSSFSheet sheet, SheetLayout layout, XlsxStyles styles, XlsxLists lists, Words words) {
        this.sheet = sheet;
        this.layout = layout;
        this.styles = styles;
        this.words = words;
        comments = new XlsxComments(sheet);
        layout.columns().stream()
                .filter(column -> !column.choices().isEmpty())
                .forEach(column -> choices.put(column.key(), new ShownChoices(column)));
        heads();
        var rules = new XlsxRules(sheet, lists, HEADS);
        for (var i = 0; i < layout.columns().size(); i++) {
            var column = layout.columns().get(i);
            sheet.setColumnWidth(i, column.width() * UNITS);
            sheet.setColumnHidden(i, column.hidden());
            sheet.setDefaultColumnStyle(i, styles.of(look(column, false, false)));
            if (column.editable()) {
                rules.add(i, column, listed(column));
            }
        }
        sheet.createFreezePane(1, HEADS);
        XlsxPage.lock(sheet);
        XlsxPage.print(sheet, HEADS - 1);
    }

    private List<String> listed(SheetColumn column) {
        return switch (column.type()) {
            case BOOLEAN -> List.of(words.yes(), words.no());
            case CHOICE -> shown(column).all();
            default -> List.of();
        };
    }

    private ShownChoices shown(SheetColumn column) {
        return Objects.requireNonNull(choices.get(column.key()));
    }

    private void heads() {
        var keys = sheet.createRow(0);
        keys.setZeroHeight(true);
        var labels = sheet.createRow(1);
        for (var i = 0; i < layout.columns().size(); i++) {
            var column = layout.columns().get(i);
            head(keys, labels, i, column.key(), column.label());
            if (column.help() != null) {
                comments.add(1, i, column.help());
            }
        }
        if (words.problems() != null) {
            var last = layout.columns().size();
            head(keys, labels, last, SheetLayout.PROBLEMS, words.problems());
            sheet.setColumnWidth(last, PROBLEMS_WIDTH * UNITS);
        }
    }

    private void head(Row keys, Row labels, int index, String key, String label) {
        keys.createCell(index).setCellValue(HeadKey.of(layout.key(), key, label));
        var cell = labels.createCell(index);
        cell.setCellValue(XmlText.encode(label));
        cell.setCellStyle(styles.head());
    }

    void row(SheetRow row) {
        var line = sheet.createRow(next);
        for (var i = 0; i < layout.columns().size(); i++) {
            var column = layout.columns().get(i);
            var mark = row.marks().get(column.key());
            write(line.createCell(i), column, row.cell(column.key()), mark != null);
            if (mark != null) {
                comments.add(next, i, mark);
            }
        }
        if (words.problems() != null) {
            problems(line, row);
        }
        next++;
    }

    private void problems(Row line, SheetRow row) {
        var told = row.told(layout);
        if (!told.isEmpty()) {
            var cell = line.createCell(layout.columns().size());
            cell.setCellStyle(
                    styles.of(new XlsxStyles.Look(ColumnType.LONG_TEXT, false, FormulaGuard.isDangerous(told), true)));
            cell.setCellValue(XmlText.encode(told));
        }
    }

    private void write(Cell cell, SheetColumn column, CellValue value, boolean marked) {
        CellContent.check(column, value);
        var number = CellContent.number(value);
        var text = number.isPresent() ? "" : text(column, value);
        cell.setCellStyle(styles.of(look(column, FormulaGuard.isDangerous(text), marked)));
        if (number.isPresent()) {
            cell.setCellValue(number.getAsDouble());
        } else if (!text.isEmpty()) {
            cell.setCellValue(XmlText.encode(text));
        }
    }

    private String text(SheetColumn column, CellValue value) {
        if (value instanceof CellValue.Flag flag) {
            return flag.set() ? words.yes() : words.no();
        }
        if (value instanceof CellValue.Code code) {
            return shown(column).shown(code.code());
        }
        return value instanceof CellValue.Codes codes ? shown(column).shown(codes.codes()) : CellContent.plain(value);
    }

    private static XlsxStyles.Look look(SheetColumn column, boolean quoted, boolean marked) {
        return new XlsxStyles.Look(column.type(), !column.editable(), quoted, marked);
    }

    /** The filter comes last, for only now is it known how far it reaches. */
    void end() {
        var last = layout.columns().size() - (words.problems() == null ? 1 : 0);
        sheet.setAutoFilter(new CellRangeAddress(1, Math.max(next - 1, HEADS), 0, last));
    }
}
