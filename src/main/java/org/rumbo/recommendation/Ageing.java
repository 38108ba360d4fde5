package org.rumbo.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.Network;
import org.springframework.stereotype.Component;

/** Tells what was confirmed so long ago that nobody knows whether it still holds. */
@Component
class Ageing {
    private final Network network;
    private final Clock clock;

    Ageing(Network network, Clock clock) {
        this.network = network;
        this.clock = clock;
    }

    /** What was confirmed before this moment is unverified now. */
    Instant verifiedBefore() {
        return network.verifiedBefore(network.day(clock.instant()));
    }

    /** The day since which nobody confirmed that state; null where it is recent, or nothing that could be undone. */
    @Nullable
    LocalDate unverifiedSince(State state, Instant confirmed) {
        return state.ages() && confirmed.isBefore(verifiedBefore()) ? network.day(confirmed) : null;
    }
}
