package org.rumbo.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;

/**
 * Changes to an item's own fields; null leaves a field as it is.
 *
 * @param language which language's title and summary are meant; the item's own where null
 * @param owner who in the team looks after it
 * @param clears names of fields that are to be emptied
 */
public record EditCommand(
        @Nullable Language language,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String addressee,
        @Nullable String reading,
        @Nullable List<String> themes,
        @Nullable List<Integer> sdgs,
        @Nullable LocalDate targetDate,
        @Nullable Boolean priority,
        @Nullable UUID owner,
        java.util.Set<String> clears) {}
