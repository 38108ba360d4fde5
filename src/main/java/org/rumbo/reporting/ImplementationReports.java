package org.rumbo.reporting;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.CutOffs;
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
    private final CutOffs cutOffs;
    private final Network network;
    private final Clock clock;
    private final boolean demonstration;

    ImplementationReports(
            ReportSource source,
            ReportAccess access,
            CutOffs cutOffs,
            Network network,
            Clock clock,
            Environment environment) {
        this.source = source;
        this.access = access;
        this.cutOffs = cutOffs;
        this.network = network;
        this.clock = clock;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
    }

    public ImplementationReport live(ReportRequest request, Actor actor) {
        var period = Period.of(request.asOf(), request.from(), clock.instant(), network.zone());
        var report = compute(period, access.ofReport(actor, request.countries()), request);
        // Asked for last, so that it holds whatever the report was made of.
        var covered = cutOffs.before(period.until());
        return report.withSeal(covered.waits(), seal(covered));
    }

    /** The report that leaves the network: all countries, confirmed facts alone, whoever publishes it. */
    ImplementationReport released(@Nullable LocalDate asOf, @Nullable LocalDate from, Actor publisher) {
        var request = new ReportRequest(asOf, from, java.util.List.of(), network.defaultLanguage());
        var period = Period.of(asOf, from, clock.instant(), network.zone());
        var report = compute(period, access.ofPublication(publisher), request);
        var covered = cutOffs.before(period.until());
        // The demonstration plays two years at once and is sealed afterwards: what it publishes in them waits for
        // nothing.
        return report.withSeal(covered.waits() && !demonstration, seal(covered));
    }

    private static ImplementationReport.@Nullable Seal seal(CutOffs.Covered covered) {
        var first = covered.first();
        return first == null ? null : new ImplementationReport.Seal(first.size(), first.root(), first.keyId());
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
