package org.rumbo.source;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.RecommendationFact;

/**
 * A recommendation has the paper's own words now, or a further version of them.
 *
 * @param sha256 of the exact words
 * @param corrected what they should have been read as; null where nobody corrected them
 */
public record WordingAttached(
        About about,
        UUID paperImport,
        int passage,
        int version,
        String sha256,
        @Nullable String corrected) implements RecommendationFact {
    @Override
    public String action() {
        return "wording.attach";
    }

    @Override
    public Map<String, ?> detail() {
        return new HashMap<>(Map.of("import", paperImport, "passage", passage, "version", version, "sha256", sha256));
    }

    @Override
    public Map<String, String> texts() {
        return corrected == null ? Map.of() : Map.of("corrected", corrected);
    }
}
