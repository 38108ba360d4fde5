package org.rumbo.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InstallationFact;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How mail fares, for those who look after the installation: kinds, people and times, no texts. */
@Service
@Transactional(readOnly = true)
public class MailOverview {
    private static final int SHOWN = 50;
    private static final String SELECT = "select m.id, m.kind, m.state, m.problem, m.attempts, m.made_at, m.ended_at,"
            + " p.id as person, p.display_name from mail m join person p on p.id = m.recipient";
    private static final String FAILED = "('REFUSED', 'UNREACHABLE', 'EXPIRED')";

    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final MailServer server;
    private final MailSettings settings;
    private final Outbox outbox;
    private final Letters letters;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final boolean tryOut;

    MailOverview(
            JdbcClient jdbc,
            AccessPolicy policy,
            MailServer server,
            MailSettings settings,
            Outbox outbox,
            Letters letters,
            ApplicationEventPublisher events,
            Clock clock,
            Environment environment) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.server = server;
        this.settings = settings;
        this.outbox = outbox;
        this.letters = letters;
        this.events = events;
        this.clock = clock;
        this.tryOut = environment.acceptsProfiles(Profiles.of("dev | demo"));
    }

    /** Whether mails leave: they are sent, kept for there is no server, or not even written. */
    public enum Mode {
        SENT,
        KEPT,
        OFF
    }

    /** One mail; {@code problem} is why it was not sent the last time. */
    public record Line(
            UUID id,
            String kind,
            MailState state,
            @Nullable String problem,
            int attempts,
            Instant madeAt,
            @Nullable Instant endedAt,
            UUID person,
            String name) {}

    /** Somebody whom no mail reaches; {@code problem} is null where she simply has no address. */
    public record Unreachable(
            UUID person, String name, @Nullable String problem) {}

    public Mode mode(Actor actor) {
        require(actor);
        if (!settings.enabled()) {
            return Mode.OFF;
        }
        return server.isThere() ? Mode.SENT : Mode.KEPT;
    }

    public Map<MailState, Long> counts(Actor actor) {
        require(actor);
        var counts = new EnumMap<MailState, Long>(MailState.class);
        jdbc.sql("select state, count(*) as n from mail group by state").query(row -> {
            counts.put(MailState.valueOf(row.getString("state")), row.getLong("n"));
        });
        return counts;
    }

    /** The newest of all, or of those that were not sent. */
    public List<Line> newest(boolean failed, Actor actor) {
        require(actor);
        return jdbc.sql(SELECT + (failed ? " where m.state in " + FAILED : "")
                        + " order by m.made_at desc, m.id fetch first " + SHOWN + " rows only")
                .query(MailOverview::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                MailState.valueOf(row.getString("state")),
                row.getString("problem"),
                row.getInt("attempts"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getObject("person", UUID.class),
                row.getString("display_name"));
    }

    /** Everybody with access who has no address, or whose last mail did not reach her. */
    public List<Unreachable> unreachable(Actor actor) {
        require(actor);
        return jdbc.sql("""
                        select p.id, p.display_name, l.problem from person p left join mail l on l.id = (
                            select m.id from mail m where m.recipient = p.id and m.state in ('SENT', 'REFUSED', 'UNREACHABLE')
                            order by m.ended_at desc, m.id fetch first 1 rows only)
                        where p.enabled and p.deactivated_at is null
                        and (p.mail is null or p.mail = '' or l.state in ('REFUSED', 'UNREACHABLE'))
                        order by p.display_name, p.id fetch first 200 rows only""")
                .query((row, number) -> new Unreachable(
                        row.getObject("id", UUID.class), row.getString("display_name"), row.getString("problem")))
                .list();
    }

    public boolean retries(Actor actor) {
        return policy.permitsSomewhere(actor, Permission.JOBS_RETRY);
    }

    /** Sends one that was given up again, as if it were new. */
    @Transactional
    public void retry(UUID id, Actor actor) {
        policy.requireSomewhere(actor, Permission.JOBS_RETRY);
        var now = clock.instant();
        var again = jdbc.sql("update mail set state = 'WAITING', problem = null, attempts = 0, ended_at = null,"
                        + " due_at = :now, give_up_at = :later where id = :id and state in " + FAILED)
                .param("now", Timestamp.from(now))
                .param("later", Timestamp.from(now.plus(settings.giveUpAfter())))
                .param("id", id)
                .update();
        if (again == 0) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
        events.publishEvent(new InstallationFact("mail.retry", Map.of("mail", id), actor.id()));
    }

    /** Whether mails can be read here: while trying out on one's own machine, where they go nowhere else. */
    public boolean readable(Actor actor) {
        return tryOut && mode(actor) == Mode.KEPT;
    }

    /** How a mail would read if it were sent now; where there is nothing to tell any more it is not there. */
    public Letter read(UUID id, Actor actor) {
        if (!readable(actor)) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
        return outbox.find(id).flatMap(letters::write).orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    private void require(Actor actor) {
        policy.requireSomewhere(actor, Permission.OPERATIONS_READ);
    }
}
