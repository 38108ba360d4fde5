package org.rumbo.workflow;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationRow;

/**
 * Something that waits for the reader.
 *
 * @param id the engine's task, or {@code next:<code>} for the next step of an item that is no task of the engine
 * @param action what is to be done
 */
public record InboxItem(
        String id,
        RecommendationRow recommendation,
        @Nullable LocalDate due,
        boolean overdue,
        String action) {}
