package org.rumbo.file;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Looks for viruses in a file. */
public interface VirusScanner {
    /** Whether there is one at all; without it files are marked as not looked at. */
    boolean isThere();

    /**
     * The name of what was found, or null where nothing was.
     *
     * @throws IOException where there was no answer, so that it must be asked again
     */
    @Nullable
    String scan(InputStream content) throws IOException;
}
