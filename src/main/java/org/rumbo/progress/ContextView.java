package org.rumbo.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.CountryCode;

/**
 * An event of a country as readers within the network get it.
 *
 * @param language the tag of the language of title and text
 * @param reviews the items of which it was asked whether it changes anything, as far as the reader sees them
 */
public record ContextView(
        UUID id,
        CountryCode country,
        ContextKind kind,
        LocalDate on,
        String title,
        @Nullable String language,
        @Nullable String url,
        @Nullable String text,
        List<Review> reviews) {

    /**
     * One item in its light.
     *
     * @param outcome null as long as its team has not answered
     */
    public record Review(
            UUID id,
            String code,
            @Nullable ContextOutcome outcome,
            @Nullable String sentence,
            @Nullable LocalDate answeredOn) {}
}
