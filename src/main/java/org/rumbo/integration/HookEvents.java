package org.rumbo.integration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.RecommendationFact;
import org.rumbo.shared.InstallationFact;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.rumbo.team.Role;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears what was confirmed and writes, in the same transaction, a row for each web hook that wants to know. What is told is
 * what a funder may read: codes, stops and numbers, no text, no name, nothing that nobody confirmed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HookEvents {
    private static final Actor FUNDER = new Actor(new UUID(0, 0), "", "", Map.of(), Set.of(Role.FUNDER));
    private static final Set<String> FOR_FUNDERS = Set.of("FUNDER", "PUBLIC");
    private static final int LATEST = 5;

    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final CloudEvents envelopes;
    private final Clock clock;

    HookEvents(JdbcClient jdbc, AccessPolicy policy, CloudEvents envelopes, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    /** Comes after the ledger, which listens before everybody else. */
    @EventListener
    void on(RecommendationFact fact) {
        var kind = HookKind.ofAction(fact.action()).orElse(null);
        if (kind == null || !fact.released() || !mayBeTold(fact)) {
            return;
        }
        var wanting = wanting(kind);
        if (wanting.isEmpty()) {
            return;
        }
        var about = fact.about();
        write(
                wanting,
                kind,
                eventOf(about.recommendation()),
                about.code().value(),
                about.at(),
                kind == HookKind.EVIDENCE_RELEASED ? evidence(fact) : confirmed(about));
    }

    @EventListener
    void on(InstallationFact fact) {
        if (!fact.action().equals(HookKind.REPORT_PUBLISHED.action())) {
            return;
        }
        var wanting = wanting(HookKind.REPORT_PUBLISHED);
        if (wanting.isEmpty()) {
            return;
        }
        var report = String.valueOf(fact.detail().get("report"));
        var data = new LinkedHashMap<String, Object>();
        data.put("report", report);
        data.put("asOf", String.valueOf(fact.detail().get("asOf")));
        write(wanting, HookKind.REPORT_PUBLISHED, eventOfReport(report), report, clock.instant(), data);
    }

    /** A team's own proposal is its own until it is under review; evidence may be released to some and not to others. */
    private boolean mayBeTold(RecommendationFact fact) {
        var image = fact.about().image();
        var target =
                new AccessTarget(fact.about().country(), image.state().letter(), false, image.origin() == Origin.PAPER);
        return policy.permits(FUNDER, Permission.ITEM_READ_RELEASED, target)
                && (!fact.action().equals(HookKind.EVIDENCE_RELEASED.action())
                        || FOR_FUNDERS.contains(String.valueOf(fact.detail().get("visibility"))));
    }

    private List<UUID> wanting(HookKind kind) {
        return jdbc.sql("select id from webhook where kinds like ? order by id")
                .param("%," + kind.name() + ",%")
                .query(UUID.class)
                .list();
    }

    private UUID eventOf(UUID recommendation) {
        return jdbc.sql("select event_id from ledger_event where item_id = ? order by item_rev desc"
                        + " fetch first 1 rows only")
                .param(recommendation)
                .query(UUID.class)
                .single();
    }

    /** Somebody may have published another one in the same moment. */
    private UUID eventOfReport(String report) {
        return jdbc
                .sql("select event_id, payload from ledger_event where action = 'report.issued' order by seq desc"
                        + " fetch first " + LATEST + " rows only")
                .query((row, number) -> Map.entry(
                        row.getObject("event_id", UUID.class),
                        new String(row.getBytes("payload"), java.nio.charset.StandardCharsets.UTF_8)))
                .list()
                .stream()
                .filter(event -> event.getValue().contains(report))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, ?> confirmed(About about) {
        var image = about.image();
        var data = base(about);
        data.put("from", about.from().name());
        data.put("state", image.state().name());
        data.put("closeReason", name(image.closeReason()));
        data.put("supersededBy", image.supersededBy());
        data.put("level", image.validated().name());
        data.put("rating", image.rating());
        return data;
    }

    /** Its image holds what nobody confirmed, too. */
    private static Map<String, ?> evidence(RecommendationFact fact) {
        var data = base(fact.about());
        data.put("evidence", String.valueOf(fact.detail().get("id")));
        data.put("visibility", String.valueOf(fact.detail().get("visibility")));
        return data;
    }

    private static Map<String, @Nullable Object> base(About about) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("code", about.code().value());
        data.put("country", about.country().iso2());
        return data;
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    /** What an administrator asks for to see whether anybody answers. */
    void test(UUID webhook) {
        write(List.of(webhook), HookKind.TEST, UUID.randomUUID(), null, clock.instant(), Map.of());
    }

    private void write(
            List<UUID> webhooks, HookKind kind, UUID event, @Nullable String subject, Instant at, Map<String, ?> data) {
        var body = envelopes.of(kind, event, subject, at, data);
        var now = Timestamp.from(clock.instant());
        for (var webhook : webhooks) {
            jdbc.sql("insert into webhook_delivery (id, webhook_id, event_id, kind, subject, body, made_at, status,"
                            + " attempts, next_at) values (?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?)")
                    .params(java.util.Arrays.asList(
                            UUID.randomUUID(), webhook, event, kind.name(), subject, body, now, now))
                    .update();
        }
    }
}
