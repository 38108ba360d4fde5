package org.rumbo.recommendation;

import java.util.List;
import org.rumbo.team.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The stops that a recommendation made so far, as one reader may know them. */
@Service
@Transactional(readOnly = true)
public class RecommendationRoute {
    private final Arrivals arrivals;
    private final RecommendationAccess access;

    RecommendationRoute(Arrivals arrivals, RecommendationAccess access) {
        this.arrivals = arrivals;
        this.access = access;
    }

    /** Oldest first. Why it went back is told to those who read the item in full. */
    public List<Arrivals.Arrival> of(RecommendationCode code, Actor actor) {
        var seen = access.see(code, actor);
        var all = arrivals.of(seen.id());
        return seen.reading() == Reading.FULL
                ? all
                : all.stream().map(Arrivals.Arrival::withoutReason).toList();
    }
}
