package org.rumbo.reporting;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Live reports as of any past day, each reader's own view of the ledger. */
@Service
@Transactional(readOnly = true)
public class ImplementationReports {
    private final ReportSource source;
    private final ReportAccess access;
    private final Network network;
    private final Clock clock;
    private final boolean demonstration;

    ImplementationReports(
            ReportSource source, ReportAccess access, Network network, Clock clock, Environment environment) {
        this.source = source;
        this.access = access;
        this.network = network;
        this.clock = clock;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
    }

    public ImplementationReport live(ReportRequest request, Actor actor) {
        var period = Period.of(request.asOf(), request.from(), clock.instant(), network.zone());
        return compute(period, access.ofReport(actor, request.countries()), request);
    }

    /** The report that leaves the network: all countries, confirmed facts alone, whoever publishes it. */
    ImplementationReport released(@Nullable LocalDate asOf, @Nullable LocalDate from, Actor publisher) {
        var request = new ReportRequest(asOf, from, java.util.List.of(), network.defaultLanguage());
        var period = Period.of(asOf, from, clock.instant(), network.zone());
        return compute(period, access.ofPublication(publisher), request);
    }

    private ImplementationReport compute(Period period, ReportScope scope, ReportRequest request) {
        return new ReportComputation(
                        source.facts(period, scope),
                        period,
                        scope,
                        request.language(),
                        network.verifyAfter(),
                        demonstration)
                .report();
    }
}
