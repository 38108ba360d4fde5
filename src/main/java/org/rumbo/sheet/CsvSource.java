package org.rumbo.sheet;

import java.io.IOException;
import java.io.InputStream;

/** Where a CSV file's bytes come from; opened more than once. */
interface CsvSource {
    InputStream open() throws IOException;
}
