package org.rumbo.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** The hidden sheet of a workbook: what the file says of itself, then the lists that its drop-downs show. */
final class XlsxLists {
    static final String NAME = "_rumbo";
    static final String MARK = "rumbo-workbook";
    static final String PRODUCT = "product";
    static final String FORMAT = "format";
    static final String WRITTEN_AT = "written-at";
    static final String LANGUAGE = "language";

    private final SXSSFSheet sheet;
    private final CellStyle text;
    private final Map<List<String>, String> known = new HashMap<>();
    private int next;

    XlsxLists(SXSSFSheet sheet, CellStyle text, WorkbookFrame frame) {
        this.sheet = sheet;
        this.text = text;
        line(MARK, "1");
        line(PRODUCT, frame.product());
        line(FORMAT, String.valueOf(frame.format()));
        line(WRITTEN_AT, frame.writtenAt().toString());
        line(LANGUAGE, frame.language().tag());
    }

    /** Where that list stands, as a formula names it; it is written if it does not stand there yet. */
    String range(List<String> list) {
        return known.computeIfAbsent(list, entries -> {
            var first = next + 1;
            entries.forEach(entry -> line("", entry));
            return "'" + NAME + "'!$B$" + first + ":$B$" + next;
        });
    }

    private void line(String name, String value) {
        var row = sheet.createRow(next++);
        row.createCell(0).setCellValue(name);
        var cell = row.createCell(1);
        cell.setCellValue(XmlText.encode(value));
        cell.setCellStyle(text);
    }
}
