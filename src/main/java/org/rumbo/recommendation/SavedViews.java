package org.rumbo.recommendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The views that people keep for themselves, and those that they share with their country team. */
@Service
@Transactional
public class SavedViews {
    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_QUERY = 2000;
    private static final int MOST = 30;
    private static final String SELECT =
            "select v.id, v.name, v.query, v.team, v.person_id, v.opens_first, p.display_name"
                    + " from saved_view v join person p on p.id = v.person_id where ";
    /** Who has left a team shares nothing with it any more. */
    private static final String SHARED =
            "v.team in (:teams) and exists (select 1 from person_role r where r.person_id = v.person_id and r.country = v.team)";

    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, AccessPolicy policy, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * How a view is kept.
     *
     * @param team the team to share it with; null for one's own eyes
     * @param first whether the list opens with it
     */
    public record Wish(String name, String query, @Nullable CountryCode team, boolean first) {}

    /** Her own ones, then those that her teams share, each by name. */
    @Transactional(readOnly = true)
    public List<SavedView> of(Actor actor) {
        var teams = actor.countries().stream().map(CountryCode::iso2).toList();
        var statement = jdbc.sql(SELECT + "v.person_id = :me" + (teams.isEmpty() ? "" : " or (" + SHARED + ")")
                        + " order by case when v.person_id = :me then 0 else 1 end, lower(v.name), v.id")
                .param("me", actor.id());
        return (teams.isEmpty() ? statement : statement.param("teams", teams))
                .query((row, number) -> view(row, actor))
                .list();
    }

    /** One of her own; others' are read, not changed (404). */
    @Transactional(readOnly = true)
    public SavedView own(UUID id, Actor actor) {
        return jdbc.sql(SELECT + "v.id = :id and v.person_id = :me")
                .param("id", id)
                .param("me", actor.id())
                .query((row, number) -> view(row, actor))
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    /** The query with which the list opens for her. */
    @Transactional(readOnly = true)
    public Optional<String> first(Actor actor) {
        return jdbc.sql("select query from saved_view where person_id = ? and opens_first")
                .param(actor.id())
                .query(String.class)
                .optional();
    }

    public UUID keep(Wish wish, Actor actor) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        requireRoom(actor);
        var id = UUID.randomUUID();
        check(id, wish, actor);
        jdbc.sql("insert into saved_view (id, person_id, name, query, team, opens_first, made_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id,
                        actor.id(),
                        wish.name(),
                        wish.query(),
                        team(wish),
                        wish.first(),
                        Timestamp.from(clock.instant())))
                .update();
        return id;
    }

    public void change(UUID id, Wish wish, Actor actor) {
        own(id, actor);
        check(id, wish, actor);
        jdbc.sql("update saved_view set name = ?, query = ?, team = ?, opens_first = ? where id = ?")
                .params(Arrays.asList(wish.name(), wish.query(), team(wish), wish.first(), id))
                .update();
    }

    public void drop(UUID id, Actor actor) {
        own(id, actor);
        jdbc.sql("delete from saved_view where id = ?").param(id).update();
    }

    /** The person's row is locked, so that two tabs cannot both keep the thirtieth. */
    private void requireRoom(Actor actor) {
        jdbc.sql("select id from person where id = ? for update")
                .param(actor.id())
                .query(UUID.class)
                .single();
        var kept = jdbc.sql("select count(*) from saved_view where person_id = ?")
                .param(actor.id())
                .query(Long.class)
                .single();
        if (kept >= MOST) {
            throw DomainException.ruleNotMet("name", "at-most-30-views");
        }
    }

    private void check(UUID id, Wish wish, Actor actor) {
        var sameName = jdbc.sql(
                        "select count(*) from saved_view where person_id = ? and lower(name) = lower(?) and id <> ?")
                .params(actor.id(), wish.name(), id)
                .query(Long.class)
                .single();
        if (sameName > 0) {
            throw DomainException.ruleNotMet("name", "name-of-another-view");
        }
        if (wish.team() != null && !actor.isOf(wish.team())) {
            throw DomainException.ruleNotMet("team", "team-of-ones-own");
        }
        if (wish.first()) {
            jdbc.sql("update saved_view set opens_first = false where person_id = ? and id <> ?")
                    .params(actor.id(), id)
                    .update();
        }
    }

    private static @Nullable String team(Wish wish) {
        return wish.team() == null ? null : wish.team().iso2();
    }

    private static SavedView view(ResultSet row, Actor actor) throws SQLException {
        var team = row.getString("team");
        var own = row.getObject("person_id", UUID.class).equals(actor.id());
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("query"),
                team == null ? null : new CountryCode(team),
                row.getString("display_name"),
                own,
                own && row.getBoolean("opens_first"));
    }
}
