package org.rumbo.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.proof.CanonicalJson;
import org.rumbo.ledger.proof.Commitment;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.Image;
import org.rumbo.recommendation.ProcessActivities;
import org.rumbo.recommendation.RecommendationFact;
import org.rumbo.shared.InstallationFact;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Deputies;
import org.rumbo.team.NetworkFact;
import org.rumbo.team.TeamEvent;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes one event for every fact, in the fact's own transaction: no event, no change. What somebody typed and who she is
 * go into rows that can be erased; the event itself holds commitments and a pseudonym.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Ledger {
    private static final int FORMAT = 1;
    /** Texts that belong to the item's image rather than to one act. */
    private static final Set<String> TEXTS_OF_IMAGE = Set.of(
            "titleEn",
            "titleEs",
            "titlePt",
            "summaryEn",
            "summaryEs",
            "summaryPt",
            "addressee",
            "reading",
            "positionSource");

    private final JdbcClient jdbc;
    private final Pseudonyms pseudonyms;
    private final LedgerReader reader;
    private final LedgerLog log;
    private final Deputies deputies;
    private final ProcessActivities activities;
    private final Clock clock;

    Ledger(
            JdbcClient jdbc,
            Pseudonyms pseudonyms,
            LedgerReader reader,
            LedgerLog log,
            Deputies deputies,
            ProcessActivities activities,
            Clock clock) {
        this.jdbc = jdbc;
        this.pseudonyms = pseudonyms;
        this.reader = reader;
        this.log = log;
        this.deputies = deputies;
        this.activities = activities;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public void on(RecommendationFact fact) {
        var about = fact.about();
        var event = UUID.randomUUID();
        var commitments = commitments(fact.texts(), about.recommendation());
        var revision = nextRevision(about.recommendation());
        var activity = activities.leftBy(fact);
        var actor = about.actor() == null ? null : pseudonyms.of(about.actor());
        var behalf = behalf(about.actor(), about.country());
        var payload = frame(fact.action(), event, actor, behalf, about.at());
        payload.put("activity", activity);
        payload.put("audience", fact.released() ? "RELEASED" : "FULL");
        payload.put("code", about.code().value());
        payload.put("country", about.country().iso2());
        payload.put("detail", present(withPersons(fact.detail(), fact.persons())));
        payload.put("from", about.from());
        payload.put("image", image(about, revision, commitments));
        payload.put("item", about.recommendation());
        payload.put("opens", values(commitments));
        payload.put("rev", revision);
        payload.put("to", about.to());
        insert(event, about, revision, fact, activity, actor, behalf, CanonicalJson.bytes(payload));
        open(event, about.recommendation(), commitments);
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public void on(InstallationFact fact) {
        record(fact.action(), fact.by(), withPersons(fact.detail(), fact.persons()));
    }

    /** People are named by pseudonyms alone: whoever is erased is erased here too. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public void on(TeamEvent event) {
        record(event.action(), event.by(), withPersons(event.detail(), event.persons()));
    }

    private Map<String, Object> withPersons(Map<String, ?> detail, Map<String, UUID> persons) {
        var named = new LinkedHashMap<String, Object>(detail);
        persons.forEach((part, person) -> named.put(part, pseudonyms.of(person)));
        return named;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public void on(NetworkFact fact) {
        var event = UUID.randomUUID();
        var at = clock.instant();
        var actor = fact.by() == null ? null : pseudonyms.of(fact.by());
        var behalf = behalf(fact.by(), fact.country());
        var country = fact.country() == null ? null : fact.country().iso2();
        var commitments = commitments(fact.texts(), event);
        var payload = frame(fact.action(), event, actor, behalf, at);
        payload.put("country", country);
        payload.put("detail", present(withPersons(fact.detail(), fact.persons())));
        payload.put("item", null);
        payload.put("opens", values(commitments));
        payload.put("rev", null);
        jdbc.sql("insert into ledger_event (event_id, payload, recorded_at, action, actor, behalf, country, audience)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'FULL')")
                .params(Arrays.asList(
                        event, CanonicalJson.bytes(payload), Timestamp.from(at), fact.action(), actor, behalf, country))
                .update();
        open(event, null, commitments);
    }

    /** Records something that concerns no single item, such as a report that was issued. */
    public void record(String action, @Nullable UUID person, Map<String, ?> detail) {
        var event = UUID.randomUUID();
        var at = clock.instant();
        var actor = person == null ? null : pseudonyms.of(person);
        var behalf = behalf(person, null);
        var payload = frame(action, event, actor, behalf, at);
        payload.put("detail", present(detail));
        payload.put("item", null);
        payload.put("opens", Map.of());
        payload.put("rev", null);
        jdbc.sql("insert into ledger_event (event_id, payload, recorded_at, action, actor, behalf, audience)"
                        + " values (?, ?, ?, ?, ?, ?, 'FULL')")
                .params(Arrays.asList(event, CanonicalJson.bytes(payload), Timestamp.from(at), action, actor, behalf))
                .update();
    }

    /** The pseudonym of whom somebody stands in for in such a matter. */
    private @Nullable String behalf(@Nullable UUID person, @Nullable CountryCode country) {
        return person == null
                ? null
                : deputies.behalf(person, country).map(pseudonyms::of).orElse(null);
    }

    private Map<String, @Nullable Object> frame(
            String action, UUID event, @Nullable String actor, @Nullable String behalf, Instant at) {
        var payload = new HashMap<String, @Nullable Object>();
        payload.put("action", action);
        payload.put("actor", actor);
        payload.put("at", at);
        payload.put("behalf", behalf);
        payload.put("event", event);
        payload.put("log", log.origin());
        payload.put("req", MDC.get("request"));
        payload.put("v", FORMAT);
        return payload;
    }

    /** Numbers the item's events without gaps; the row's lock also puts them in order. */
    private int nextRevision(UUID item) {
        jdbc.sql("update recommendation set rev = rev + 1 where id = ?")
                .param(item)
                .update();
        return jdbc.sql("select rev from recommendation where id = ?")
                .param(item)
                .query(Integer.class)
                .single();
    }

    private Map<String, @Nullable Object> image(About about, int revision, Map<String, Commitment> commitments) {
        var texts = new TreeMap<String, String>(reader.textsOfImage(about.recommendation(), revision - 1));
        commitments.forEach((field, commitment) -> {
            if (TEXTS_OF_IMAGE.contains(field)) {
                texts.put(field, commitment.value());
            }
        });
        var fields = fields(about.image());
        fields.put("texts", texts);
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Image image) {
        var fields = new HashMap<String, @Nullable Object>();
        fields.put("origin", image.origin());
        fields.put("state", image.state());
        fields.put("stateSince", image.stateSince());
        fields.put("closeReason", image.closeReason());
        fields.put("supersededBy", image.supersededBy());
        fields.put("position", image.position());
        fields.put("positionOn", image.positionOn());
        fields.put("self", image.self());
        fields.put("validated", image.validated());
        fields.put("rating", image.rating());
        fields.put("themes", image.themes());
        fields.put("sdgs", image.sdgs());
        fields.put("targetDate", image.targetDate());
        fields.put("priority", image.priority());
        fields.put("markersTotal", image.markersTotal());
        fields.put("markersMet", image.markersMet());
        fields.put("expectTotal", image.expectTotal());
        fields.put("expectMet", image.expectMet());
        fields.put("claim", image.claim());
        fields.put("evaluationOpen", image.evaluationOpen());
        return fields;
    }

    private static Map<String, Commitment> commitments(Map<String, String> texts, UUID subject) {
        var commitments = new TreeMap<String, Commitment>();
        texts.forEach((field, text) -> commitments.put(field, Commitment.to(field, subject, text)));
        return commitments;
    }

    private static Map<String, String> values(Map<String, Commitment> commitments) {
        var values = new TreeMap<String, String>();
        commitments.forEach((field, commitment) -> values.put(field, commitment.value()));
        return values;
    }

    /** Leaves out what is not known, so that absent and null are not two ways of saying the same. */
    private static Map<String, Object> present(Map<String, ?> detail) {
        var present = new LinkedHashMap<String, Object>();
        detail.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value instanceof Map<?, ?> map ? present(asDetail(map)) : value);
            }
        });
        return present;
    }

    private static Map<String, ?> asDetail(Map<?, ?> map) {
        var detail = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> detail.put(String.valueOf(key), value));
        return detail;
    }

    private void insert(
            UUID event,
            About about,
            int revision,
            RecommendationFact fact,
            @Nullable String activity,
            @Nullable String actor,
            @Nullable String behalf,
            byte[] payload) {
        jdbc.sql(
                        "insert into ledger_event (event_id, item_id, item_rev, payload, recorded_at, action, actor, behalf, code,"
                                + " country, audience, activity, from_state, to_state, state)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        event,
                        about.recommendation(),
                        revision,
                        payload,
                        Timestamp.from(about.at()),
                        fact.action(),
                        actor,
                        behalf,
                        about.code().value(),
                        about.country().iso2(),
                        fact.released() ? "RELEASED" : "FULL",
                        activity,
                        about.from().name(),
                        about.to().name(),
                        about.to().name()))
                .update();
    }

    private void open(UUID event, @Nullable UUID item, Map<String, Commitment> commitments) {
        commitments.forEach((field, commitment) -> jdbc.sql(
                        "insert into ledger_opening (event_id, field, item_id, commitment, salt, content)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(event, field, item, commitment.value(), commitment.salt(), commitment.text()))
                .update());
    }
}
