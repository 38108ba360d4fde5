package org.rumbo.recommendation;

import java.util.UUID;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.CountryCode;

/**
 * As much of an item as is needed to say who may do what with it.
 *
 * @param assigned whether the reader is one of its evaluators
 * @param reading how much of it the reader may read
 */
public record Seen(
        UUID id,
        RecommendationCode code,
        CountryCode country,
        State state,
        Origin origin,
        boolean assigned,
        Reading reading) {

    /** The item as the access policy looks at it. */
    public AccessTarget target() {
        return new AccessTarget(country, state.letter(), assigned, origin == Origin.PAPER);
    }
}
