package org.rumbo.reading;

import java.nio.file.Path;
import java.util.Set;

/** Reads papers. */
public interface PaperReader {
    /**
     * Reads a text file or a PDF; takes bounded time and memory whatever the file holds.
     *
     * @param language of the paper: {@code es}, {@code pt} or {@code en}
     * @param countries ISO 3166-1 alpha-2 codes of the network, by which chapters are recognised
     * @throws UnreadablePaper where it is no paper that can be read, with a reason in words for people
     */
    PaperReading read(Path file, String language, Set<String> countries, ReadingProgress progress)
            throws UnreadablePaper;
}
