package org.rumbo.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes a workbook: rows pass through temporary files, so that only a hundred of them are in memory. */
final class XlsxWriter implements WorkbookWriter {
    static final String READ_ME_MARK = "rumbo/read-me";
    private static final int ROWS_IN_MEMORY = 100;
    private static final int LONGEST_NAME = 31;
    private static final int READ_ME_WIDTH = 100 * 256;

    private final OutputStream to;
    private final WorkbookFrame frame;
    private final XlsxSheetWriter.Words words;
    private final SXSSFWorkbook workbook;
    private final XlsxStyles styles;
    private final XlsxLists lists;
    private final Set<String> names = new HashSet<>(Set.of(XlsxLists.NAME));
    private final Set<String> keys = new HashSet<>();
    private @Nullable XlsxSheetWriter current;

    XlsxWriter(OutputStream to, WorkbookFrame frame, String yes, String no) {
        this.to = to;
        this.frame = frame;
        words = new XlsxSheetWriter.Words(yes, no, frame.problemsLabel());
        workbook = new SXSSFWorkbook(new XSSFWorkbook(), ROWS_IN_MEMORY, true);
        styles = new XlsxStyles(workbook);
        describe(workbook.getXSSFWorkbook());
        if (!frame.readMe().isEmpty()) {
            readMe();
        }
        var hidden = workbook.createSheet(XlsxLists.NAME);
        lists = new XlsxLists(hidden, styles.of(new XlsxStyles.Look(ColumnType.TEXT, true, true, false)), frame);
        workbook.setSheetHidden(workbook.getSheetIndex(hidden), true);
        if (frame.readMe().isEmpty()) {
            workbook.setActiveSheet(1);
        }
    }

    private void describe(XSSFWorkbook inner) {
        var core = inner.getProperties().getCoreProperties();
        core.setTitle(frame.title());
        core.setCreator(frame.product());
        core.setCreated(Optional.of(Date.from(frame.writtenAt())));
        inner.getProperties().getExtendedProperties().setApplication(frame.product());
    }

    private void readMe() {
        var sheet = workbook.createSheet(name(frame.readMeLabel()));
        sheet.setColumnWidth(0, READ_ME_WIDTH);
        var mark = sheet.createRow(0);
        mark.setZeroHeight(true);
        mark.createCell(0).setCellValue(READ_ME_MARK);
        var next = 1;
        for (var line : frame.readMe()) {
            var cell = sheet.createRow(next).createCell(0);
            cell.setCellValue(XmlText.encode(line));
            cell.setCellStyle(next == 1 ? styles.head() : styles.words());
            next++;
        }
    }

    @Override
    public void sheet(SheetLayout layout) {
        if (!keys.add(layout.key())) {
            throw new IllegalArgumentException("Written already: " + layout.key());
        }
        endSheet();
        SXSSFSheet sheet = workbook.createSheet(name(layout.label()));
        current = new XlsxSheetWriter(sheet, layout, styles, lists, words);
    }

    @Override
    public void row(SheetRow row) {
        if (current == null) {
            throw new IllegalStateException("No sheet was begun");
        }
        current.row(row);
    }

    private void endSheet() {
        if (current != null) {
            current.end();
        }
    }

    @Override
    public void finish() throws IOException {
        endSheet();
        current = null;
        // POI closes what it writes to; the stream belongs to whoever gave it.
        workbook.write(new Unclosed(to));
        to.flush();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /** What Excel allows, once in the workbook, capitals aside. */
    private String name(String label) {
        var safe = WorkbookUtil.createSafeSheetName(label.isBlank() ? "-" : label.strip());
        var name = safe;
        for (var i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            var end = " " + i;
            name = safe.substring(0, Math.min(safe.length(), LONGEST_NAME - end.length())) + end;
        }
        return name;
    }
}
