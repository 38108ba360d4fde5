package org.rumbo.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.Cursor;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Page;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people follow: single recommendations, and all of a country. */
@Service
@Transactional
public class Follows {
    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final RecommendationAccess access;
    private final AccessPolicy policy;
    private final Network network;
    private final Clock clock;

    Follows(JdbcClient jdbc, RecommendationAccess access, AccessPolicy policy, Network network, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.policy = policy;
        this.network = network;
        this.clock = clock;
    }

    /**
     * Who follows an item.
     *
     * @param follows whether the reader follows it
     * @param byCountry whether she follows all of its country
     * @param names everybody who follows the item itself, for those alone who read it in full: people begin to follow by what
     *     they do, so that more followers would tell others that something is under way
     */
    public record OfItem(
            boolean follows,
            boolean byCountry,
            String country,
            @Nullable List<String> names) {}

    @Transactional(readOnly = true)
    public OfItem of(RecommendationCode code, Actor reader) {
        var seen = access.see(code, reader);
        var names = jdbc.sql(
                        "select p.id, p.display_name from recommendation_follow f join person p on p.id = f.person_id"
                                + " where f.recommendation_id = ? and f.wanted order by lower(p.display_name), p.id")
                .param(seen.id())
                .query((row, number) -> new Follower(row.getObject("id", UUID.class), row.getString("display_name")))
                .list();
        return new OfItem(
                names.stream().anyMatch(follower -> follower.id().equals(reader.id())),
                countries(reader).contains(seen.country().iso2()),
                seen.country().iso2(),
                seen.reading() == Reading.FULL
                        ? names.stream().map(Follower::name).toList()
                        : null);
    }

    private record Follower(UUID id, String name) {}

    /** Begins or stops to follow an item. Whoever stops does not become a follower again by what she does. */
    public void follow(RecommendationCode code, boolean wanted, Actor actor) {
        var seen = access.see(code, actor);
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        // What people do to an item makes them followers under the same lock.
        jdbc.sql("select id from recommendation where id = ? for update")
                .param(seen.id())
                .query(UUID.class)
                .single();
        var known = jdbc.sql(
                        "update recommendation_follow set wanted = ? where person_id = ? and recommendation_id = ?")
                .params(wanted, actor.id(), seen.id())
                .update();
        if (known == 0 && wanted) {
            jdbc.sql("insert into recommendation_follow (person_id, recommendation_id, wanted, since)"
                            + " values (?, ?, true, ?)")
                    .params(actor.id(), seen.id(), Timestamp.from(clock.instant()))
                    .update();
        }
    }

    @Transactional(readOnly = true)
    public Set<String> countries(Actor reader) {
        return new HashSet<>(jdbc.sql("select country from country_follow where person_id = ?")
                .param(reader.id())
                .query(String.class)
                .list());
    }

    /** Begins or stops to follow all of a country, also what it will have one day. */
    public void followCountry(CountryCode country, boolean wanted, Actor actor) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        if (!network.countries().contains(country)) {
            throw DomainException.malformed("country");
        }
        jdbc.sql("select id from person where id = ? for update")
                .param(actor.id())
                .query(UUID.class)
                .single();
        jdbc.sql("delete from country_follow where person_id = ? and country = ?")
                .params(actor.id(), country.iso2())
                .update();
        if (wanted) {
            jdbc.sql("insert into country_follow (person_id, country, since) values (?, ?, ?)")
                    .params(actor.id(), country.iso2(), Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /** The codes of the items that somebody follows, in their order; what she may no longer see is among them. */
    @Transactional(readOnly = true)
    public Page<String> items(@Nullable String after, Actor reader) {
        policy.requireSomewhere(reader, Permission.SELF_MANAGE);
        var codes = jdbc.sql("select r.code from recommendation_follow f join recommendation r on r.id ="
                        + " f.recommendation_id where f.person_id = ? and f.wanted and r.code > ? order by r.code"
                        + " fetch first " + (PAGE + 1) + " rows only")
                .params(
                        reader.id(),
                        after == null ? "" : Cursor.decode(after, 1).keys().get(0))
                .query(String.class)
                .list();
        var more = codes.size() > PAGE;
        var shown = more ? codes.subList(0, PAGE) : codes;
        return new Page<>(shown, null, more ? Cursor.of(shown.get(PAGE - 1)).encoded() : null);
    }
}
