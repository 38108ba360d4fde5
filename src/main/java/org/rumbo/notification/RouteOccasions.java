package org.rumbo.notification;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.RecommendationEvent;
import org.rumbo.team.Permission;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears what happens on the route and says who is told: whose claim it is, who has to decide, who follows. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RouteOccasions {
    private final NoticeWriter notices;
    private final Recipients recipients;
    private final AutomaticFollowing following;
    private final JdbcClient jdbc;

    RouteOccasions(NoticeWriter notices, Recipients recipients, AutomaticFollowing following, JdbcClient jdbc) {
        this.notices = notices;
        this.recipients = recipients;
        this.following = following;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(RecommendationEvent.Accepted event) {
        // What a paper recommends enters by the dozen, and whoever loads it knows.
        if (event.about().image().origin() == Origin.TEAM) {
            following.begin(event.about());
            notices.tell(Occasion.of(NoticeKind.RECOMMENDATION_ADDED, event.about()), Set.of());
        }
    }

    @EventListener
    void on(RecommendationEvent.Edited event) {
        var about = event.about();
        var newOwner = changes(event.detail()).stream().anyMatch(change -> "owner".equals(change.get("field")));
        if (newOwner) {
            jdbc.sql("select owner_id from recommendation where id = ? and owner_id is not null")
                    .param(about.recommendation())
                    .query(UUID.class)
                    .optional()
                    .ifPresent(owner -> {
                        following.begin(about, Set.of(owner));
                        notices.tell(Occasion.of(NoticeKind.OWNER_NAMED, about), Set.of(owner));
                    });
        }
    }

    @SuppressWarnings("unchecked") // the event's own detail: one map per changed field
    private static List<Map<String, ?>> changes(Map<String, ?> detail) {
        return detail.get("changes") instanceof List<?> changes ? (List<Map<String, ?>>) changes : List.of();
    }

    @EventListener
    void on(RecommendationEvent.ClaimMade event) {
        following.begin(event.about());
        notices.tell(
                claim(NoticeKind.CLAIM_MADE, event.about(), event.detail())
                        .saying(event.detail().get("target")),
                Set.of(),
                recipients.who(Permission.CLAIM_DECIDE, event.about()));
    }

    @EventListener
    void on(RecommendationEvent.ClaimReturned event) {
        notices.tell(claim(NoticeKind.CLAIM_RETURNED, event.about(), event.detail()), makers(event.detail()));
    }

    @EventListener
    void on(RecommendationEvent.ClaimConfirmed event) {
        notices.tell(
                claim(NoticeKind.CLAIM_CONFIRMED, event.about(), event.detail())
                        .saying(event.about().to()),
                makers(event.detail()));
    }

    @EventListener
    void on(RecommendationEvent.ClaimDisagreed event) {
        notices.tell(
                claim(NoticeKind.CLAIM_DISAGREED, event.about(), event.detail())
                        .saying(event.detail().get("validated")),
                makers(event.detail()));
    }

    /** Directors had it before them, unless it had gone back already. */
    @EventListener
    void on(RecommendationEvent.ClaimWithdrawn event) {
        notices.tell(
                claim(NoticeKind.CLAIM_WITHDRAWN, event.about(), event.detail()),
                makers(event.detail()),
                event.returned() ? Set.of() : recipients.who(Permission.CLAIM_DECIDE, event.about()));
    }

    @EventListener
    void on(RecommendationEvent.ClaimReminded event) {
        notices.tell(
                claim(NoticeKind.CLAIM_REMINDED, event.about(), event.detail()),
                Set.of(),
                recipients.who(Permission.CLAIM_DECIDE, event.about()));
    }

    @EventListener
    void on(RecommendationEvent.ClaimEscalated event) {
        notices.tell(
                claim(NoticeKind.CLAIM_ESCALATED, event.about(), event.detail()),
                makers(event.detail()),
                recipients.who(Permission.CLAIM_DECIDE, event.about()));
    }

    @EventListener
    void on(RecommendationEvent.Reopened event) {
        notices.tell(
                Occasion.of(NoticeKind.REOPENED, event.about())
                        .saying(event.about().to()),
                Set.of(),
                recipients.who(Permission.CLAIM_MAKE, event.about()));
    }

    @EventListener
    void on(RecommendationEvent.PositionRecorded event) {
        var now = changes(event.detail()).stream()
                .map(change -> change.get("new"))
                .findFirst()
                .orElse(null);
        notices.tell(Occasion.of(NoticeKind.POSITION_RECORDED, event.about()).saying(now), Set.of());
    }

    @EventListener
    void on(RecommendationEvent.EvidenceReleased event) {
        var document = event.detail().get("id");
        notices.tell(
                Occasion.of(NoticeKind.EVIDENCE_RELEASED, event.about())
                        .on(document)
                        .saying(event.detail().get("visibility")),
                owners(document));
    }

    /** The file is gone: whoever added it, and her team's coordinators, see to a clean copy. */
    @EventListener
    void on(RecommendationEvent.EvidenceInfected event) {
        var document = event.detail().get("id");
        var owners = owners(document);
        var persons = new HashSet<>(owners);
        persons.addAll(recipients.who(Permission.EVIDENCE_LINK, event.about()));
        notices.tellOnly(
                Occasion.of(NoticeKind.EVIDENCE_INFECTED, event.about()).on(document), persons, owners);
    }

    /** Who added a document, also by a deputy. */
    private Set<UUID> owners(@Nullable Object document) {
        var owners = new HashSet<UUID>();
        jdbc.sql("select added_by, added_for from evidence where id = ?")
                .param(document)
                .query(row -> {
                    owners.add(row.getObject("added_by", UUID.class));
                    if (row.getObject("added_for", UUID.class) != null) {
                        owners.add(row.getObject("added_for", UUID.class));
                    }
                });
        return owners;
    }

    private static Occasion claim(NoticeKind kind, About about, Map<String, ?> detail) {
        return Occasion.of(kind, about).on(detail.get("claim"));
    }

    /** Who made the claim, also by a deputy: both follow since. */
    private Set<UUID> makers(Map<String, ?> detail) {
        var makers = new HashSet<UUID>();
        jdbc.sql("select made_by from claim where id = ?")
                .param(detail.get("claim"))
                .query(UUID.class)
                .optional()
                .ifPresent(makers::add);
        return makers;
    }
}
