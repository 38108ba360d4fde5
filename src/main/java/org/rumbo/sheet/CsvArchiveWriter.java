package org.rumbo.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a ZIP of CSV files, and last the Data Package that describes them. */
final class CsvArchiveWriter implements WorkbookWriter {
    private final ZipOutputStream zip;
    private final WorkbookFrame frame;
    private final List<SheetLayout> written = new ArrayList<>();
    private @Nullable CsvRecords records;

    CsvArchiveWriter(OutputStream to, WorkbookFrame frame) {
        zip = new ZipOutputStream(to);
        this.frame = frame;
    }

    @Override
    public void sheet(SheetLayout layout) throws IOException {
        if (written.stream().anyMatch(before -> before.key().equalsIgnoreCase(layout.key()))) {
            throw new IllegalArgumentException("Written already: " + layout.key());
        }
        endSheet();
        begin(layout.key() + ".csv");
        written.add(layout);
        records = new CsvRecords(zip, layout, frame.problemsLabel() != null);
    }

    @Override
    public void row(SheetRow row) throws IOException {
        if (records == null) {
            throw new IllegalStateException("No sheet was begun");
        }
        records.row(row);
    }

    private void begin(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(frame.writtenAt().toEpochMilli());
        zip.putNextEntry(entry);
    }

    private void endSheet() throws IOException {
        if (records != null) {
            records.flush();
            zip.closeEntry();
            records = null;
        }
    }

    @Override
    public void finish() throws IOException {
        endSheet();
        begin(DataPackage.FILE);
        zip.write(DataPackage.describe(frame, written));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    @Override
    public void close() {
        // Closing the archive would make a broken one look whole, and close the stream, which is not ours.
    }
}
