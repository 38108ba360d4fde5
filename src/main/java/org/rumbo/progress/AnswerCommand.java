package org.rumbo.progress;

import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.EvidenceCommand;
import org.rumbo.recommendation.RecommendationCode;

/**
 * A team's answer about one item.
 *
 * @param note what happened; null where there is nothing new
 * @param lateReason why it is not done although its date has passed
 * @param evidence a document that is added with the note
 */
public record AnswerCommand(
        RecommendationCode item,
        @Nullable ProgressCommand note,
        @Nullable String lateReason,
        @Nullable EvidenceCommand evidence) {
    public boolean nothingNew() {
        return note == null;
    }
}
