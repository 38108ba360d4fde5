package org.rumbo.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads update rounds. Everybody learns of the teams whose items she reads in full, and of no other. */
@Service
@Transactional(readOnly = true)
public class RoundReading {
    private static final String PARTS = """
            select u.id, u.round_key, u.name, u.cut_off, u.due, u.status, u.opened_at, u.closed_at, u.moved_at, u.move_reason,
                s.country, s.state, s.submitted_at, s.decided_at, s.reason,
                (select count(*) from round_answer a where a.round_id = u.id and a.country = s.country) as asked,
                (select count(a.kind) from round_answer a where a.round_id = u.id and a.country = s.country
                    and a.kind <> 'NO_ANSWER') as answered,
                (select count(*) from round_answer a where a.round_id = u.id and a.country = s.country
                    and a.kind = 'NO_ANSWER') as unanswered
            from update_round u join round_submission s on s.round_id = u.id""";
    private static final String NEWEST_FIRST = " order by u.opened_at desc, u.id, s.country";

    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final Network network;
    private final Clock clock;

    RoundReading(JdbcClient jdbc, AccessPolicy policy, Network network, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.network = network;
        this.clock = clock;
    }

    /** All rounds, the newest first. */
    public List<RoundView> list(Actor actor) {
        policy.requireSomewhere(actor, Permission.ROUND_READ);
        return views("", Map.of(), actor);
    }

    public RoundView read(UUID id, Actor actor) {
        policy.requireSomewhere(actor, Permission.ROUND_READ);
        return views(" where u.id = :id", Map.of("id", id), actor).stream()
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    /** The rounds with these keys, for those whose tasks they are. */
    public List<RoundView> withKeys(Collection<String> keys, Actor actor) {
        return keys.isEmpty()
                ? List.of()
                : views(" where u.round_key in (:keys)", Map.of("keys", List.copyOf(keys)), actor);
    }

    private List<RoundView> views(String where, Map<String, ?> params, Actor actor) {
        var heads = new LinkedHashMap<UUID, RoundView>();
        jdbc.sql(PARTS + where + NEWEST_FIRST).params(params).query(row -> {
            var round = heads.computeIfAbsent(row.getObject("id", UUID.class), id -> head(row));
            if (policy.permits(
                    actor, Permission.ROUND_READ, AccessTarget.country(new CountryCode(row.getString("country"))))) {
                round.teams().add(part(row, round));
            }
        });
        return List.copyOf(heads.values());
    }

    private static RoundView head(ResultSet row) {
        try {
            return new RoundView(
                    row.getObject("id", UUID.class),
                    row.getString("round_key"),
                    row.getString("name"),
                    row.getObject("cut_off", LocalDate.class),
                    row.getObject("due", LocalDate.class),
                    row.getString("status").equals("OPEN"),
                    java.util.Objects.requireNonNull(instant(row, "opened_at")),
                    instant(row, "closed_at"),
                    instant(row, "moved_at"),
                    row.getString("move_reason"),
                    new ArrayList<>());
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private RoundView.Part part(ResultSet row, RoundView round) throws SQLException {
        var state = SubmissionState.valueOf(row.getString("state"));
        var late = round.open()
                && state.waitsForTeam()
                && network.day(clock.instant()).isAfter(round.due());
        return new RoundView.Part(
                row.getString("country"),
                state,
                row.getInt("asked"),
                row.getInt("answered"),
                row.getInt("unanswered"),
                instant(row, "submitted_at"),
                instant(row, "decided_at"),
                row.getString("reason"),
                late ? round.due().plusDays(1) : null);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** When a round closes by itself: at the end of its last day in the network. */
    public Instant closesAt(String key) {
        var cutOff = jdbc.sql("select cut_off from update_round where round_key = ?")
                .param(key)
                .query(LocalDate.class)
                .single();
        return cutOff.plusDays(1).atStartOfDay(network.zone()).toInstant();
    }

    /** Until when teams should answer: the end of that day. */
    public Instant dueAt(String key) {
        var due = jdbc.sql("select due from update_round where round_key = ?")
                .param(key)
                .query(LocalDate.class)
                .single();
        return due.plusDays(1).atStartOfDay(network.zone()).toInstant().minusMillis(1);
    }

    /** The teams that take part in a round. */
    public List<CountryCode> teams(String key) {
        return jdbc
                .sql("select s.country from round_submission s join update_round u on u.id = s.round_id"
                        + " where u.round_key = ? order by s.country")
                .param(key)
                .query(String.class)
                .list()
                .stream()
                .map(CountryCode::new)
                .toList();
    }

    /** How far each team is in the rounds that are open, by the round's key and then by team: for those who compare. */
    public Map<String, Map<String, SubmissionState>> openParts() {
        var open = new LinkedHashMap<String, Map<String, SubmissionState>>();
        jdbc.sql(PARTS + " where u.status = 'OPEN'" + NEWEST_FIRST).query(row -> {
            open.computeIfAbsent(row.getString("round_key"), key -> new LinkedHashMap<>())
                    .put(row.getString("country"), SubmissionState.valueOf(row.getString("state")));
        });
        return open;
    }
}
