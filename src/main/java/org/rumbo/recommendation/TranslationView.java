package org.rumbo.recommendation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;

/**
 * A recommendation's texts in one language beside their originals.
 *
 * @param tag stands for what was shown; whoever saves says what she saw
 * @param frozen whether nobody may change them now, because a claim is under review
 * @param open how many texts of each language wait for somebody
 */
public record TranslationView(
        Language original, Language language, String tag, boolean frozen, List<OpenTexts> open, List<Side> sides) {

    /** Whether there is nothing to translate: all texts are the originals. */
    public boolean isOriginal() {
        return sides.stream().allMatch(side -> side.status() == TranslationStatus.ORIGINAL);
    }

    public record OpenTexts(Language language, int count) {}

    /**
     * One text and its translation.
     *
     * @param from the original's language
     * @param translated the original of which this is the translation; null where there is none
     */
    public record Side(
            TextField field,
            Language from,
            String original,
            @Nullable String text,
            TranslationStatus status,
            @Nullable String translated,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {

        /** What was changed in the original since; empty where nothing was. */
        public List<WordChange> changes() {
            return status == TranslationStatus.STALE && translated != null
                    ? WordChange.between(translated, original)
                    : List.of();
        }
    }
}
