package org.rumbo.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.rumbo.shared.Language;

/** What a workbook offers to whoever opens it. */
class XlsxWriterTests {
    private static final SheetLayout LAYOUT = new SheetLayout(
            "recs",
            "Recs/2026: [all]",
            List.of(
                    SheetColumn.of("code", "Code", ColumnType.TEXT).locked(),
                    SheetColumn.of("version", "Version", ColumnType.INTEGER).unseen(),
                    SheetColumn.of("due", "Due", ColumnType.DATE).explained("When it is due"),
                    SheetColumn.of("open", "Open", ColumnType.BOOLEAN),
                    SheetColumn.choosing("state", "State", ColumnType.CHOICE, choices())
                            .wide(20)),
            List.of("code"));

    private static List<Choice> choices() {
        var choices = new ArrayList<Choice>();
        for (var i = 0; i < 500; i++) {
            choices.add(new Choice("S" + i, "A rather long label, with a comma " + i));
        }
        return choices;
    }

    private static XSSFWorkbook open(byte[] content) throws Exception {
        return new XSSFWorkbook(new ByteArrayInputStream(content));
    }

    @Test
    void headsAreFrozenFilteredAndRepeatedOnPaper() throws Exception {
        var content = Sheets.write(Sheets.xlsx(Sheets.FRAME), LAYOUT, List.of(Map.of("code", CellValue.text("R-1"))));
        try (var workbook = open(content)) {
            var sheet = workbook.getSheetAt(2);
            assertThat(workbook.getSheetName(0)).isEqualTo("Read me");
            assertThat(workbook.isSheetHidden(1)).isTrue();
            assertThat(sheet.getSheetName()).doesNotContain("/", ":", "[");
            assertThat(sheet.getRow(0).getZeroHeight()).isTrue();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
            assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A2:E3");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getRepeatingRows().formatAsString()).contains("2:2");
            assertThat(workbook.getFontAt(
                                    sheet.getRow(1).getCell(0).getCellStyle().getFontIndex())
                            .getBold())
                    .isTrue();
            assertThat(sheet.isColumnHidden(1)).isTrue();
            assertThat(sheet.getColumnWidth(4)).isEqualTo(20 * 256);
            assertThat(sheet.getRow(1).getCell(2).getCellComment().getString().getString())
                    .isEqualTo("When it is due");
            assertThat(workbook.getProperties().getCoreProperties().getCreator())
                    .isEqualTo("Rumbo 1.0");
        }
    }

    @Test
    void lockedCellsAreLockedAndAllElseIsAllowed() throws Exception {
        var content = Sheets.write(Sheets.xlsx(Sheets.FRAME), LAYOUT, List.of(Map.of("code", CellValue.text("R-1"))));
        try (var workbook = open(content)) {
            var sheet = workbook.getSheetAt(2);
            var protection = sheet.getCTWorksheet().getSheetProtection();
            assertThat(sheet.getProtect()).isTrue();
            assertThat(protection.isSetPassword() || protection.isSetHashValue())
                    .isFalse();
            assertThat(sheet.isAutoFilterLocked()).isFalse();
            assertThat(sheet.isSortLocked()).isFalse();
            assertThat(sheet.isInsertRowsLocked()).isFalse();
            assertThat(sheet.isFormatCellsLocked()).isFalse();
            assertThat(sheet.getRow(2).getCell(0).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getRow(2).getCell(2).getCellStyle().getLocked()).isFalse();
            // Rows that people add.
            assertThat(sheet.getColumnStyle(0).getLocked()).isTrue();
            assertThat(sheet.getColumnStyle(2).getLocked()).isFalse();
        }
    }

    @Test
    void listsOfAnyLengthCanBePickedFrom() throws Exception {
        var content = Sheets.write(Sheets.xlsx(Sheets.frame(Language.ES)), LAYOUT, List.of());
        try (var workbook = open(content)) {
            var rules = workbook.getSheetAt(2).getDataValidations();
            assertThat(rules).hasSize(3);
            var hidden = workbook.getSheetAt(1);
            var yesNo = rules.stream()
                    .filter(rule -> rule.getRegions().getCellRangeAddress(0).getFirstColumn() == 3)
                    .findFirst()
                    .orElseThrow()
                    .getValidationConstraint()
                    .getFormula1();
            assertThat(yesNo).isEqualTo("'_rumbo'!$B$6:$B$7");
            assertThat(hidden.getRow(5).getCell(1).getStringCellValue()).isEqualTo("sí");
            assertThat(rules).allSatisfy(rule -> {
                var range = rule.getRegions().getCellRangeAddress(0);
                assertThat(range.getFirstRow()).isEqualTo(2);
                assertThat(range.getLastRow()).isEqualTo(SheetLimits.ROWS);
                assertThat(rule.getSuppressDropDownArrow()).isTrue();
            });
            assertThat(hidden.getRow(7 + 499).getCell(1).getStringCellValue()).endsWith("comma 499");
        }
    }

    @Test
    void aCorrectedFileShowsWhatIsWrongWhere() throws Exception {
        var row = new SheetRow(
                Map.of("code", CellValue.text("R-1"), "due", new CellValue.Unreadable("=soon")),
                Map.of("due", "A date is expected."),
                List.of("Somebody changed it meanwhile."));
        var all = new LinkedHashMap<SheetLayout, List<SheetRow>>();
        all.put(LAYOUT, List.of(row));
        var content = Sheets.write(Sheets.xlsx(Sheets.FRAME.correcting("Problems")), all);
        try (var workbook = open(content)) {
            var sheet = workbook.getSheetAt(2);
            var cell = sheet.getRow(2).getCell(2);
            assertThat(cell.getStringCellValue()).isEqualTo("=soon");
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(cell.getCellComment().getString().getString()).isEqualTo("A date is expected.");
            assertThat(sheet.getRow(2).getCell(5).getStringCellValue())
                    .isEqualTo("Somebody changed it meanwhile.\nDue: A date is expected.");
        }
        // It can be brought back as it is: the column of problems is nobody's.
        var told = Sheets.read(content, List.of(LAYOUT), Language.EN);
        assertThat(told.problems).isEmpty();
        assertThat(told.rows.get(0).problems())
                .extracting(SheetProblem::kind)
                .containsExactly(SheetProblem.Kind.NO_DATE);
        assertThat(told.rows.get(0).cells().get("due").typed()).isEqualTo("=soon");
    }

    @Test
    void manyRowsNeedLittleMemoryAndTheStreamStaysOpen() throws Exception {
        var text = CellValue.text("A text of some length that stands in every row of this sheet. ".repeat(4));
        var layout = new SheetLayout(
                "many",
                "Many",
                List.of(SheetColumn.of("a", "A", ColumnType.LONG_TEXT), SheetColumn.of("b", "B", ColumnType.LONG_TEXT)),
                List.of());
        var sink = new Counting();
        System.gc();
        var before = used();
        try (var writer = Sheets.FORMATS.xlsx(sink, Sheets.FRAME)) {
            writer.sheet(layout);
            for (var i = 0; i < 40_000; i++) {
                writer.row(SheetRow.of(Map.of("a", text, "b", text)));
            }
            System.gc();
            assertThat(used() - before).isLessThan(30L << 20);
            writer.finish();
        }
        assertThat(sink.closed).isFalse();
        assertThat(sink.bytes).isPositive();
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static final class Counting extends OutputStream {
        private long bytes;
        private boolean closed;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] content, int from, int count) {
            bytes += count;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void namesOfSheetsNeverCollide() throws Exception {
        var label = "A label that is longer than Excel lets it be";
        var to = new ByteArrayOutputStream();
        try (var writer = Sheets.FORMATS.xlsx(to, Sheets.FRAME)) {
            for (var i = 0; i < 12; i++) {
                writer.sheet(new SheetLayout(
                        "s" + i,
                        i == 11 ? "_RUMBO" : label,
                        List.of(SheetColumn.of("a", "A", ColumnType.TEXT)),
                        List.of()));
            }
            assertThatThrownBy(() -> writer.sheet(new SheetLayout(
                            "s1", "Again", List.of(SheetColumn.of("a", "A", ColumnType.TEXT)), List.of())))
                    .isInstanceOf(IllegalArgumentException.class);
            writer.finish();
        }
        try (var workbook = open(to.toByteArray())) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(14);
        }
    }
}
