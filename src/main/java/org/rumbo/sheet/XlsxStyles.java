package org.rumbo.sheet;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The looks of cells: a handful, each made once, for a workbook may have only so many. */
final class XlsxStyles {
    private static final String DAY = "yyyy-mm-dd";

    private final Workbook workbook;
    private final Map<Look, CellStyle> made = new HashMap<>();
    private final CellStyle head;
    private final CellStyle words;

    /**
     * @param quoted the text looks like a formula, and the program is told that it is none
     * @param marked there is a problem in it
     */
    record Look(ColumnType type, boolean locked, boolean quoted, boolean marked) {}

    XlsxStyles(Workbook workbook) {
        this.workbook = workbook;
        Font bold = workbook.createFont();
        bold.setBold(true);
        head = workbook.createCellStyle();
        head.setFont(bold);
        head.setWrapText(true);
        head.setVerticalAlignment(VerticalAlignment.TOP);
        fill(head, IndexedColors.GREY_25_PERCENT);
        words = workbook.createCellStyle();
        words.setWrapText(true);
        words.setVerticalAlignment(VerticalAlignment.TOP);
    }

    CellStyle head() {
        return head;
    }

    /** For words that explain. */
    CellStyle words() {
        return words;
    }

    CellStyle of(Look look) {
        return made.computeIfAbsent(look, this::make);
    }

    private CellStyle make(Look look) {
        var style = workbook.createCellStyle();
        style.setLocked(look.locked());
        style.setQuotePrefixed(look.quoted());
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(look.type() == ColumnType.LONG_TEXT || look.type() == ColumnType.MULTI_CHOICE);
        switch (look.type()) {
            case DATE -> style.setDataFormat(workbook.createDataFormat().getFormat(DAY));
            // Typed digits stay text: a code like 007 keeps its zeros.
            case TEXT, LONG_TEXT ->
                style.setDataFormat(workbook.createDataFormat().getFormat("@"));
            default -> {}
        }
        if (look.marked()) {
            fill(style, IndexedColors.LIGHT_YELLOW);
        } else if (look.locked()) {
            fill(style, IndexedColors.GREY_25_PERCENT);
        }
        return style;
    }

    private static void fill(CellStyle style, IndexedColors colour) {
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
}
