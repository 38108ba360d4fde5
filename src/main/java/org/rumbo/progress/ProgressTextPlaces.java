package org.rumbo.progress;

import java.util.List;
import org.rumbo.recommendation.TextPlace;
import org.rumbo.recommendation.TextPlaces;
import org.springframework.stereotype.Component;

/** What teams write between two steps. A comment is erased as it stands, also where it was worded anew since. */
@Component
class ProgressTextPlaces implements TextPlaces {
    private static final String VALUES = "indicator_id in (select id from indicator where recommendation_id = ?)";

    @Override
    public List<TextPlace> places() {
        return List.of(
                TextPlace.named("item_comment", "text", "comment"),
                TextPlace.of("progress_note", "note"),
                TextPlace.of("team_action", "text"),
                TextPlace.of("team_action", "due_reason"),
                TextPlace.of("team_action", "cancel_reason"),
                TextPlace.of("indicator", "name"),
                TextPlace.of("indicator_value", "source", VALUES),
                TextPlace.of("indicator_value", "note", VALUES),
                TextPlace.of("indicator_value", "reason", VALUES),
                TextPlace.of("context_review", "sentence"),
                TextPlace.of("round_answer", "late_reason"));
    }
}
