package org.rumbo.progress;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InstallationFact;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.CountryTeams;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.rumbo.team.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what happens in a country, and asks its team whether that changes anything about its items. */
@Service
@Transactional
public class CountryContext {
    private static final int FIRST_YEAR = 1900;
    private static final int MOST_EVENTS = 1000;
    private static final int MOST_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final RecommendationLifecycle lifecycle;
    private final RecommendationAccess access;
    private final AccessPolicy policy;
    private final CountryTeams teams;
    private final Network network;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CountryContext(
            JdbcClient jdbc,
            RecommendationLifecycle lifecycle,
            RecommendationAccess access,
            AccessPolicy policy,
            CountryTeams teams,
            Network network,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.lifecycle = lifecycle;
        this.access = access;
        this.policy = policy;
        this.teams = teams;
        this.network = network;
        this.events = events;
        this.clock = clock;
    }

    /** Refuses who may tell nothing of a country, and what is no country of the network. */
    public void requireMayTell(CountryCode country, Actor actor) {
        policy.require(actor, Permission.CONTEXT_EDIT, AccessTarget.country(country));
        requireKnown(country);
    }

    public void requireMayRead(CountryCode country, Actor actor) {
        policy.require(actor, Permission.ITEM_READ_NETWORK, AccessTarget.country(country));
        requireKnown(country);
    }

    public boolean mayTell(CountryCode country, Actor actor) {
        return policy.permits(actor, Permission.CONTEXT_EDIT, AccessTarget.country(country));
    }

    private void requireKnown(CountryCode country) {
        if (teams.all().stream().noneMatch(team -> team.country().equals(country))) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
    }

    /** @param told asked for once it is known that the actor may tell something */
    public UUID add(CountryCode country, Supplier<ContextCommand> told, Actor actor) {
        requireMayTell(country, actor);
        var command = told.get();
        var at = clock.instant();
        if (command.on().getYear() < FIRST_YEAR) {
            throw DomainException.ruleNotMet("on", "year-of-four-digits");
        }
        if (command.on().isAfter(network.day(at))) {
            throw DomainException.ruleNotMet("on", "not-in-the-future");
        }
        var known = jdbc.sql("select count(*) from context_event where country = ?")
                .param(country.iso2())
                .query(Long.class)
                .single();
        if (known >= MOST_EVENTS) {
            throw DomainException.ruleNotMet("title", "at-most-1000-events");
        }
        var id = UUID.randomUUID();
        jdbc.sql("insert into context_event (id, country, kind, happened_on, title, language, url, text, added_by,"
                        + " added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id,
                        country.iso2(),
                        command.kind().name(),
                        Date.valueOf(command.on()),
                        command.title(),
                        command.language() == null ? null : command.language().tag(),
                        command.url(),
                        command.text(),
                        actor.id(),
                        Timestamp.from(at)))
                .update();
        events.publishEvent(new InstallationFact(
                "context.add",
                Map.of("id", id, "country", country.iso2(), "kind", command.kind(), "on", command.on()),
                actor.id()));
        return id;
    }

    /** Asks of items of the country whether the event changes anything; of one that was asked already it is not asked again. */
    public int ask(CountryCode country, UUID event, Supplier<List<RecommendationCode>> chosen, Actor actor) {
        requireMayTell(country, actor);
        var kind = kind(country, event);
        // In one order, so that two who ask at once never wait for each other.
        var codes = new TreeSet<String>();
        chosen.get().forEach(code -> codes.add(code.value()));
        if (codes.isEmpty() || codes.size() > MOST_AT_ONCE) {
            throw DomainException.ruleNotMet("code", "choose-1-to-200-items");
        }
        var asked = 0;
        for (var code : codes) {
            asked += ask(country, event, kind, new RecommendationCode(code), actor) ? 1 : 0;
        }
        return asked;
    }

    private boolean ask(CountryCode country, UUID event, ContextKind kind, RecommendationCode code, Actor actor) {
        var about = lifecycle.during(code, actor, seen -> {
            if (!seen.country().equals(country)) {
                throw DomainException.ruleNotMet("code", "item-of-the-country");
            }
        });
        var known = jdbc.sql("select count(*) from context_review where event_id = ? and recommendation_id = ?")
                .params(event, about.recommendation())
                .query(Long.class)
                .single();
        if (known > 0) {
            return false;
        }
        var id = UUID.randomUUID();
        jdbc.sql(
                        "insert into context_review (id, event_id, recommendation_id, asked_by, asked_at) values (?, ?, ?, ?, ?)")
                .params(id, event, about.recommendation(), actor.id(), Timestamp.from(about.at()))
                .update();
        events.publishEvent(new ContextFact.ReviewAsked(about, Map.of("id", id, "event", event, "kind", kind)));
        return true;
    }

    private ContextKind kind(CountryCode country, UUID event) {
        return jdbc.sql("select kind from context_event where id = ? and country = ?")
                .params(event, country.iso2())
                .query((row, number) -> ContextKind.valueOf(row.getString("kind")))
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    /** The team's answer, with a sentence why. */
    public void answer(
            RecommendationCode code,
            UUID review,
            Supplier<ContextOutcome> outcome,
            Supplier<String> sentence,
            Actor actor) {
        var about = lifecycle.during(code, actor, seen -> access.require(actor, Permission.PROGRESS_REPORT, seen));
        var open = jdbc.sql("select outcome from context_review where id = ? and recommendation_id = ?")
                .params(review, about.recommendation())
                .query((row, number) -> row.getString("outcome") == null)
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        var words = sentence.get();
        var said = outcome.get();
        if (!open) {
            throw DomainException.ruleNotMet("sentence", "review-answered-already");
        }
        jdbc.sql("update context_review set outcome = ?, sentence = ?, answered_by = ?, answered_at = ? where id = ?")
                .params(said.name(), words, actor.id(), Timestamp.from(about.at()), review)
                .update();
        events.publishEvent(
                new ContextFact.ReviewAnswered(about, Map.of("id", review, "outcome", said), Map.of("answer", words)));
    }

    /** A country's events, the newest first. */
    @Transactional(readOnly = true)
    public List<ContextView> of(CountryCode country, Actor actor) {
        requireMayRead(country, actor);
        return events("e.country = :country", Map.of("country", country.iso2()), "true");
    }

    /** Those in whose light an item was or is looked at; readers from outside the network see none. */
    @Transactional(readOnly = true)
    public List<ContextView> of(RecommendationCode code, Actor actor) {
        var seen = access.see(code, actor);
        if (seen.reading().compareTo(Reading.NETWORK) < 0) {
            return List.of();
        }
        return events(
                "e.id in (select v.event_id from context_review v where v.recommendation_id = :item)",
                Map.of("item", seen.id()),
                "v.recommendation_id = :item");
    }

    private List<ContextView> events(String condition, Map<String, ?> params, String reviewed) {
        var reviews = new HashMap<UUID, List<ContextView.Review>>();
        jdbc.sql("select v.*, r.code from context_review v join context_event e on e.id = v.event_id"
                        + " join recommendation r on r.id = v.recommendation_id where " + condition + " and " + reviewed
                        + " order by r.code")
                .params(params)
                .query(row -> {
                    var answered = row.getTimestamp("answered_at");
                    var outcome = row.getString("outcome");
                    reviews.computeIfAbsent(row.getObject("event_id", UUID.class), none -> new ArrayList<>())
                            .add(new ContextView.Review(
                                    row.getObject("id", UUID.class),
                                    row.getString("code"),
                                    outcome == null ? null : ContextOutcome.valueOf(outcome),
                                    row.getString("sentence"),
                                    answered == null ? null : network.day(answered.toInstant())));
                });
        return jdbc.sql("select e.* from context_event e where " + condition
                        + " order by e.happened_on desc, e.added_at desc")
                .params(params)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new ContextView(
                            id,
                            new CountryCode(row.getString("country")),
                            ContextKind.valueOf(row.getString("kind")),
                            row.getObject("happened_on", LocalDate.class),
                            row.getString("title"),
                            row.getString("language"),
                            row.getString("url"),
                            row.getString("text"),
                            reviews.getOrDefault(id, List.of()));
                })
                .list();
    }

    /** One that waits for an answer. */
    public record Waiting(String code, CountryCode country, String title, LocalDate on) {}

    /** What waits for an answer of a coordinator's teams, the oldest first; at most 50. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Actor actor) {
        var own = actor.countries().stream()
                .filter(country -> actor.has(Role.COORDINATOR, country))
                .map(CountryCode::iso2)
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select r.code, r.country, e.title, e.happened_on from context_review v"
                        + " join context_event e on e.id = v.event_id"
                        + " join recommendation r on r.id = v.recommendation_id"
                        + " where v.outcome is null and r.country in (:own)"
                        + " and r.state in ('UNDER_REVIEW', 'ADOPTED', 'IMPLEMENTED')"
                        + " order by v.asked_at, r.code fetch first 50 rows only")
                .param("own", own)
                .query((row, number) -> new Waiting(
                        row.getString("code"),
                        new CountryCode(row.getString("country")),
                        row.getString("title"),
                        row.getObject("happened_on", LocalDate.class)))
                .list();
    }
}
