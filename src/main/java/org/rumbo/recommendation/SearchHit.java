package org.rumbo.recommendation;

import java.util.List;

/**
 * A recommendation that was found.
 *
 * @param titleLanguage the tag of the language in which the title is shown
 * @param found where else the words stand, best first
 */
public record SearchHit(RecommendationRow row, Snippet code, Snippet title, String titleLanguage, List<Found> found) {
    /**
     * @param language its tag; empty where nobody said
     */
    public record Found(SearchKind kind, String language, Snippet snippet) {}
}
