package org.rumbo.recommendation;

import java.util.List;
import org.springframework.stereotype.Component;

/** What people write about evidence, claims and decisions. The item's own words are changed by editing it. */
@Component
class OwnTextPlaces implements TextPlaces {
    @Override
    public List<TextPlace> places() {
        return List.of(
                TextPlace.of("evidence", "title"),
                TextPlace.of("evidence", "issuer"),
                TextPlace.address("evidence", "url"),
                TextPlace.of("evidence", "file_name"),
                TextPlace.of("claim", "statement"),
                TextPlace.of("claim", "earlier_statement"),
                TextPlace.of("claim", "delivered_how"),
                TextPlace.of("claim", "decision_reason"),
                TextPlace.of("claim", "return_reason"),
                TextPlace.of("recommendation", "level_reason", "id = ?"));
    }
}
