package org.rumbo.reading;

import java.util.List;

/**
 * A paper's text before anything is made of it.
 *
 * @param sheeted whether the file itself tells its pages, which lines then carry from 1
 * @param labels what the file calls its pages, in their order; empty where it does not say
 */
record Source(List<SourceLine> lines, boolean sheeted, List<String> labels, List<Warning> warnings) {

    /**
     * @param sheet the page as counted, 0 where the file tells none
     * @param size of its letters in points, 0 where not known
     */
    record SourceLine(String raw, int sheet, float size) {
        boolean isBlank() {
            return raw.isBlank();
        }
    }
}
