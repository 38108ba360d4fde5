package org.rumbo.exchange;

import java.util.List;
import org.rumbo.sheet.ColumnType;

/**
 * A column of a sheet, and who may change it. What stands in its cells is compared as text: a day as 2026-11-23, yes and no as
 * true and false, several codes with commas between them.
 *
 * @param most how long a text may be
 * @param choices the codes that it allows; empty for anything else
 * @param words how the messages with the words for its codes begin
 * @param inside whether only those who read a recommendation in full are told it
 */
record SheetField(String name, ColumnType type, Use use, int most, List<String> choices, String words, boolean inside) {
    enum Use {
        /** Which version of a thing the row is; hidden. */
        VERSION,
        /** It is shown, and nobody changes it. */
        LOCKED,
        /** Whoever adds a row says it; afterwards it is locked. */
        OF_NEW_ROWS,
        EDITABLE,
        /** Always empty in a download: said about a change, not of the thing. */
        REMARK
    }

    private static final int SHORT = 100;

    private static SheetField of(String name, ColumnType type, Use use, int most) {
        return new SheetField(name, type, use, most, List.of(), "", false);
    }

    static SheetField version() {
        return of("version", ColumnType.TEXT, Use.VERSION, SHORT).onlyInside();
    }

    static SheetField locked(String name, ColumnType type) {
        return of(name, type, Use.LOCKED, Integer.MAX_VALUE);
    }

    static SheetField locked(String name, List<String> choices, String words) {
        return new SheetField(name, ColumnType.CHOICE, Use.LOCKED, SHORT, choices, words, false);
    }

    static SheetField ofNewRows(String name, ColumnType type) {
        return of(name, type, Use.OF_NEW_ROWS, SHORT);
    }

    static SheetField ofNewRows(String name, List<String> choices, String words) {
        return new SheetField(name, ColumnType.CHOICE, Use.OF_NEW_ROWS, SHORT, choices, words, false);
    }

    static SheetField ofNewRows(String name, ColumnType type, int most) {
        return of(name, type, Use.OF_NEW_ROWS, most);
    }

    static SheetField text(String name, ColumnType type, int most) {
        return of(name, type, Use.EDITABLE, most);
    }

    static SheetField editable(String name, ColumnType type) {
        return of(name, type, Use.EDITABLE, SHORT);
    }

    static SheetField choosing(String name, ColumnType type, List<String> choices, String words) {
        return new SheetField(name, type, Use.EDITABLE, Integer.MAX_VALUE, choices, words, false);
    }

    static SheetField remark(String name, int most) {
        return of(name, ColumnType.LONG_TEXT, Use.REMARK, most).onlyInside();
    }

    SheetField onlyInside() {
        return new SheetField(name, type, use, most, choices, words, true);
    }

    /** Whether what somebody types there can change a thing that exists. */
    boolean editable() {
        return use == Use.EDITABLE;
    }

    /** Whether a thing has it, rather than a row of the file. */
    boolean isOfThing() {
        return use != Use.VERSION && use != Use.REMARK;
    }
}
