package org.rumbo.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.shared.Language;

/** Whatever is written comes back as it was, and others read the same. */
class RoundTripTests {
    private static final int SEEDS = 200;

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @Test
    void workbooksComeBackAsTheyWere() throws Exception {
        for (var seed = 0L; seed < SEEDS; seed++) {
            comesBack(seed, Sheets.xlsx(Sheets.frame(Language.values()[(int) seed % 3])));
        }
    }

    @Test
    void archivesOfCsvComeBackAsTheyWere() throws Exception {
        for (var seed = 0L; seed < SEEDS; seed++) {
            comesBack(seed, Sheets.archive());
        }
    }

    private static void comesBack(long seed, Sheets.Format format) throws Exception {
        var random = new RandomSheets(seed);
        var first = random.layout("first");
        var second = random.layout("second");
        var rows = random.rows(first);
        var more = random.rows(second);
        var all = new LinkedHashMap<SheetLayout, List<SheetRow>>();
        all.put(first, rows.stream().map(SheetRow::of).toList());
        all.put(second, more.stream().map(SheetRow::of).toList());
        var content = Sheets.write(format, all);
        // Whatever the reader's language is.
        var told = Sheets.read(content, List.of(second, first), Language.values()[(int) (seed / 3) % 3]);
        assertThat(told.kinds()).as("seed " + seed).isEmpty();
        assertThat(told.values("first")).as("seed " + seed).isEqualTo(rows);
        assertThat(told.values("second")).as("seed " + seed).isEqualTo(more);
        assertThat(told.frame.product()).isEqualTo("Rumbo 1.0");
        assertThat(told.frame.format()).isEqualTo(1);
        assertThat(told.frame.writtenAt()).isEqualTo(Sheets.FRAME.writtenAt());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void singleCsvComesBackAsItWas(long seed) throws Exception {
        var random = new RandomSheets(seed);
        var layout = random.layout("only");
        var rows = random.rows(layout);
        var told = Sheets.read(Sheets.write(Sheets.csv(), layout, rows), List.of(layout), Language.ES);
        assertThat(told.kinds()).isEmpty();
        assertThat(told.values("only")).isEqualTo(rows);
    }

    @Test
    void everyTextIsFreedOfExactlyTheApostropheThatItGot() {
        var random = new RandomSheets(7);
        for (var i = 0; i < 200_000; i++) {
            var text = random.text();
            var guarded = FormulaGuard.guarded(text);
            assertThat(FormulaGuard.isDangerous(guarded)).as(text).isFalse();
            assertThat(FormulaGuard.bare(guarded)).isEqualTo(text);
            assertThat(XmlText.decode(XmlText.encode(text))).isEqualTo(text);
        }
    }

    @Test
    void othersReadTheSameTexts() throws Exception {
        for (var seed = 0L; seed < SEEDS; seed++) {
            var random = new RandomSheets(seed);
            var layout = new SheetLayout(
                    "texts",
                    "Texts",
                    List.of(SheetColumn.of("a", "A", ColumnType.TEXT), SheetColumn.of("b", "B", ColumnType.LONG_TEXT)),
                    List.of("a"));
            var rows = random.rows(layout);
            var content = Sheets.write(Sheets.xlsx(Sheets.FRAME), layout, rows);
            try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
                var sheet = workbook.getSheet("Texts");
                for (var i = 0; i < rows.size(); i++) {
                    for (var column = 0; column < 2; column++) {
                        var value = rows.get(i).get(column == 0 ? "a" : "b");
                        var cell = sheet.getRow(i + 2).getCell(column);
                        if (value != null) {
                            var text = ((CellValue.Text) value).text();
                            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                            assertThat(cell.getStringCellValue())
                                    .as("seed " + seed)
                                    .isEqualTo(text);
                            assertThat(cell.getCellStyle().getQuotePrefixed())
                                    .isEqualTo(FormulaGuard.isDangerous(text));
                        }
                    }
                }
            }
        }
    }

    @Test
    void aThirdReaderSeesTheSameCells() throws Exception {
        var layout = new SheetLayout(
                "kinds",
                "Kinds",
                List.of(
                        SheetColumn.of("text", "Text", ColumnType.TEXT),
                        SheetColumn.of("day", "Day", ColumnType.DATE),
                        SheetColumn.of("count", "Count", ColumnType.INTEGER)),
                List.of());
        var content = Sheets.write(
                Sheets.xlsx(Sheets.FRAME),
                layout,
                List.of(Map.of(
                        "text", CellValue.text("=1+1"),
                        "day", CellValue.day(java.time.LocalDate.of(2026, 3, 12)),
                        "count", CellValue.whole(17L))));
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            var rows = workbook.findSheet("Kinds").orElseThrow().read();
            var row = rows.get(2);
            assertThat(row.getCellAsString(0)).contains("=1+1");
            assertThat(row.getCellAsDate(1).orElseThrow()).hasToString("2026-03-12T00:00");
            assertThat(row.getCellAsNumber(2).orElseThrow().longValue()).isEqualTo(17);
        }
    }
}
