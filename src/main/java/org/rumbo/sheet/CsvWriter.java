package org.rumbo.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes the one sheet of a CSV file. */
final class CsvWriter implements WorkbookWriter {
    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final OutputStream to;
    private final WorkbookFrame frame;
    private final boolean mark;
    private @Nullable CsvRecords records;

    CsvWriter(OutputStream to, WorkbookFrame frame, boolean mark) {
        this.to = to;
        this.frame = frame;
        this.mark = mark;
    }

    @Override
    public void sheet(SheetLayout layout) throws IOException {
        if (records != null) {
            throw new IllegalStateException("A CSV file has one sheet");
        }
        if (mark) {
            to.write(MARK);
        }
        records = new CsvRecords(to, layout, frame.problemsLabel() != null);
    }

    @Override
    public void row(SheetRow row) throws IOException {
        if (records == null) {
            throw new IllegalStateException("No sheet was begun");
        }
        records.row(row);
    }

    @Override
    public void finish() throws IOException {
        if (records != null) {
            records.flush();
        }
        to.flush();
    }

    @Override
    public void close() {
        // Nothing is held besides the stream, which is not ours.
    }
}
