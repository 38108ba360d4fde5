package org.rumbo.progress;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Visibility;

/**
 * What is asked of an action; where it is there already, null leaves a field as it is.
 *
 * @param owner somebody of the team
 * @param reason why the due date moves
 * @param version on which version the asking rests; null for any
 */
public record TeamActionCommand(
        @Nullable String text,
        @Nullable UUID owner,
        @Nullable LocalDate due,
        @Nullable Visibility visibility,
        @Nullable String reason,
        @Nullable Integer version) {}
