package org.rumbo.testing;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.rumbo.file.VirusScanner;

/** No virus scanner, until a test plays one. */
public final class PlayedScanner implements VirusScanner {
    private volatile @Nullable VirusScanner played;

    /** From now on this one is asked; none where it is null. */
    public void play(@Nullable VirusScanner scanner) {
        played = scanner;
    }

    @Override
    public boolean isThere() {
        return played != null;
    }

    @Override
    public @Nullable String scan(InputStream content) throws IOException {
        var asked = played;
        if (asked == null) {
            throw new IOException("Nobody plays the scanner");
        }
        return asked.scan(content);
    }
}
