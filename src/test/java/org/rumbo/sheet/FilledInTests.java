package org.rumbo.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.rumbo.shared.Language;
import org.rumbo.sheet.SheetProblem.Kind;

/** What people do to a workbook before they bring it back: all that can be understood is, the rest is named with its place. */
class FilledInTests {
    private static final SheetLayout LAYOUT = new SheetLayout(
            "recs",
            "Recs",
            List.of(
                    SheetColumn.of("code", "Code", ColumnType.TEXT).locked(),
                    SheetColumn.of("title", "Title", ColumnType.LONG_TEXT).mandatory(),
                    SheetColumn.of("due", "Due", ColumnType.DATE),
                    SheetColumn.of("open", "Open", ColumnType.BOOLEAN),
                    SheetColumn.of("count", "Count", ColumnType.INTEGER),
                    SheetColumn.of("share", "Share", ColumnType.DECIMAL),
                    SheetColumn.choosing(
                            "state",
                            "State",
                            ColumnType.CHOICE,
                            List.of(new Choice("A", "Adopted"), new Choice("P", "Proposed"))),
                    SheetColumn.choosing(
                            "teams",
                            "Teams",
                            ColumnType.MULTI_CHOICE,
                            List.of(new Choice("pe", "Peru"), new Choice("br", "Brazil")))),
            List.of("code"));
    private static final Map<String, CellValue> ROW =
            Map.of("code", CellValue.text("R-1"), "title", CellValue.text("A title"));

    private interface Change {
        void to(XSSFWorkbook workbook, Sheet sheet);
    }

    /** A workbook with one row (the third) that somebody changed in their program. */
    private static Sheets.Told changed(Language language, Change change) throws Exception {
        var content = Sheets.write(Sheets.xlsx(Sheets.FRAME), LAYOUT, List.of(ROW));
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            change.to(workbook, workbook.getSheet("Recs"));
            var to = new ByteArrayOutputStream();
            workbook.write(to);
            return Sheets.read(to.toByteArray(), List.of(LAYOUT), language);
        }
    }

    private static CellValue typed(String key, Language language, Object value) throws Exception {
        return changed(language, (workbook, sheet) -> {
                    set(sheet, key, value);
                })
                .rows
                .get(0)
                .value(key);
    }

    /** As a program does: a new content in the old format. */
    private static void set(Sheet sheet, String key, Object value) {
        var old = sheet.getRow(2).getCell(index(key));
        var style = old.getCellStyle();
        sheet.getRow(2).removeCell(old);
        var cell = sheet.getRow(2).createCell(index(key));
        cell.setCellStyle(style);
        if (value instanceof Double number) {
            cell.setCellValue(number);
        } else if (value instanceof Boolean flag) {
            cell.setCellValue(flag);
        } else {
            cell.setCellValue((String) value);
        }
    }

    private static int index(String key) {
        return LAYOUT.columns().indexOf(LAYOUT.column(key).orElseThrow());
    }

    @Test
    void whatProgramsAndPeopleMakeOfItIsUnderstood() throws Exception {
        var day = CellValue.day(LocalDate.of(2026, 3, 12));
        assertThat(typed("due", Language.ES, "2026-03-12")).isEqualTo(day);
        assertThat(typed("due", Language.ES, " 12/3/2026 ")).isEqualTo(day);
        assertThat(typed("due", Language.PT, "12.03.2026")).isEqualTo(day);
        assertThat(typed("due", Language.EN, 46093.75)).isEqualTo(day);
        assertThat(typed("open", Language.EN, true)).isEqualTo(CellValue.flag(true));
        assertThat(typed("open", Language.EN, "SÍ")).isEqualTo(CellValue.flag(true));
        assertThat(typed("open", Language.EN, "não")).isEqualTo(CellValue.flag(false));
        assertThat(typed("open", Language.ES, 1.0)).isEqualTo(CellValue.flag(true));
        assertThat(typed("count", Language.ES, "1.234.567")).isEqualTo(CellValue.whole(1_234_567L));
        assertThat(typed("count", Language.ES, " 17 ")).isEqualTo(CellValue.whole(17L));
        assertThat(typed("share", Language.ES, "1.234,5")).isEqualTo(CellValue.decimal(new BigDecimal("1234.5")));
        assertThat(typed("share", Language.EN, "1,234.5")).isEqualTo(CellValue.decimal(new BigDecimal("1234.5")));
        assertThat(typed("share", Language.EN, 0.1)).isEqualTo(CellValue.decimal(new BigDecimal("0.1")));
        assertThat(typed("state", Language.EN, " adopted")).isEqualTo(CellValue.code("A"));
        assertThat(typed("state", Language.EN, "p")).isEqualTo(CellValue.code("P"));
        assertThat(typed("teams", Language.EN, "brazil;\nPERU; Brazil"))
                .isEqualTo(CellValue.codes(List.of("br", "pe")));
        assertThat(typed("code", Language.EN, 7.0)).isEqualTo(CellValue.text("7"));
        assertThat(typed("title", Language.EN, "_x0041_")).isEqualTo(CellValue.text("A"));
    }

    @Test
    void whatCannotBeUnderstoodIsNamedWithItsPlaceInThreeLanguages() throws Exception {
        problem("due", Language.ES, "31/2/2026", Kind.NO_DATE);
        problem("due", Language.EN, "3/4/2026", Kind.AMBIGUOUS_DATE);
        problem("due", Language.ES, "soon", Kind.NO_DATE);
        problem("open", Language.ES, "maybe", Kind.NO_BOOLEAN);
        problem("count", Language.ES, "1.234", Kind.AMBIGUOUS_NUMBER);
        problem("count", Language.EN, 1.5, Kind.NO_INTEGER);
        problem("count", Language.EN, "1e9999999", Kind.NO_INTEGER);
        problem("share", Language.EN, "1.234,5", Kind.NO_DECIMAL);
        problem("share", Language.EN, 1e300, Kind.NO_DECIMAL);
        problem("state", Language.EN, "Closed", Kind.NO_CHOICE);
        problem("teams", Language.EN, "Peru; Chile", Kind.NO_CHOICE);
        problem("title", Language.EN, "", Kind.REQUIRED);
    }

    private static void problem(String key, Language language, Object typed, Kind kind) throws Exception {
        var told = changed(language, (workbook, sheet) -> {
            set(sheet, key, typed);
        });
        var problems = told.rows.get(0).problems();
        assertThat(problems).as(key + " " + typed).hasSize(1);
        var problem = problems.get(0);
        assertThat(problem.kind()).as(key + " " + typed).isEqualTo(kind);
        assertThat(problem.column()).isEqualTo(key);
        var reference = CellAddress.letters(index(key) + 1) + "3";
        assertThat(problem.at().reference()).isEqualTo(reference);
        assertThat(problem.wordsWithPlace(Sheets.MESSAGES, Language.EN.locale()))
                .startsWith("Sheet Recs, " + reference + ": ");
        for (var any : Language.values()) {
            assertThat(problem.wordsWithPlace(Sheets.MESSAGES, any.locale()))
                    .contains(reference)
                    .doesNotContain("{");
        }
    }

    @Test
    void noResultOfAFormulaIsTaken() throws Exception {
        var told = changed(Language.EN, (workbook, sheet) -> {
            sheet.getRow(2).getCell(index("count")).setCellFormula("1+1");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            sheet.getRow(2).getCell(index("title")).setCellErrorValue((byte) 0x17);
        });
        assertThat(told.kinds()).containsExactlyInAnyOrder(Kind.FORMULA, Kind.ERROR_VALUE);
        assertThat(told.rows.get(0).value("count")).isEqualTo(new CellValue.Unreadable(""));
    }

    @Test
    void mergedCellsAreAProblemOfEachOfTheirRows() throws Exception {
        var told = changed(Language.EN, (workbook, sheet) -> {
            sheet.createRow(3).createCell(0).setCellValue("R-2");
            sheet.getRow(3).createCell(1).setCellValue("Two");
            sheet.addMergedRegion(new CellRangeAddress(2, 3, index("share"), index("share")));
        });
        assertThat(told.rows).hasSize(2).allSatisfy(row -> assertThat(row.problems())
                .extracting(SheetProblem::kind)
                .containsExactly(Kind.MERGED));
    }

    @Test
    void renamedSheetsAndMovedColumnsAreKnownAgain() throws Exception {
        var told = changed(Language.EN, (workbook, sheet) -> {
            workbook.setSheetName(workbook.getSheetIndex(sheet), "Mine now");
            // The title's column goes two to the right of the last, with its keys; a new one of theirs stands there.
            var last = LAYOUT.columns().size();
            for (var row : sheet) {
                var from = row.getCell(1);
                row.createCell(last + 1).setCellValue(from.getStringCellValue());
                row.removeCell(from);
            }
            sheet.getRow(1).createCell(1).setCellValue("Our remarks");
            sheet.getRow(2).createCell(1).setCellValue("=none of your business");
            sheet.getRow(2).setZeroHeight(true);
        });
        assertThat(told.sheets).singleElement().satisfies(sheet -> {
            assertThat(sheet.name()).isEqualTo("Mine now");
            assertThat(sheet.columns()).endsWith("title");
        });
        assertThat(told.kinds()).containsExactly(Kind.UNKNOWN_COLUMN);
        assertThat(told.problems.get(0).arguments()).containsExactly("Our remarks");
        assertThat(told.rows.get(0).hidden()).isTrue();
        assertThat(Sheets.values(told.rows.get(0))).isEqualTo(ROW);
    }

    @Test
    void labelsInAnotherLanguageAreNoData() throws Exception {
        var translated = new SheetLayout(
                "recs", "Recomendaciones", List.of(SheetColumn.of("code", "Código", ColumnType.TEXT)), List.of());
        var content = Sheets.write(Sheets.xlsx(Sheets.FRAME), LAYOUT, List.of(ROW));
        var told = Sheets.read(content, List.of(translated), Language.ES);
        assertThat(told.rows).singleElement().satisfies(row -> assertThat(row.number())
                .isEqualTo(3));
    }

    @Test
    void aRowIsNotLostWhereTheLabelsWereDeleted() throws Exception {
        var told = changed(Language.EN, (workbook, sheet) -> {
            sheet.removeRow(sheet.getRow(1));
            sheet.shiftRows(2, 2, -1);
        });
        assertThat(told.rows).singleElement().satisfies(row -> assertThat(Sheets.values(row))
                .isEqualTo(ROW));
    }

    @Test
    void aColumnThatWasTakenOutIsMissingNotEmpty() throws Exception {
        var told = changed(Language.EN, (workbook, sheet) -> {
            for (var row : sheet) {
                row.removeCell(row.getCell(index("due")));
            }
        });
        assertThat(told.rows.get(0).has("due")).isFalse();
        assertThat(told.rows.get(0).has("open")).isTrue();
    }

    @Test
    void doubledColumnsAndSheetsAreProblems() throws Exception {
        var told = changed(Language.EN, (workbook, sheet) -> {
            var key = sheet.getRow(0).getCell(0).getStringCellValue();
            sheet.getRow(0).removeCell(sheet.getRow(0).getCell(index("due")));
            sheet.getRow(0).createCell(index("due")).setCellValue(key);
            workbook.cloneSheet(workbook.getSheetIndex(sheet), "Copy");
        });
        assertThat(told.kinds())
                .containsExactlyInAnyOrder(Kind.DUPLICATE_COLUMN, Kind.DUPLICATE_COLUMN, Kind.DUPLICATE_SHEET);
        assertThat(told.rows).singleElement().satisfies(row -> assertThat(row.has("code"))
                .isFalse());
    }

    @Test
    void sheetsOfTheirOwnArePassedOver() throws Exception {
        var told = changed(Language.EN, (workbook, sheet) -> {
            workbook.createSheet("Empty");
            workbook.createSheet("Notes").createRow(4).createCell(3).setCellValue("Ask Ana");
        });
        assertThat(told.kinds()).containsExactly(Kind.UNKNOWN_SHEET);
        assertThat(told.problems.get(0).kind().isNote()).isTrue();
        assertThat(told.rows).hasSize(1);
    }

    @Test
    void daysAreCountedFrom1904WhereTheWorkbookSaysSo() throws Exception {
        var told = changed(Language.EN, (workbook, sheet) -> {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
            sheet.getRow(2).getCell(index("due")).setCellValue(44_631.0);
        });
        assertThat(told.rows.get(0).value("due")).isEqualTo(CellValue.day(LocalDate.of(2026, 3, 12)));
    }

    @Test
    void theDayThatNeverWasIsNone() {
        assertThat(ExcelDay.day(59, false)).contains(LocalDate.of(1900, 2, 28));
        assertThat(ExcelDay.day(60, false)).isEmpty();
        assertThat(ExcelDay.day(61, false)).contains(LocalDate.of(1900, 3, 1));
        assertThat(ExcelDay.day(Double.NaN, false)).isEmpty();
        assertThat(ExcelDay.day(-1, true)).isEmpty();
        assertThat(ExcelDay.day(0, true)).contains(LocalDate.of(1904, 1, 1));
        for (var day = LocalDate.of(1900, 1, 1); day.getYear() < 2100; day = day.plusDays(1)) {
            assertThat(ExcelDay.day(ExcelDay.serial(day).orElseThrow(), false)).contains(day);
        }
    }

    @Test
    void halvesOfCharactersAndNothingAreNamed() throws Exception {
        for (var text : List.of("a\0b", "a\uD800", "\uDC00")) {
            var content =
                    Sheets.write(Sheets.xlsx(Sheets.FRAME), LAYOUT, List.of(Map.of("title", CellValue.text(text))));
            var told = Sheets.read(content, List.of(LAYOUT), Language.EN);
            assertThat(told.kinds()).containsExactly(Kind.UNREADABLE_TEXT);
            assertThat(told.rows.get(0).value("title")).isEqualTo(new CellValue.Unreadable(text));
            var csv = Sheets.read(
                    Sheets.write(Sheets.csv(), LAYOUT, List.of(Map.of("title", CellValue.text(text)))),
                    List.of(LAYOUT),
                    Language.EN);
            assertThat(csv.rows.get(0).value("title")).isInstanceOf(CellValue.Text.class);
            assertThat(csv.rows.get(0).cells().get("title").typed()).contains("\uFFFD");
        }
    }

    @Test
    void textsAreCutWhereACellIsFull() throws Exception {
        var text = "x".repeat(SheetLimits.CELL - 1) + "😀😀";
        for (var format : List.of(Sheets.xlsx(Sheets.FRAME), Sheets.csv())) {
            var content = Sheets.write(format, LAYOUT, List.of(Map.of("title", CellValue.text(text))));
            assertThat(Sheets.read(content, List.of(LAYOUT), Language.EN)
                            .rows
                            .get(0)
                            .value("title"))
                    .isEqualTo(CellValue.text(text.substring(0, SheetLimits.CELL - 1)));
        }
        assertThatThrownBy(() -> Sheets.write(Sheets.csv(), LAYOUT, List.of(Map.of("title", CellValue.whole(1L)))))
                .isInstanceOf(IllegalArgumentException.class);
        var told = Sheets.read(
                ("code,title\n1," + "y".repeat(SheetLimits.CELL + 1)).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                List.of(LAYOUT),
                Language.EN);
        assertThat(told.kinds()).containsExactly(Kind.TOO_LONG);
    }
}
