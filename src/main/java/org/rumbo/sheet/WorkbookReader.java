package org.rumbo.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.rumbo.shared.Language;
import org.springframework.stereotype.Component;

/** Reads what people bring back: workbooks (ECMA-376), CSV (RFC 4180) and archives of CSV, told apart by their bytes. */
@Component
public class WorkbookReader {

    /**
     * Reads a file to its end, or refuses it.
     *
     * @param file where it lies; opened several times, never written to
     * @param name what it was called when it was uploaded: it names the sheet of a CSV file, and is no path
     * @param layouts those that are looked for, with labels in the reader's language
     * @param language whose way of writing days and numbers is taken where a cell holds them as text
     * @throws WorkbookRefused if it is no such file, or larger than {@link SheetLimits} allow
     * @throws IOException if the disk does not let us read it
     */
    public void read(Path file, String name, List<SheetLayout> layouts, Language language, SheetVisitor visitor)
            throws WorkbookRefused, IOException {
        throw new UnsupportedOperationException("Not yet");
    }
}
