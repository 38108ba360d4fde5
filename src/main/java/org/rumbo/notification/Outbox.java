package org.rumbo.notification;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails on their way: written in the transaction of what they tell of, taken out by whoever sends them. A mail belongs to one
 * sender for a while; only if that one is gone does another take it.
 */
@Component
class Outbox {
    /** What comes between two attempts; the last pause repeats. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));

    private static final int TOKEN_BYTES = 24;
    private static final String INSERT =
            "insert into mail (id, occasion, recipient, kind, topic, notice_id, state, made_at, due_at, give_up_at,"
                    + " stop_token) values (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?, ?)";
    private static final String IS_FREE = " state = 'WAITING' and (lease_until is null or lease_until < :now)";

    private final SecureRandom random = new SecureRandom();
    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final MailSettings settings;
    private final Clock clock;

    Outbox(JdbcTemplate batches, JdbcClient jdbc, MailSettings settings, Clock clock) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes one mail for each of these people.
     *
     * @param notices what each is told, by person; null where the mail is about no notice
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(UUID occasion, String kind, String topic, Map<UUID, @Nullable UUID> notices, Instant at) {
        if (!settings.enabled() || notices.isEmpty()) {
            return;
        }
        var made = Timestamp.from(at);
        var giveUp = Timestamp.from(at.plus(settings.giveUpAfter()));
        List<Object[]> rows = notices.entrySet().stream()
                .map(told -> new Object[] {
                    UUID.randomUUID(),
                    occasion,
                    told.getKey(),
                    kind,
                    topic,
                    told.getValue(),
                    made,
                    made,
                    giveUp,
                    token()
                })
                .toList();
        batches.batchUpdate(INSERT, rows);
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Some that could be sent now, oldest first. */
    List<UUID> due(int most) {
        var now = Timestamp.from(clock.instant());
        return jdbc.sql("select id from mail where" + IS_FREE + " and due_at <= :now order by due_at, id fetch first "
                        + most + " rows only")
                .param("now", now)
                .query(UUID.class)
                .list();
    }

    /** Takes a mail for this node; empty where another was faster. */
    @Transactional
    public Optional<WaitingMail> claim(UUID id) {
        var now = clock.instant();
        var lease = UUID.randomUUID();
        var taken = jdbc.sql("update mail set lease = :lease, lease_until = :until where id = :id and" + IS_FREE)
                .param("lease", lease)
                .param("until", Timestamp.from(now.plus(settings.lease())))
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
        return taken == 0 ? Optional.empty() : find(id);
    }

    Optional<WaitingMail> find(UUID id) {
        return jdbc.sql("select * from mail where id = ?")
                .param(id)
                .query(Outbox::read)
                .optional();
    }

    Optional<WaitingMail> find(UUID occasion, UUID recipient, String kind) {
        return jdbc.sql("select * from mail where occasion = ? and recipient = ? and kind = ?")
                .params(occasion, recipient, kind)
                .query(Outbox::read)
                .optional();
    }

    /** Nobody is to send it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(WaitingMail mail) {
        jdbc.sql("update mail set state = 'DROPPED', ended_at = ? where id = ? and state = 'WAITING'")
                .params(Timestamp.from(clock.instant()), mail.id())
                .update();
    }

    private static WaitingMail read(ResultSet row, int number) throws SQLException {
        return new WaitingMail(
                row.getObject("id", UUID.class),
                row.getObject("recipient", UUID.class),
                row.getString("kind"),
                row.getString("topic"),
                row.getObject("notice_id", UUID.class),
                row.getInt("attempts"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("stop_token"),
                row.getObject("lease", UUID.class));
    }

    /** Says what became of a mail; false where it was somebody else's meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(WaitingMail mail, MailState state, @Nullable String problem) {
        return jdbc.sql("update mail set state = ?, problem = ?, attempts = attempts + 1, ended_at = ?, lease = null,"
                                + " lease_until = null where id = ? and lease = ?")
                        .params(Arrays.asList(
                                state.name(), problem, Timestamp.from(clock.instant()), mail.id(), mail.lease()))
                        .update()
                > 0;
    }

    /** Gives a mail back, to be tried again after a pause that grows. */
    @Transactional
    public void later(WaitingMail mail, String problem) {
        var pause = PAUSES.get(Math.min(mail.attempts(), PAUSES.size() - 1));
        giveBack(mail, problem, pause, 1);
    }

    /** Gives a mail back that has not even been tried, because there was no server to try it with. */
    @Transactional
    public void untried(WaitingMail mail, String problem) {
        giveBack(mail, problem, Duration.ZERO, 0);
    }

    private void giveBack(WaitingMail mail, String problem, Duration pause, int attempts) {
        jdbc.sql("update mail set problem = ?, attempts = attempts + ?, due_at = ?, lease = null, lease_until = null"
                        + " where id = ? and lease = ?")
                .params(Arrays.asList(
                        problem, attempts, Timestamp.from(clock.instant().plus(pause)), mail.id(), mail.lease()))
                .update();
    }

    /** Old news is not sent, whatever kept it. */
    @Transactional
    public int expire() {
        var now = Timestamp.from(clock.instant());
        return jdbc.sql("update mail set state = 'EXPIRED', ended_at = :now where" + IS_FREE + " and give_up_at < :now")
                .param("now", now)
                .update();
    }
}
