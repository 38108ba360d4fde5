package org.rumbo.recommendation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;

/**
 * What somebody looks for.
 *
 * @param kinds where the words are to stand; all of them for anywhere
 * @param language the reader's: of a text in several languages she is shown hers where the words occur in it
 * @param after where the page before ended; null for the first one
 */
public record SearchRequest(
        String query,
        List<CountryCode> countries,
        List<State> states,
        List<SearchKind> kinds,
        Language language,
        int limit,
        @Nullable String after) {

    public List<String> words() {
        return SearchText.words(query);
    }
}
