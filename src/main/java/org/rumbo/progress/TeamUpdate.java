package org.rumbo.progress;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.RecommendationRow;

/**
 * One team's part of a round, item by item.
 *
 * @param notBegun what is asked nothing about, because nothing of it has begun
 */
public record TeamUpdate(RoundView round, RoundView.Part part, List<Line> items, List<RecommendationRow> notBegun) {

    /**
     * One item that the team is asked about.
     *
     * @param answer null while there is none
     * @param note the note that answers, where one does
     * @param draft the newest draft that waits for a coordinator
     * @param suggestedBy who in the team sees nothing new, while there is no answer
     * @param previous the newest note before this answer
     */
    public record Line(
            RecommendationRow item,
            @Nullable AnswerKind answer,
            @Nullable Said note,
            @Nullable String lateReason,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            @Nullable Said draft,
            @Nullable String suggestedBy,
            @Nullable Said previous) {}

    /** A note with its words. */
    public record Said(UUID id, String text, @Nullable Level level, Instant at) {}
}
