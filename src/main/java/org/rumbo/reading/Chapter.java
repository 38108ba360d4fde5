package org.rumbo.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chapter, also one without recommendations.
 *
 * @param number from 1, in the paper's order
 * @param country ISO 3166-1 alpha-2; null where the title does not tell
 * @param heading where the recommendations' heading stands; null where there is none
 */
public record Chapter(
        int number,
        @Nullable String country,
        String title,
        List<String> authors,
        Place place,
        @Nullable Place heading,
        Confidence confidence,
        List<Warning> warnings) {}
