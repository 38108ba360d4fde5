package org.rumbo.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.TextErasure;
import org.rumbo.recommendation.TextErasure.Written;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases texts of recommendations, which needs two: an administrator asks, and an auditor or another administrator confirms. The
 * sealed event stays as it is; the text behind its commitment goes, and with the salt everything from which it could be guessed.
 */
@Service
@Transactional
public class Erasures {
    private static final int MOST = 200;
    private static final String COMMENT = "comment";

    private final JdbcClient jdbc;
    private final TextErasure texts;
    private final AccessPolicy policy;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    Erasures(
            JdbcClient jdbc,
            TextErasure texts,
            AccessPolicy policy,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.policy = policy;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /**
     * An event whose texts can be erased.
     *
     * @param fields the names of those that it still has; none where it is about no recommendation
     */
    public record Candidate(
            long seq, String action, @Nullable String code, Instant at, List<String> fields) {}

    /**
     * What somebody asked for.
     *
     * @param own whether the reader asked herself, or stands in for who did
     * @param places in how many texts of the ledger the same words stand, all of which are erased together
     */
    public record Request(
            UUID id,
            long seq,
            String action,
            String code,
            String field,
            ErasureReason reason,
            String status,
            String askedBy,
            Instant askedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            boolean own,
            int places) {
        public boolean waits() {
            return status.equals("ASKED");
        }
    }

    private record Event(UUID id, UUID item, RecommendationCode code, byte[] payload) {}

    private record Asked(Event event, String field, ErasureReason reason, UUID by) {}

    /** An event as its number in the search names it. */
    @Transactional(readOnly = true)
    public Candidate candidate(long seq, Actor actor) {
        policy.requireSomewhere(actor, Permission.PRIVACY_ERASE);
        var fields = jdbc.sql("select o.field from ledger_opening o join ledger_event e on e.event_id = o.event_id"
                        + " where e.seq = ? and e.item_id is not null and o.content <> '' order by o.field")
                .param(seq)
                .query(String.class)
                .list();
        return jdbc.sql("select action, code, recorded_at from ledger_event where seq = ?")
                .param(seq)
                .query((row, number) -> new Candidate(
                        seq,
                        row.getString(1),
                        row.getString(2),
                        instant(row.getObject(3, OffsetDateTime.class)),
                        fields))
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    /** Everything that was asked, what waits first. */
    @Transactional(readOnly = true)
    public List<Request> all(Actor actor) {
        policy.requireSomewhere(actor, Permission.PRIVACY_CONFIRM);
        return jdbc.sql("select r.id, e.seq, e.action, e.code, r.field, r.reason, r.status, a.display_name, r.asked_at,"
                        + " d.display_name, r.decided_at, r.asked_by, (select count(*) from ledger_opening o"
                        + " join ledger_opening s on s.item_id = o.item_id and s.content = o.content"
                        + " where o.event_id = r.event_id and o.field = r.field) from ledger_erasure r"
                        + " join ledger_event e on e.event_id = r.event_id join person a on a.id = r.asked_by"
                        + " left join person d on d.id = r.decided_by"
                        + " order by case when r.status = 'ASKED' then 0 else 1 end, r.asked_at desc, r.id"
                        + " fetch first " + MOST + " rows only")
                .query((row, number) -> request(row, actor))
                .list();
    }

    private static Request request(ResultSet row, Actor actor) throws SQLException {
        var decided = row.getObject(11, OffsetDateTime.class);
        return new Request(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                ErasureReason.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                instant(row.getObject(9, OffsetDateTime.class)),
                row.getString(10),
                decided == null ? null : instant(decided),
                actor.persons().contains(row.getObject(12, UUID.class)),
                row.getInt(13));
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }

    /** Asks for one text; what the recommendation itself still says is refused at once, with what to do first. */
    public UUID ask(long seq, @Nullable String field, @Nullable ErasureReason reason, Actor actor) {
        var candidate = candidate(seq, actor);
        if (field == null || !candidate.fields().contains(field)) {
            throw DomainException.ruleNotMet("field", "erasure-field");
        }
        if (reason == null) {
            throw DomainException.ruleNotMet("reason", "erasure-reason");
        }
        var event = event("e.seq = ?", seq);
        var waiting = jdbc.sql(
                        "select count(*) from ledger_erasure where event_id = ? and field = ? and status = 'ASKED'")
                .params(event.id(), field)
                .query(Long.class)
                .single();
        if (waiting > 0) {
            throw DomainException.ruleNotMet("field", "erasure-asked");
        }
        texts.requireNotInUse(event.item(), text(event, field));
        var id = UUID.randomUUID();
        jdbc.sql("insert into ledger_erasure (id, event_id, field, reason, status, asked_by, asked_at)"
                        + " values (?, ?, ?, ?, 'ASKED', ?, ?)")
                .params(id, event.id(), field, reason.name(), actor.id(), Timestamp.from(clock.instant()))
                .update();
        tell("privacy.asked", new Asked(event, field, reason, actor.id()), actor);
        return id;
    }

    /** Erases what somebody else asked for, everywhere where the same words stand in the recommendation's history. */
    public void confirm(UUID id, Actor actor) {
        policy.requireSomewhere(actor, Permission.PRIVACY_CONFIRM);
        var asked = asked(id);
        if (actor.persons().contains(asked.by())) {
            throw new DomainException(ProblemType.OWN_ERASURE);
        }
        var text = text(asked.event(), asked.field());
        var about = texts.erase(asked.event().code(), written(asked, text), actor);
        decide(id, "DONE", actor);
        jdbc.sql(
                        "select event_id, field from ledger_opening where item_id = ? and content = ? order by event_id, field")
                .params(asked.event().item(), text)
                .query((row, number) -> new TextErased.Named(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .forEach(named -> erase(named, asked, about));
    }

    /** The event comes first: on PostgreSQL a text does not go without it. */
    private void erase(TextErased.Named named, Asked asked, About about) {
        events.publishEvent(new TextErased(about, named.event(), named.field(), asked.reason(), asked.by()));
        jdbc.sql("delete from ledger_opening where event_id = ? and field = ?")
                .params(named.event(), named.field())
                .update();
    }

    /** Leaves the text where it is; who asked may take it back so too. */
    public void refuse(UUID id, Actor actor) {
        policy.requireSomewhere(actor, Permission.PRIVACY_CONFIRM);
        var asked = asked(id);
        decide(id, "REFUSED", actor);
        tell("privacy.refused", asked, actor);
    }

    private void decide(UUID id, String status, Actor actor) {
        var decided = jdbc.sql("update ledger_erasure set status = ?, decided_by = ?, decided_at = ?"
                        + " where id = ? and status = 'ASKED'")
                .params(status, actor.id(), Timestamp.from(clock.instant()), id)
                .update();
        if (decided == 0) {
            throw new DomainException(ProblemType.CHANGED_MEANWHILE);
        }
    }

    private void tell(String action, Asked asked, Actor actor) {
        var detail = Map.of("event", asked.event().id(), "field", asked.field(), "reason", asked.reason());
        events.publishEvent(new InstallationFact(action, detail, actor.id()));
    }

    private Asked asked(UUID id) {
        return jdbc.sql("select event_id, field, reason, asked_by from ledger_erasure where id = ?")
                .param(id)
                .query((row, number) -> new Asked(
                        event("e.event_id = ?", row.getObject(1, UUID.class)),
                        row.getString(2),
                        ErasureReason.valueOf(row.getString(3)),
                        row.getObject(4, UUID.class)))
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    private Event event(String which, Object value) {
        return jdbc.sql("select e.event_id, e.item_id, e.code, e.payload from ledger_event e where " + which)
                .param(value)
                .query((row, number) -> new Event(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        new RecommendationCode(row.getString(3)),
                        row.getBytes(4)))
                .single();
    }

    private String text(Event event, String field) {
        return jdbc.sql("select content from ledger_opening where event_id = ? and field = ?")
                .params(event.id(), field)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.CHANGED_MEANWHILE));
    }

    /** An event that wrote a comment names it. */
    private Written written(Asked asked, String text) {
        var comment = json.readTree(asked.event().payload()).path("detail").path(COMMENT);
        return comment.isString() && asked.field().equals(COMMENT)
                ? new Written(text, COMMENT, UUID.fromString(comment.asString()))
                : new Written(text, null, null);
    }
}
