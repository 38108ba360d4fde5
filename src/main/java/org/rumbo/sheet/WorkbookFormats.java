package org.rumbo.sheet;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** The kinds of files in which sheets are taken away. Each writes to the stream as rows come, and leaves it open. */
@Component
public class WorkbookFormats {

    /** A workbook for spreadsheet programs (.xlsx, ECMA-376 transitional). */
    public WorkbookWriter xlsx(OutputStream to, WorkbookFrame frame) throws IOException {
        throw new UnsupportedOperationException("Not yet");
    }

    /**
     * A single sheet as CSV (RFC 4180, UTF-8): a second one is an {@link IllegalStateException}.
     *
     * @param mark whether it begins with a byte order mark, without which Excel takes it for an older encoding
     */
    public WorkbookWriter csv(OutputStream to, WorkbookFrame frame, boolean mark) throws IOException {
        throw new UnsupportedOperationException("Not yet");
    }

    /** A ZIP of one CSV file for each sheet and {@code datapackage.json} (Data Package, with Table Schema). */
    public WorkbookWriter csvArchive(OutputStream to, WorkbookFrame frame) throws IOException {
        throw new UnsupportedOperationException("Not yet");
    }
}
