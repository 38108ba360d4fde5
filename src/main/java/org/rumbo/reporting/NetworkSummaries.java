package org.rumbo.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.State;
import org.rumbo.recommendation.Summary;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The network's counts: from the lists as they are now, from the ledger for a past day. */
@Service
@Transactional(readOnly = true)
public class NetworkSummaries {
    private final RecommendationQueries queries;
    private final ReportSource source;
    private final ReportAccess access;
    private final Network network;
    private final Clock clock;

    NetworkSummaries(
            RecommendationQueries queries, ReportSource source, ReportAccess access, Network network, Clock clock) {
        this.queries = queries;
        this.source = source;
        this.access = access;
        this.network = network;
        this.clock = clock;
    }

    /**
     * @param asOf the day at whose end things are looked at; null for this moment
     */
    public NetworkSummary of(@Nullable LocalDate asOf, Actor actor) {
        var period = Period.of(asOf, null, clock.instant(), network.zone());
        if (asOf == null) {
            return current(queries.summary(actor), period.asOf());
        }
        var scope = access.ofSummary(actor);
        var images =
                source.images(period.until(), scope).stream().map(ItemImage::of).toList();
        var countries = scope.countries().stream()
                .map(country -> {
                    var own = images.stream()
                            .filter(image -> image.country().equals(country))
                            .toList();
                    return new NetworkSummary.OfCountry(
                            country.iso2(), own.size(), byState(own), unverified(own, asOf));
                })
                .toList();
        return new NetworkSummary(
                asOf, period.provisional(), images.size(), byState(images), unverified(images, asOf), countries);
    }

    private static NetworkSummary current(Summary summary, LocalDate today) {
        List<NetworkSummary.OfCountry> countries = summary.countries().stream()
                .map(of -> new NetworkSummary.OfCountry(
                        of.country().iso2(), of.total(), byName(of.byState()), of.unverified()))
                .toList();
        return new NetworkSummary(
                today, true, summary.total(), byName(summary.byState()), summary.unverified(), countries);
    }

    private long unverified(Collection<ItemImage> images, LocalDate day) {
        var before = network.verifiedBefore(day);
        return images.stream().filter(image -> image.isUnverified(before)).count();
    }

    private static Map<String, Long> byState(Collection<ItemImage> images) {
        var counts = new LinkedHashMap<String, Long>();
        Arrays.stream(State.values()).forEach(state -> counts.put(state.name(), 0L));
        images.forEach(image -> counts.merge(image.state().name(), 1L, Long::sum));
        return counts;
    }

    private static Map<String, Long> byName(Map<State, Long> byState) {
        var counts = new LinkedHashMap<String, Long>();
        Arrays.stream(State.values()).forEach(state -> counts.put(state.name(), byState.getOrDefault(state, 0L)));
        return counts;
    }
}
