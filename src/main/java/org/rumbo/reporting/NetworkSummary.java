package org.rumbo.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How many items are where at the end of a day: in all and per country team, teams without items included.
 *
 * @param unverified of how many nobody had confirmed the state for longer than the network trusts it
 */
public record NetworkSummary(
        LocalDate asOf,
        boolean provisional,
        long total,
        Map<String, Long> byState,
        long unverified,
        List<OfCountry> countries) {
    public record OfCountry(String country, long total, Map<String, Long> byState, long unverified) {}
}
