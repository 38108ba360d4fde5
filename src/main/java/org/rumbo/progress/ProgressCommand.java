package org.rumbo.progress;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.Visibility;

/**
 * What a team reports about an item.
 *
 * @param note what happened; null where a draft is published as it is
 * @param level how much is done, as the team sees it now
 * @param nextDate when the team will look again
 * @param draft the member's draft that is published with this
 */
public record ProgressCommand(
        @Nullable String note,
        @Nullable Level level,
        Visibility visibility,
        @Nullable LocalDate nextDate,
        @Nullable UUID draft) {}
