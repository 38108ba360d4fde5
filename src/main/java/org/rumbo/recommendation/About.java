package org.rumbo.recommendation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.CountryCode;

/**
 * What every fact about a recommendation tells.
 *
 * @param from the state before
 * @param actor who did it; null for timers and jobs
 * @param at when it was done
 * @param image the recommendation after it
 */
public record About(
        UUID recommendation,
        RecommendationCode code,
        CountryCode country,
        State from,
        @Nullable UUID actor,
        Instant at,
        Image image) {

    public State to() {
        return image.state();
    }
}
