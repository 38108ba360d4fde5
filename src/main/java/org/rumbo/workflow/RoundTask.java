package org.rumbo.workflow;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A team's part of an update round that waits for the reader.
 *
 * @param id {@code round:<key>:<country>}
 * @param key the round's key
 * @param action {@code SUBMIT_ROUND} or {@code REVIEW_ROUND}
 * @param due until when a team should submit, or the round's last day for who reviews
 */
public record RoundTask(
        String id,
        UUID round,
        String key,
        String title,
        String country,
        LocalDate due,
        boolean overdue,
        String action,
        int asked,
        int answered) {}
