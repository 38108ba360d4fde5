package org.rumbo.integration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits to be sent. One node at a time sends to a receiver: it holds a lease by the database's clock, so that neither a
 * second node nor a clock that is wrong sends the same twice. Each step is a short transaction; none is open while it is sent.
 */
@Component
@Transactional
class HookDeliveries {
    /** After each failure a longer pause; after the last one, nearly three days later, somebody has to look. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(12),
            Duration.ofHours(12),
            Duration.ofHours(12),
            Duration.ofHours(12));

    /** So often what failed holds back what came after it; then the others go by. */
    private static final int KEEPS_ORDER = 3;

    private static final String GONE = "410";
    /** As long as a receiver that does not answer is tried, a stopped one's messages wait. */
    static final Duration WAITS = PAUSES.stream().reduce(Duration.ZERO, Duration::plus);

    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final SealedSecrets secrets;
    private final Clock clock;

    HookDeliveries(JdbcClient jdbc, SealedSecrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** One message with whom it is for, and the secrets that count now. */
    record Message(UUID id, UUID event, String url, List<byte[]> secrets, String body, int attempts) {}

    /** To whom something is to be sent now. */
    @Transactional(readOnly = true)
    public List<UUID> due() {
        return jdbc.sql(
                        "select w.id from webhook w where w.status = 'ACTIVE' and exists (select 1 from webhook_delivery d"
                                + " where d.webhook_id = w.id and d.status = 'WAITING' and d.next_at <= ?) order by w.id")
                .param(now())
                .query(UUID.class)
                .list();
    }

    /** Whether nobody else sends to that receiver for the next two minutes, which is longer than a message can take. */
    public boolean lease(UUID webhook, UUID owner) {
        return jdbc.sql("update webhook set leased_by = :owner, leased_until = current_timestamp + interval '2' minute"
                                + " where id = :webhook and status = 'ACTIVE' and (leased_by is null or leased_by = :owner"
                                + " or leased_until < current_timestamp)")
                        .param("owner", owner)
                        .param("webhook", webhook)
                        .update()
                == 1;
    }

    public void release(UUID webhook, UUID owner) {
        jdbc.sql("update webhook set leased_by = null, leased_until = null where id = ? and leased_by = ?")
                .params(webhook, owner)
                .update();
    }

    /** The next message to that receiver; empty where there is none, or the lease has gone to another. */
    public Optional<Message> next(UUID webhook, UUID owner) {
        if (!lease(webhook, owner)) {
            return Optional.empty();
        }
        return jdbc.sql(
                        "select d.id, d.event_id, d.body, d.attempts, w.url, w.secret, w.earlier_secret, w.earlier_until"
                                + " from webhook_delivery d join webhook w on w.id = d.webhook_id"
                                + " where d.webhook_id = :webhook and d.status = 'WAITING' and d.next_at <= :now"
                                + " and not exists (select 1 from webhook_delivery o where o.webhook_id = d.webhook_id"
                                + " and o.status = 'WAITING' and o.seq < d.seq and o.attempts between 1 and "
                                + KEEPS_ORDER
                                + " and o.next_at > :now) order by d.seq fetch first 1 rows only")
                .param("webhook", webhook)
                .param("now", now())
                .query((row, number) -> {
                    var known = new ArrayList<byte[]>();
                    known.add(secrets.open(webhook, row.getBytes("secret")));
                    var until = row.getObject("earlier_until", OffsetDateTime.class);
                    if (until != null && until.toInstant().isAfter(clock.instant())) {
                        known.add(secrets.open(webhook, row.getBytes("earlier_secret")));
                    }
                    return new Message(
                            row.getObject("id", UUID.class),
                            row.getObject("event_id", UUID.class),
                            row.getString("url"),
                            known,
                            row.getString("body"),
                            row.getInt("attempts"));
                })
                .optional();
    }

    /** Notes what came of it; whoever lost the lease meanwhile has no say any more. */
    public void note(UUID webhook, UUID owner, Message message, String answer) {
        var delivered = answer.matches("2\\d\\d");
        var last = answer.equals(GONE) || message.attempts() >= PAUSES.size();
        var status = delivered ? "DELIVERED" : last ? "FAILED" : "WAITING";
        var next = delivered || last ? clock.instant() : clock.instant().plus(PAUSES.get(message.attempts()));
        var noted = jdbc.sql(
                        "update webhook_delivery set status = ?, attempts = attempts + 1, tried_at = ?, next_at = ?,"
                                + " answer = ? where id = ? and status = 'WAITING'"
                                + " and exists (select 1 from webhook w where w.id = webhook_id and w.leased_by = ?)")
                .params(status, now(), Timestamp.from(next), answer, message.id(), owner)
                .update();
        if (noted == 1 && status.equals("FAILED")) {
            jdbc.sql("update webhook set status = 'FAILED', failed_at = ? where id = ? and status = 'ACTIVE'")
                    .params(now(), webhook)
                    .update();
        }
    }

    /** What has waited too long for a receiver that is paused or has failed is not sent any more, unless somebody asks for it. */
    public void dropOld() {
        jdbc.sql("update webhook_delivery set status = 'DROPPED' where status = 'WAITING' and next_at < ?"
                        + " and webhook_id in (select id from webhook where status <> 'ACTIVE')")
                .param(Timestamp.from(clock.instant().minus(WAITS)))
                .update();
    }

    /** A log is to be looked at, not kept for ever: the ledger is the record. */
    public void forgetOld() {
        jdbc.sql("delete from webhook_delivery where status <> 'WAITING' and made_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
