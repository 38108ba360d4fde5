package org.rumbo.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a paper holds, as far as general rules can tell.
 *
 * @param title null where none was recognised
 * @param imprint what the paper tells of itself
 * @param lines the paper's text as read, line by line, with nothing taken out: what places count in
 * @param linePages for each line its page, 0 where not known
 * @param confidence of the reading as a whole
 */
public record PaperReading(
        @Nullable String title,
        Imprint imprint,
        String language,
        List<String> lines,
        List<Integer> linePages,
        List<Chapter> chapters,
        List<Passage> passages,
        List<SkippedItem> skipped,
        List<Warning> warnings,
        Confidence confidence) {}
