package org.rumbo.file;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** An installation without a virus scanner. */
final class NoScanner implements VirusScanner {
    @Override
    public boolean isThere() {
        return false;
    }

    @Override
    public @Nullable String scan(InputStream content) throws IOException {
        throw new IOException("There is no virus scanner");
    }
}
