package org.rumbo.recommendation;

import java.util.List;
import java.util.Map;
import org.rumbo.team.CountryCode;

/**
 * How many items are where: in all and per country team, teams without items included.
 *
 * @param unverified of how many nobody confirmed the state for longer than the network trusts it
 */
public record Summary(long total, Map<State, Long> byState, long unverified, List<OfCountry> countries) {
    public record OfCountry(CountryCode country, long total, Map<State, Long> byState, long unverified) {}
}
