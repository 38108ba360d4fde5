package org.rumbo.recommendation;

import java.net.URI;
import java.util.HexFormat;
import org.rumbo.shared.Sha256;
import org.rumbo.team.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the API that carry an item, with the entity tag that fits the reader. */
@Component
public class RecommendationAnswers {
    private static final String ADDRESS = "/api/v1/recommendations/";

    private final RecommendationReader reader;
    private final JsonMapper json;

    RecommendationAnswers(RecommendationReader reader, JsonMapper json) {
        this.reader = reader;
        this.json = json;
    }

    /** The item as the reader may see it now. */
    public ResponseEntity<RecommendationView> item(RecommendationCode code, Actor actor) {
        var view = reader.read(code, actor);
        return ResponseEntity.ok().eTag(tag(view)).body(view);
    }

    public ResponseEntity<RecommendationView> created(RecommendationCode code, Actor actor) {
        var view = reader.read(code, actor);
        return ResponseEntity.created(URI.create(ADDRESS + code))
                .eTag(tag(view))
                .body(view);
    }

    /** For who reads in full it is the item's version; for others a hash of exactly what they are shown. */
    private String tag(RecommendationView view) {
        return '"' + (view instanceof RecommendationView.Full full ? full.tag() : hash(view)) + '"';
    }

    private String hash(RecommendationView view) {
        return HexFormat.of().formatHex(Sha256.digest().digest(json.writeValueAsBytes(view)), 0, 16);
    }
}
