package org.rumbo.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.CountryCode;

/**
 * What a director decides of a passage.
 *
 * @param passage its number in the import
 * @param countries whose recommendation it becomes; empty for its chapter's country
 * @param text what the extraction should have read; null where it read well
 * @param title in the paper's language; null to begin with the passage's own first words
 * @param summary the same; null to begin with the passage's own words
 * @param parts what it is split into; empty where it is one thing
 * @param reason why it is skipped
 */
public record DecisionOfPassage(
        int passage,
        Verdict verdict,
        List<CountryCode> countries,
        @Nullable String text,
        @Nullable String title,
        @Nullable String summary,
        List<String> themes,
        List<Part> parts,
        @Nullable String reason) {

    /** Whether it is tracked. */
    public enum Verdict {
        ACCEPT,
        SKIP
    }

    /** @param text the words of the passage that the part is about */
    public record Part(
            String text, @Nullable String title, @Nullable String summary) {}
}
