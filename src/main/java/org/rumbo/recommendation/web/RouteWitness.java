package org.rumbo.recommendation.web;

import org.rumbo.recommendation.Arrivals.Arrival;
import org.rumbo.recommendation.Origin;

/** Names who brought a recommendation to its stops, for those who read it in full; everybody else learns the role. */
final class RouteWitness implements RouteLine.Witness {
    private final PersonNames names;
    private final Origin origin;
    private final boolean full;

    RouteWitness(PersonNames names, Origin origin, boolean full) {
        this.names = names;
        this.origin = origin;
        this.full = full;
    }

    @Override
    public RouteLine.By of(Arrival arrival) {
        return new RouteLine.By(
                act(arrival), full ? names.of(arrival.by()) : null, full ? names.of(arrival.behalf()) : null);
    }

    private RouteLine.Act act(Arrival arrival) {
        return switch (arrival.action()) {
            case "item.create" -> origin == Origin.PAPER ? RouteLine.Act.TAKEN_OVER : RouteLine.Act.PROPOSED;
            case "evaluation.approve" -> RouteLine.Act.APPROVED;
            case "item.reopen" -> RouteLine.Act.REOPENED;
            default -> RouteLine.Act.CONFIRMED;
        };
    }
}
