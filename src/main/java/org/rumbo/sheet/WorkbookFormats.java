package org.rumbo.sheet;

import java.io.OutputStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The kinds of files in which sheets are taken away. Each writes to the stream as rows come, and leaves it open. */
@Component
public class WorkbookFormats {
    private final MessageSource messages;

    WorkbookFormats(MessageSource messages) {
        this.messages = messages;
    }

    /** A workbook for spreadsheet programs (.xlsx, ECMA-376 transitional). */
    public WorkbookWriter xlsx(OutputStream to, WorkbookFrame frame) {
        var locale = frame.language().locale();
        return new XlsxWriter(
                to,
                frame,
                messages.getMessage("sheet.yes", null, locale),
                messages.getMessage("sheet.no", null, locale));
    }

    /**
     * A single sheet as CSV (RFC 4180, UTF-8): a second one is an {@link IllegalStateException}.
     *
     * @param mark whether it begins with a byte order mark, without which Excel takes it for an older encoding
     */
    public WorkbookWriter csv(OutputStream to, WorkbookFrame frame, boolean mark) {
        return new CsvWriter(to, frame, mark);
    }

    /** A ZIP of one CSV file for each sheet and {@code datapackage.json} (Data Package, with Table Schema). */
    public WorkbookWriter csvArchive(OutputStream to, WorkbookFrame frame) {
        return new CsvArchiveWriter(to, frame);
    }
}
