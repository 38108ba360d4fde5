package org.rumbo.reporting;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rumbo.recommendation.State;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.CountryTeam;
import org.rumbo.team.CountryTeams;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Component;

/** Says what a reader's report may be made of: which countries, and which of them in full. */
@Component
class ReportAccess {
    private final AccessPolicy policy;
    private final CountryTeams teams;

    ReportAccess(AccessPolicy policy, CountryTeams teams) {
        this.policy = policy;
        this.teams = teams;
    }

    /** A live report: the countries asked for, or all that the reader may; one that she may not is refused (403). */
    ReportScope ofReport(Actor actor, List<CountryCode> wanted) {
        var all = all();
        if (!all.containsAll(wanted)) {
            throw DomainException.malformed("country");
        }
        policy.requireSomewhere(actor, Permission.REPORT_AS_OF);
        var permitted =
                all.stream().filter(country -> mayReport(actor, country)).toList();
        if (!permitted.containsAll(wanted)) {
            throw new DomainException(ProblemType.NOT_PERMITTED, Map.of("permission", Permission.REPORT_AS_OF.key()));
        }
        var countries = wanted.isEmpty()
                ? permitted
                : permitted.stream().filter(wanted::contains).toList();
        return scope(actor, countries);
    }

    /** Counts of the whole network, from what the reader may see of each country. */
    ReportScope ofSummary(Actor actor) {
        policy.requireSomewhere(actor, Permission.SUMMARY_READ);
        return scope(actor, all());
    }

    /** What every reader of a published report may know. */
    ReportScope ofPublication(Actor actor) {
        policy.require(actor, Permission.REPORT_PUBLISH, AccessTarget.NETWORK);
        return ReportScope.released(all());
    }

    private List<CountryCode> all() {
        return teams.all().stream().map(CountryTeam::country).toList();
    }

    /** An evaluator reports on confirmed facts of every country, so being assigned to one item is not asked for. */
    private boolean mayReport(Actor actor, CountryCode country) {
        return policy.permits(actor, Permission.REPORT_AS_OF, new AccessTarget(country, null, true, true));
    }

    private ReportScope scope(Actor actor, List<CountryCode> countries) {
        var full = countries.stream()
                .filter(country -> policy.permits(actor, Permission.ITEM_READ_FULL, AccessTarget.country(country)))
                .collect(Collectors.toUnmodifiableSet());
        var proposals = policy.permits(
                actor, Permission.ITEM_READ_RELEASED, new AccessTarget(null, State.PROPOSED.letter(), false, false));
        return new ReportScope(countries, full, proposals);
    }
}
