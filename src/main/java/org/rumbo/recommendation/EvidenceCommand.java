package org.rumbo.recommendation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document to be added as evidence.
 *
 * @param date when it was issued
 * @param language the language that it is written in, as a BCP 47 tag
 * @param visibility who should see it; beyond the network only once somebody else released it
 */
public record EvidenceCommand(
        EvidenceType type,
        String title,
        @Nullable String issuer,
        @Nullable LocalDate date,
        @Nullable String language,
        @Nullable String url,
        Strength strength,
        Visibility visibility) {}
