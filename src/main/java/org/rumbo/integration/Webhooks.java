package org.rumbo.integration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InstallationFact;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The web hooks of integrators: who is told what, with which secret, and what came of it. */
@Service
@Transactional
public class Webhooks {
    private static final int LOG_LENGTH = 100;
    /** How long an earlier secret counts beside the new one, so that a receiver can change hers in between. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private static final String SELECT =
            "select w.id, w.url, w.kinds, w.status, w.made_at, w.failed_at, w.earlier_until,"
                    + " (select count(*) from webhook_delivery d where d.webhook_id = w.id and d.status = 'WAITING') as waiting,"
                    + " (select count(*) from webhook_delivery d where d.webhook_id = w.id and d.status = 'DROPPED') as dropped,"
                    + " (select max(d.tried_at) from webhook_delivery d where d.webhook_id = w.id and d.status = 'DELIVERED')"
                    + " as delivered_at from webhook w";

    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final HookAddress addresses;
    private final SealedSecrets secrets;
    private final HookEvents occasions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Webhooks(
            JdbcClient jdbc,
            AccessPolicy policy,
            HookAddress addresses,
            SealedSecrets secrets,
            HookEvents occasions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.addresses = addresses;
        this.secrets = secrets;
        this.occasions = occasions;
        this.events = events;
        this.clock = clock;
    }

    /** Whether it is sent to. */
    public enum Status {
        ACTIVE,
        PAUSED,
        /** It did not answer for days, or said that it is gone: somebody has to look. */
        FAILED
    }

    /** What became of a message. */
    public enum Progress {
        WAITING,
        DELIVERED,
        FAILED,
        /** It waited too long while its receiver was paused or had failed. */
        DROPPED
    }

    /**
     * @param earlierUntil until when the secret before this one counts as well; null where it does not
     * @param dropped how many messages in its log waited too long and were not sent
     */
    public record Webhook(
            UUID id,
            String url,
            List<HookKind> kinds,
            Status status,
            Instant madeAt,
            @Nullable Instant failedAt,
            @Nullable Instant earlierUntil,
            long waiting,
            long dropped,
            @Nullable Instant deliveredAt) {}

    /** A new one with its secret, which nobody can be told again. */
    public record Made(UUID id, String secret) {}

    /**
     * @param answer a status of HTTP, or a word for why there was none; null where it was not tried yet
     */
    public record Delivery(
            UUID id,
            UUID event,
            HookKind kind,
            @Nullable String subject,
            Instant madeAt,
            Progress progress,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Instant triedAt,
            @Nullable String answer) {}

    @Transactional(readOnly = true)
    public List<Webhook> all(Actor actor) {
        policy.requireSomewhere(actor, Permission.WEBHOOK_READ);
        return jdbc.sql(SELECT + " order by w.made_at, w.id")
                .query(this::webhook)
                .list();
    }

    @Transactional(readOnly = true)
    public Webhook find(UUID id, Actor actor) {
        policy.requireSomewhere(actor, Permission.WEBHOOK_READ);
        return jdbc.sql(SELECT + " where w.id = ?")
                .param(id)
                .query(this::webhook)
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    /** What was sent last, and what waits. */
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(UUID id, Actor actor) {
        find(id, actor);
        return jdbc.sql("select * from webhook_delivery where webhook_id = ? order by seq desc fetch first "
                        + LOG_LENGTH + " rows only")
                .param(id)
                .query(this::delivery)
                .list();
    }

    /** Before anything is read of what somebody sent. */
    public void requireMayManage(Actor actor) {
        policy.requireSomewhere(actor, Permission.WEBHOOK_MANAGE);
    }

    public Made add(String url, Set<HookKind> kinds, Actor actor) {
        policy.requireSomewhere(actor, Permission.WEBHOOK_MANAGE);
        var address = addresses.checked(url);
        var chosen = kinds.stream().filter(HookKind::isChosen).sorted().toList();
        if (chosen.isEmpty()) {
            throw DomainException.ruleNotMet("kinds", "webhook-kinds");
        }
        var id = UUID.randomUUID();
        var secret = Secret.bytes();
        jdbc.sql(
                        "insert into webhook (id, url, kinds, status, secret, made_by, made_at) values (?, ?, ?, 'ACTIVE', ?, ?, ?)")
                .params(
                        id,
                        address.toString(),
                        chosen.stream().map(HookKind::name).collect(Collectors.joining(",", ",", ",")),
                        secrets.seal(id, secret),
                        actor.id(),
                        now())
                .update();
        tell("webhook.add", id, actor);
        return new Made(id, HookSignature.shown(secret));
    }

    /** What happens meanwhile waits, for as long as a receiver that does not answer is tried. */
    public void pause(UUID id, Actor actor) {
        change(id, actor);
        jdbc.sql("update webhook set status = 'PAUSED', failed_at = null where id = ?")
                .param(id)
                .update();
        tell("webhook.pause", id, actor);
    }

    /** Sends again, first what could not be sent. */
    public void resume(UUID id, Actor actor) {
        change(id, actor);
        jdbc.sql("update webhook set status = 'ACTIVE', failed_at = null where id = ?")
                .param(id)
                .update();
        jdbc.sql("update webhook_delivery set status = 'WAITING', attempts = 0, next_at = ? where webhook_id = ?"
                        + " and status in ('WAITING', 'FAILED')")
                .params(now(), id)
                .update();
        tell("webhook.resume", id, actor);
    }

    /** A new secret, told once; for a day messages are signed with the earlier one as well. */
    public String rotate(UUID id, Actor actor) {
        change(id, actor);
        var secret = Secret.bytes();
        jdbc.sql("update webhook set earlier_secret = secret, earlier_until = ?, secret = ? where id = ?")
                .params(Timestamp.from(clock.instant().plus(OVERLAP)), secrets.seal(id, secret), id)
                .update();
        tell("webhook.rotate", id, actor);
        return HookSignature.shown(secret);
    }

    /** With everything that waits for it. */
    public void delete(UUID id, Actor actor) {
        change(id, actor);
        jdbc.sql("delete from webhook where id = ?").param(id).update();
        tell("webhook.delete", id, actor);
    }

    /** Writes a message that tells of nothing; it is sent as all others are. */
    public void test(UUID id, Actor actor) {
        change(id, actor);
        occasions.test(id);
    }

    /** The same message, under the same id: a receiver that has it already knows it. */
    public void resend(UUID id, UUID delivery, Actor actor) {
        change(id, actor);
        var known = jdbc.sql("update webhook_delivery set status = 'WAITING', attempts = 0, next_at = ?"
                        + " where id = ? and webhook_id = ?")
                .params(now(), delivery, id)
                .update();
        if (known == 0) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
    }

    private void change(UUID id, Actor actor) {
        policy.requireSomewhere(actor, Permission.WEBHOOK_MANAGE);
        var known = jdbc.sql("select id from webhook where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
        if (known.isEmpty()) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
    }

    private void tell(String action, UUID webhook, Actor actor) {
        events.publishEvent(new InstallationFact(action, Map.of("webhook", webhook), actor.id()));
    }

    private Webhook webhook(ResultSet row, int number) throws SQLException {
        var earlier = instant(row, "earlier_until");
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("url"),
                Arrays.stream(row.getString("kinds").split(","))
                        .filter(kind -> !kind.isEmpty())
                        .map(HookKind::valueOf)
                        .toList(),
                Status.valueOf(row.getString("status")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row, "failed_at"),
                earlier == null || earlier.isBefore(clock.instant()) ? null : earlier,
                row.getLong("waiting"),
                row.getLong("dropped"),
                instant(row, "delivered_at"));
    }

    private Delivery delivery(ResultSet row, int number) throws SQLException {
        var progress = Progress.valueOf(row.getString("status"));
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                HookKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                progress,
                row.getInt("attempts"),
                progress == Progress.WAITING ? instant(row, "next_at") : null,
                instant(row, "tried_at"),
                row.getString("answer"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
