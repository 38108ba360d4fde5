package org.rumbo.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rumbo.shared.Language;
import org.rumbo.sheet.SheetProblem.Kind;
import org.rumbo.sheet.WorkbookRefused.Reason;
import tools.jackson.databind.json.JsonMapper;

/** CSV as programs and people write it. */
class CsvReaderTests {
    private static final SheetLayout LAYOUT = new SheetLayout(
            "recs",
            "Recomendaciones",
            List.of(
                    SheetColumn.of("code", "Código", ColumnType.TEXT),
                    SheetColumn.of("title", "Título", ColumnType.LONG_TEXT).mandatory(),
                    SheetColumn.of("share", "Parte", ColumnType.DECIMAL)),
            List.of("code"));
    private static final List<Map<String, CellValue>> ROWS = List.of(Map.of(
            "code", CellValue.text("R-1"),
            "title", CellValue.text("Información: acción año"),
            "share", CellValue.decimal(new BigDecimal("0.5"))));

    private static Sheets.Told read(byte[] content) throws Exception {
        return Sheets.read(content, List.of(LAYOUT), Language.ES);
    }

    private static Sheets.Told read(String content) throws Exception {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252", "ISO-8859-1"})
    void encodingsAreRecognised(String encoding) throws Exception {
        for (var mark : List.of("", "\uFEFF")) {
            var charset = Charset.forName(encoding);
            // Java's UTF-16 brings a mark of its own.
            if (mark.isEmpty() || (charset.newEncoder().canEncode('\uFEFF') && !encoding.equals("UTF-16"))) {
                var content = mark + "Código;Título;Parte\r\nR-1;Información: acción año;0,5\r\n";
                assertThat(read(content.getBytes(charset)).values("recs"))
                        .as(mark)
                        .isEqualTo(ROWS);
            }
        }
    }

    @Test
    void otherEncodingsAreRefused() {
        // A DOS file: 0x90 is É there, and nothing in Windows-1252.
        var dos = "code,title\r\nR-1,\u0090xito a\u00A4o\r\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(dos))
                .isInstanceOfSatisfying(WorkbookRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.UNKNOWN_ENCODING));
        assertThatThrownBy(() -> read(("\uFEFFcode,title\r\n").getBytes(Charset.forName("UTF-32LE"))))
                .isInstanceOfSatisfying(WorkbookRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.UNKNOWN_ENCODING));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void separatorsAreRecognised(String separator) throws Exception {
        var content = String.join(separator, "share", "title", "code")
                + "\n"
                + String.join(separator, "0.5", "\"Información: acción año\"", "R-1");
        assertThat(read(content).values("recs")).isEqualTo(ROWS);
        if (!separator.equals("\t")) {
            assertThat(read("sep=" + separator + "\r\n" + content).values("recs"))
                    .isEqualTo(ROWS);
        }
    }

    @Test
    void quotedFieldsKeepLineEndsQuotesAndSeparators() throws Exception {
        var told = read(
                "code,title\r\n\"R\"\"1\",\"one\r\ntwo, \"\"three\"\"\nfour\"\r\n\r\n,\r\nR2,plain \"quotes\"\r\n");
        assertThat(told.values("recs"))
                .containsExactly(
                        Map.of("code", CellValue.text("R\"1"), "title", CellValue.text("one\r\ntwo, \"three\"\nfour")),
                        Map.of("code", CellValue.text("R2"), "title", CellValue.text("plain \"quotes\"")));
        assertThat(told.rows.get(1).number()).isEqualTo(5);
    }

    @Test
    void moreFieldsThanHeadsAreAProblem() throws Exception {
        var told = read("code,title\nR1,Water, land and air\n");
        assertThat(told.kinds()).containsExactly(Kind.EXTRA_FIELDS);
        assertThat(told.rows.get(0).problems().get(0).at().reference()).isEqualTo("C2");
    }

    @Test
    void pointsAreNotGuessedAtWhereNumbersHaveCommas() throws Exception {
        assertThat(read("code;title;share\nR1;T;1.234\n").kinds()).containsExactly(Kind.AMBIGUOUS_NUMBER);
        assertThat(read("code,title,share\nR1,T,1.234\n").rows.get(0).value("share"))
                .isEqualTo(CellValue.decimal(new BigDecimal("1.234")));
    }

    @Test
    void nothingThatWeWriteIsAFormula() throws Exception {
        for (var text :
                List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00A0=1", "＝1", "'=1")) {
            var content = new String(
                    Sheets.write(Sheets.csv(), LAYOUT, List.of(Map.of("title", CellValue.text(text)))),
                    StandardCharsets.UTF_8);
            assertThat(content).as(text).containsAnyOf(",'" + text + ",", ",\"'" + text + "\",");
            assertThat(read(content).rows.get(0).value("title")).isEqualTo(CellValue.text(text));
        }
        // What merely begins with an apostrophe is left alone, both ways.
        var tis = new String(
                Sheets.write(Sheets.csv(), LAYOUT, List.of(Map.of("title", CellValue.text("'tis")))),
                StandardCharsets.UTF_8);
        assertThat(tis).isEqualTo("code,title,share\r\n,'tis,\r\n");
        assertThat(read(tis).rows.get(0).value("title")).isEqualTo(CellValue.text("'tis"));
    }

    @Test
    void theMarkIsForExcelAlone() throws Exception {
        var marked = Sheets.write(to -> Sheets.FORMATS.csv(to, Sheets.FRAME, true), LAYOUT, ROWS);
        assertThat(marked).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(read(marked).values("recs")).isEqualTo(ROWS);
    }

    @Test
    void theDataPackageDescribesItsFiles() throws Exception {
        var content = Sheets.write(Sheets.archive(), LAYOUT, ROWS);
        var parts = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(parts).containsOnlyKeys("recs.csv", "datapackage.json");
        var resource = new JsonMapper()
                .readTree(parts.get("datapackage.json"))
                .path("resources")
                .path(0);
        assertThat(resource.path("path").asString()).isEqualTo("recs.csv");
        var schema = resource.path("schema");
        assertThat(schema.path("primaryKey").path(0).asString()).isEqualTo("code");
        assertThat(schema.path("fields")
                        .path(1)
                        .path("constraints")
                        .path("required")
                        .asBoolean())
                .isTrue();
        assertThat(schema.path("fields").path(2).path("type").asString()).isEqualTo("number");
    }
}
