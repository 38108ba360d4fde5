package org.rumbo.recommendation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a paper is called where it is cited; whoever keeps the papers says it. */
public interface Citations {
    Optional<Citation> of(Source source);

    /**
     * @param language in which title and chapter are written
     * @param authors of the chapter, between semicolons; null where it is not known, like the chapter's own title
     * @param published year and month, such as {@code 2019-12}, or the year alone
     * @param publishers between semicolons, like the editors
     * @param address of the paper on the web; null where it is not known
     */
    record Citation(
            String title,
            String language,
            @Nullable String chapter,
            @Nullable String authors,
            String published,
            @Nullable String isbn,
            String publishers,
            String editors,
            @Nullable String address) {}
}
