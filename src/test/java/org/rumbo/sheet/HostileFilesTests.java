package org.rumbo.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rumbo.shared.Language;
import org.rumbo.sheet.WorkbookRefused.Reason;

/** Files that mean harm, or came to harm: each is refused by its name, soon, and without much memory. */
@Timeout(60)
class HostileFilesTests {
    private static final SheetLayout LAYOUT = new SheetLayout(
            "recs",
            "Recs",
            List.of(
                    SheetColumn.of("code", "Code", ColumnType.TEXT).locked(),
                    SheetColumn.of("title", "Title", ColumnType.LONG_TEXT)),
            List.of("code"));
    private static final String HEAD = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c>"
            + "<c r=\"B1\" t=\"inlineStr\"><is><t>title</t></is></c></row>";
    private static final String SECRET = "the secret of the machine";

    @TempDir
    Path folder;

    private static String sheet(String rows) {
        return "<worksheet><sheetData>" + HEAD + rows + "</sheetData></worksheet>";
    }

    /** The parts that every workbook needs, with a sheet of that XML. */
    private static Map<String, byte[]> parts(String sheet) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "[Content_Types].xml",
                bytes("<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-"
                        + "officedocument.spreadsheetml.sheet.main+xml\"/></Types>"));
        parts.put(
                "xl/workbook.xml",
                bytes("<workbook xmlns:r=\"r\"><sheets><sheet name=\"Recs\" r:id=\"r1\"/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                bytes("<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                        + "<Relationship Id=\"r3\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>"));
        parts.put("xl/sharedStrings.xml", bytes("<sst><si><t>shared</t></si></sst>"));
        parts.put("xl/styles.xml", bytes("<styleSheet/>"));
        parts.put("xl/worksheets/sheet1.xml", bytes(sheet));
        return parts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var to = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(to)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return to.toByteArray();
    }

    private static byte[] workbook(String rows) throws IOException {
        return zip(parts(sheet(rows)));
    }

    private static byte[] with(String name, String content) throws IOException {
        var parts = parts(sheet(""));
        parts.put(name, bytes(content));
        return zip(parts);
    }

    private interface Content {
        void write(OutputStream to) throws IOException;
    }

    /** For parts that are too large to be held. */
    private byte[] withLarge(String name, Content content) throws IOException {
        var parts = parts(sheet(""));
        parts.remove(name);
        var to = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(to)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            zip.putNextEntry(new ZipEntry(name));
            var buffered = new BufferedOutputStream(zip, 1 << 16);
            content.write(buffered);
            buffered.flush();
        }
        return to.toByteArray();
    }

    private Sheets.Told read(byte[] content) throws IOException, WorkbookRefused {
        var file = folder.resolve("upload");
        Files.write(file, content);
        return Sheets.read(file, List.of(LAYOUT), Language.EN);
    }

    private Reason refusal(byte[] content) {
        var refused = catchThrowableOfType(WorkbookRefused.class, () -> read(content));
        assertThat(refused).isNotNull();
        for (var language : Language.values()) {
            assertThat(refused.words(Sheets.MESSAGES, language.locale())).doesNotContain("{");
        }
        return refused.reason();
    }

    @Test
    void theHarmlessOneIsRead() throws Exception {
        var told = read(workbook("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>"));
        assertThat(told.values("recs")).containsExactly(Map.of("code", CellValue.text("shared")));
    }

    @Test
    void bombsAreRefusedBeforeTheyAreUnpacked() throws Exception {
        var zeros = new byte[1 << 20];
        assertThat(refusal(withLarge("xl/media/bomb.bin", to -> {
                    for (var i = 0; i < 250; i++) {
                        to.write(zeros);
                    }
                })))
                .isEqualTo(Reason.UNPACKS_TO_TOO_MUCH);
        assertThat(refusal(withLarge("xl/media/bomb.bin", to -> {
                    for (var i = 0; i < 5; i++) {
                        to.write(zeros);
                    }
                })))
                .isEqualTo(Reason.UNPACKS_TO_TOO_MUCH);
    }

    @Test
    void aBombThatClaimsToBeSmallIsCaughtInTheAct() throws Exception {
        var bomb = withLarge("xl/worksheets/sheet1.xml", to -> {
            to.write(bytes("<worksheet><sheetData>" + HEAD));
            for (var i = 0; i < 1_000_000; i++) {
                to.write(bytes("<row/>"));
            }
            to.write(bytes("</sheetData></worksheet>"));
        });
        assertThat(refusal(claiming(bomb, "xl/worksheets/sheet1.xml", 10_000))).isEqualTo(Reason.UNPACKS_TO_TOO_MUCH);
    }

    @Test
    void sizesOfTwoGigabytesInTheHeadAreRefused() throws Exception {
        for (var size : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -2}) {
            assertThat(refusal(claiming(workbook(""), "xl/worksheets/sheet1.xml", size)))
                    .isIn(Reason.UNPACKS_TO_TOO_MUCH, Reason.DAMAGED);
        }
        assertThat(refusal(claiming(workbook(""), "xl/worksheets/sheet1.xml", 100_000)))
                .isEqualTo(Reason.DAMAGED);
    }

    /** With another unpacked size in the directory at the archive's end. */
    private static byte[] claiming(byte[] zip, String name, int size) {
        var buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = zip.length - 46; i >= 0; i--) {
            if (buffer.getInt(i) == 0x02014b50
                    && new String(zip, i + 46, buffer.getShort(i + 28), StandardCharsets.UTF_8).equals(name)) {
                buffer.putInt(i + 24, size);
                return zip;
            }
        }
        throw new IllegalArgumentException(name);
    }

    @Test
    void documentTypesAndEntitiesAreRefusedInEveryPart() throws Exception {
        var secret = folder.resolve("secret");
        Files.writeString(secret, SECRET);
        var external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        var laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY e \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
        for (var declared : List.of(external, laughs, "<!DOCTYPE x SYSTEM \"http://localhost:1/x.dtd\">")) {
            for (var part : List.of(
                    "xl/sharedStrings.xml",
                    "xl/worksheets/sheet1.xml",
                    "xl/styles.xml",
                    "xl/workbook.xml",
                    "xl/_rels/workbook.xml.rels",
                    "[Content_Types].xml")) {
                assertThat(refusal(with(part, declared + "<x>&e;</x>")))
                        .as(part)
                        .isEqualTo(Reason.FORBIDDEN_XML);
            }
        }
    }

    @Test
    void declarationsAreFoundInEveryEncoding() throws Exception {
        var xml =
                "<?xml version=\"1.0\" encoding=\"%s\"?><!DOCTYPE x [<!ENTITY e \"ha\">]><sst><si><t>&e;</t></si></sst>";
        for (var encoding : List.of("UTF-16", "UTF-16LE", "UTF-16BE")) {
            var parts = parts(sheet(""));
            parts.put("xl/sharedStrings.xml", xml.formatted(encoding).getBytes(Charset.forName(encoding)));
            assertThat(refusal(zip(parts))).as(encoding).isEqualTo(Reason.FORBIDDEN_XML);
        }
        for (var encoding : List.of("IBM037", "UTF-32")) {
            var parts = parts(sheet(""));
            parts.put("xl/sharedStrings.xml", xml.formatted(encoding).getBytes(Charset.forName(encoding)));
            assertThat(refusal(zip(parts))).as(encoding).isIn(Reason.DAMAGED, Reason.FORBIDDEN_XML);
        }
    }

    @Test
    void entitiesThatNobodyDeclaredAreDamage() throws Exception {
        assertThat(refusal(workbook("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>")))
                .isIn(Reason.DAMAGED, Reason.FORBIDDEN_XML);
    }

    @Test
    void namesThatLeadOutOfTheArchiveAreRefused() throws Exception {
        for (var name : List.of("../evil.xml", "xl/../../evil.xml", "/etc/evil", "xl\\evil.xml", "C:/evil.xml")) {
            assertThat(refusal(with(name, "<x/>"))).as(name).isEqualTo(Reason.DAMAGED);
        }
        assertThat(refusal(zip(Map.of("../recs.csv", bytes("code,title\r\n1,2\r\n")))))
                .isEqualTo(Reason.DAMAGED);
    }

    @Test
    void partsThatAreThereTwiceAreRefused() throws Exception {
        assertThat(refusal(with("XL/workbook.xml", "<x/>"))).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void linksOutOfTheFileAreNotFollowed() throws Exception {
        var parts = parts(sheet(""));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                bytes("<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" TargetMode=\"External\""
                        + " Target=\"http://localhost:1/sheet.xml\"/></Relationships>"));
        assertThat(refusal(zip(parts))).isEqualTo(Reason.NO_KNOWN_SHEET);
    }

    @Test
    void tensOfThousandsOfPartsAreRefused() throws Exception {
        var parts = parts(sheet(""));
        for (var i = 0; i < 70_000; i++) {
            parts.put("p" + i, new byte[0]);
        }
        assertThat(refusal(zip(parts))).isEqualTo(Reason.UNPACKS_TO_TOO_MUCH);
    }

    @Test
    void millionsOfEmptyRowsAreRefusedOrPassedOver() throws Exception {
        assertThat(refusal(withLarge("xl/worksheets/sheet1.xml", to -> {
                    to.write(bytes("<worksheet><sheetData>" + HEAD));
                    for (var i = 0; i < 100; i++) {
                        to.write(bytes("<row/>".repeat(100_000)));
                    }
                    to.write(bytes("</sheetData></worksheet>"));
                })))
                .isEqualTo(Reason.UNPACKS_TO_TOO_MUCH);
        assertThat(refusal(withLarge("xl/worksheets/sheet1.xml", to -> emptyRows(to, 1_100_000, ""))))
                .isEqualTo(Reason.DAMAGED);
        var told = read(withLarge("xl/worksheets/sheet1.xml", to -> emptyRows(to, 200_000, "<c s=\"0\"/>")));
        assertThat(told.rows).isEmpty();
    }

    private static void emptyRows(OutputStream to, int count, String cell) throws IOException {
        to.write(bytes("<worksheet><sheetData>" + HEAD));
        for (var i = 2; i <= count; i++) {
            to.write(bytes("<row r=\"" + i + "\">" + cell + "</row>"));
        }
        to.write(bytes("</sheetData></worksheet>"));
    }

    @Test
    void moreRowsThanAllowedAreRefused() throws Exception {
        var rows = new StringBuilder();
        for (var i = 2; i <= SheetLimits.ROWS + 1; i++) {
            rows.append("<row><c t=\"inlineStr\"><is><t>").append(i).append("</t></is></c></row>");
        }
        assertThat(refusal(workbook(rows.toString()))).isEqualTo(Reason.TOO_MANY_ROWS);
        assertThat(refusal(bytes("code,title\n" + "a,b\n".repeat(SheetLimits.ROWS))))
                .isEqualTo(Reason.TOO_MANY_ROWS);
    }

    @Test
    void sixteenThousandColumnsAreRefused() throws Exception {
        var cells = "<c t=\"inlineStr\"><is><t>x</t></is></c>".repeat(16_384);
        assertThat(refusal(workbook("<row r=\"2\">" + cells + "</row>"))).isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(refusal(workbook("<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>")))
                .isEqualTo(Reason.DAMAGED);
        assertThat(refusal(bytes("code,title\n" + "x,".repeat(16_384) + "\n"))).isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(refusal(bytes("code,title\n" + ",".repeat(20_000_000)))).isEqualTo(Reason.TOO_MANY_COLUMNS);
    }

    @Test
    void formatsThatReachFarAreNoContent() throws Exception {
        var told = read(workbook("<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"XFD2\" s=\"0\"/></row>"));
        assertThat(told.values("recs")).containsExactly(Map.of("code", CellValue.text("1")));
    }

    @Test
    void tagsAndTextsWithoutEndAreRefused() throws Exception {
        var much = "y".repeat(1 << 20);
        assertThat(refusal(workbook("<row r=\"2\" x=\"" + much + "\"/>")))
                .isIn(Reason.TOO_MUCH_TEXT, Reason.UNPACKS_TO_TOO_MUCH);
        var random = new Random(1);
        var long1 = random.ints(1 << 20, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        assertThat(refusal(workbook("<row r=\"2\" x=\"" + long1 + "\"/>"))).isEqualTo(Reason.TOO_MUCH_TEXT);
        assertThat(refusal(workbook("<a>".repeat(1000) + "</a>".repeat(1000)))).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void brokenXmlIsDamage() throws Exception {
        for (var rows : List.of(
                "<row r=\"x\"/>",
                "<row r=\"99999999999\"/>",
                "<row r=\"5\"/><row r=\"5\"/>",
                "<row",
                "<row r=\"2\"><c r=\"2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>17</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>-1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\"><v>x</v></c></row>")) {
            assertThat(refusal(workbook(rows))).as(rows).isEqualTo(Reason.DAMAGED);
        }
        assertThat(refusal(zip(parts(sheet("") + "</x>")))).isEqualTo(Reason.DAMAGED);
        var parts = parts(sheet(""));
        parts.remove("xl/worksheets/sheet1.xml");
        assertThat(refusal(zip(parts))).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void cutOffFilesAreDamage() throws Exception {
        var whole = Sheets.write(Sheets.xlsx(Sheets.FRAME), LAYOUT, List.of(Map.of("title", CellValue.text("whole"))));
        for (var part = 1; part < 20; part++) {
            assertThat(refusal(Arrays.copyOf(whole, whole.length * part / 20))).isEqualTo(Reason.DAMAGED);
        }
    }

    @Test
    void flippedBitsAreNeverMoreThanARefusal() throws Exception {
        var whole = Sheets.write(Sheets.xlsx(Sheets.FRAME), LAYOUT, List.of(Map.of("title", CellValue.text("whole"))));
        var random = new Random(11);
        for (var i = 0; i < 300; i++) {
            var flipped = whole.clone();
            for (var j = 0; j <= i % 5; j++) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                read(flipped);
            } catch (WorkbookRefused refused) {
                assertThat(refused.reason()).isNotNull();
            }
        }
    }

    @Test
    void otherKindsAreRefusedByTheirName() throws Exception {
        var old = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet("Recs").createRow(0).createCell(0).setCellValue("code");
            workbook.write(old);
        }
        assertThat(refusal(old.toByteArray())).isEqualTo(Reason.OLD_EXCEL);
        assertThat(refusal(encrypted())).isEqualTo(Reason.ENCRYPTED);
        assertThat(refusal(with("xl/vbaProject.bin", "x"))).isEqualTo(Reason.MACROS);
        assertThat(refusal(with(
                        "[Content_Types].xml",
                        "<Types><Override PartName=\"/xl/workbook.xml\""
                                + " ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>")))
                .isEqualTo(Reason.MACROS);
        assertThat(refusal(with(
                        "[Content_Types].xml",
                        "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
                                + "officedocument.wordprocessingml.document.main+xml\"/></Types>")))
                .isEqualTo(Reason.UNKNOWN_KIND);
        assertThat(refusal(zip(Map.of("mimetype", bytes("application/vnd.oasis.opendocument.spreadsheet")))))
                .isEqualTo(Reason.OPEN_DOCUMENT);
        assertThat(refusal(zip(Map.of("a.txt", bytes("x"))))).isEqualTo(Reason.UNKNOWN_KIND);
        assertThat(refusal(new byte[] {'P', 'K', 5, 6})).isEqualTo(Reason.DAMAGED);
        assertThat(refusal(new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(refusal(bytes("%PDF-1.7\n\u0000\u0001"))).isEqualTo(Reason.UNKNOWN_KIND);
        assertThat(refusal(bytes("<html><table><tr><td>code</td></tr></table></html>")))
                .isEqualTo(Reason.NO_KNOWN_SHEET);
        var noise = new byte[100_000];
        new Random(3).nextBytes(noise);
        assertThat(refusal(noise)).isEqualTo(Reason.UNKNOWN_KIND);
        assertThat(refusal(new byte[(int) SheetLimits.FILE + 1])).isEqualTo(Reason.TOO_LARGE);
    }

    private static byte[] encrypted() throws Exception {
        var to = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var inner = encryptor.getDataStream(container)) {
                inner.write(workbook(""));
            }
            container.writeFilesystem(to);
        }
        return to.toByteArray();
    }

    @Test
    void mergedAreasBeyondCountingAreRefused() throws Exception {
        var merged = new StringBuilder();
        for (var i = 1; i <= SheetLimits.MERGED + 1; i++) {
            merged.append("<mergeCell ref=\"A")
                    .append(2 * i)
                    .append(":B")
                    .append(2 * i)
                    .append("\"/>");
        }
        assertThat(refusal(zip(parts("<worksheet><sheetData>" + HEAD + "</sheetData><mergeCells>" + merged
                        + "</mergeCells></worksheet>"))))
                .isEqualTo(Reason.TOO_MANY_MERGED);
    }

    @Test
    void sharedTextsBeyondAllMeasureAreRefused() throws Exception {
        assertThat(refusal(withLarge("xl/sharedStrings.xml", to -> {
                    to.write(bytes("<sst>"));
                    for (var i = 0; i <= SheetLimits.SHARED_TEXTS; i++) {
                        to.write(bytes("<si><t>" + i + "</t></si>"));
                    }
                    to.write(bytes("</sst>"));
                })))
                .isEqualTo(Reason.TOO_MUCH_TEXT);
    }

    @Test
    void quotesThatAreNeverClosedAreRefused() {
        assertThat(refusal(bytes("code,title\r\n1,\"never closed\r\n" + "2,x\r\n".repeat(1000))))
                .isEqualTo(Reason.BROKEN_QUOTES);
        assertThat(refusal(bytes("code,title\r\n1,\"closed\" and on\r\n"))).isEqualTo(Reason.BROKEN_QUOTES);
        assertThat(refusal(bytes("code,title\r\n1,\"" + "x".repeat(15_000_000))))
                .isEqualTo(Reason.BROKEN_QUOTES);
    }
}
