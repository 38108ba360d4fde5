package org.rumbo.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report that was frozen and stored.
 *
 * @param publishedBy the director's name
 * @param sha256 of its JSON file
 * @param total how many items it covers
 * @param reached how many of them are implemented or evaluated
 */
public record PublishedReport(
        UUID id,
        LocalDate asOf,
        @Nullable LocalDate from,
        String publishedBy,
        Instant publishedAt,
        String sha256,
        long total,
        long reached,
        Audience audience) {}
