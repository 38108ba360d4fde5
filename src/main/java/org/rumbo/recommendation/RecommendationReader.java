package org.rumbo.recommendation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.EarlierActs;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.rumbo.team.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads one recommendation for one reader: in full, or as it was last confirmed. */
@Service
@Transactional(readOnly = true)
public class RecommendationReader {
    private final Recommendations recommendations;
    private final Markers markers;
    private final EvidenceFolder evidence;
    private final RecommendationAccess access;
    private final Evaluators evaluators;
    private final EarlierActs earlierActs;
    private final People people;
    private final Ageing ageing;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    RecommendationReader(
            Recommendations recommendations,
            Markers markers,
            EvidenceFolder evidence,
            RecommendationAccess access,
            Evaluators evaluators,
            EarlierActs earlierActs,
            People people,
            Ageing ageing,
            JdbcClient jdbc,
            JsonMapper json) {
        this.recommendations = recommendations;
        this.markers = markers;
        this.evidence = evidence;
        this.access = access;
        this.evaluators = evaluators;
        this.earlierActs = earlierActs;
        this.people = people;
        this.ageing = ageing;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The item as this reader may see it; one that she may not see is not found (404). */
    public RecommendationView read(RecommendationCode code, Actor actor) {
        var seen = access.see(code, actor);
        return seen.reading() == Reading.FULL ? full(seen, actor) : released(seen, actor);
    }

    /** The states that it had before its present one; each was reached by a confirmed fact, so every reader may know them. */
    public Set<State> passed(RecommendationCode code, Actor actor) {
        access.see(code, actor);
        return recommendations
                .findByCode(code)
                .map(Recommendation::passed)
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    private RecommendationView.Full full(Seen seen, Actor actor) {
        var item =
                recommendations.findByCode(seen.code()).orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        var documents = evidence.findByRecommendationIdOrderByAddedAt(item.id());
        var claim = item.currentClaim();
        var known = people.byId(mentioned(item, claim, documents));
        return new RecommendationView.Full(
                RecommendationListing.facts(item, markers.findByRecommendationIdOrderByPosition(item.id())),
                login(known, item.ownerId()),
                item.levelReason(),
                documents.stream()
                        .map(document -> view(document, actor, login(known, document.addedBy())))
                        .toList(),
                claim == null ? null : view(claim, known),
                item.evaluationOpen(),
                item.nextStep(),
                ageing.unverifiedSince(item.state(), item.stateSince()),
                links(item.code(), false),
                item.updatedAt(),
                Expected.tagOf(item.version()),
                actions(item, seen, actor, documents));
    }

    private RecommendationView.Released released(Seen seen, Actor actor) {
        var shown = confirmed(seen.id());
        var least = seen.reading().from();
        var documents = evidence.findByRecommendationIdOrderByAddedAt(seen.id()).stream()
                .filter(document -> document.visibility().compareTo(least) >= 0)
                .map(document -> view(document, null, null))
                .toList();
        var facts = shown.getKey();
        return new RecommendationView.Released(
                facts,
                documents,
                ageing.unverifiedSince(facts.state(), facts.stateSince()),
                links(seen.code(), true),
                shown.getValue(),
                simpleActions(seen, actor));
    }

    /** The item's fields as of the last confirmed fact: what a claim, once confirmed, replaces. */
    public RecommendationView.Facts confirmed(RecommendationCode code, Actor actor) {
        return confirmed(access.see(code, actor).id()).getKey();
    }

    private Map.Entry<RecommendationView.Facts, Instant> confirmed(UUID item) {
        return jdbc.sql("select snapshot, updated_at from recommendation_listing where item_id = ? and audience = ?")
                .params(item, RecommendationListing.RELEASED)
                .query((row, number) -> Map.entry(
                        json.readValue(row.getString("snapshot"), RecommendationView.Facts.class),
                        RecommendationQueries.instant(row, "updated_at")))
                .single();
    }

    private static Set<UUID> mentioned(Recommendation item, @Nullable Claim claim, List<Evidence> documents) {
        var ids = new HashSet<UUID>();
        if (item.ownerId() != null) {
            ids.add(item.ownerId());
        }
        documents.forEach(document -> ids.add(document.addedBy()));
        if (claim != null) {
            ids.add(claim.madeBy());
            if (claim.decidedBy() != null) {
                ids.add(claim.decidedBy());
            }
        }
        return ids;
    }

    private static @Nullable String login(Map<UUID, Person> known, @Nullable UUID id) {
        var person = id == null ? null : known.get(id);
        return person == null ? null : person.login();
    }

    /** Readers from outside are not told who added it, when, or who should see it one day. */
    static EvidenceView view(Evidence document, @Nullable Actor inFull, @Nullable String addedBy) {
        return new EvidenceView(
                document.id(),
                document.type(),
                document.title(),
                document.issuer(),
                document.issuedOn(),
                document.language(),
                document.url(),
                document.linkGoneOn(),
                document.sha256(),
                document.file(),
                document.strength(),
                document.visibility(),
                inFull == null ? null : document.requestedVisibility(),
                addedBy,
                inFull == null ? null : document.addedAt(),
                inFull != null && document.addedByAnyOf(inFull.persons()));
    }

    private static ClaimView view(Claim claim, Map<UUID, Person> known) {
        var command = claim.asCommand();
        var delivery = command.deliveredOn() == null && command.deliveredHow() == null
                ? null
                : new ClaimView.Delivery(command.deliveredOn(), command.deliveredHow());
        return new ClaimView(
                claim.id(),
                claim.target(),
                claim.move(),
                claim.status(),
                command.occurredOn(),
                command.statement(),
                command.contribution(),
                claim.level(),
                delivery,
                claim.closeReason(),
                claim.supersededBy(),
                command.evidence().stream().sorted().toList(),
                login(known, claim.madeBy()),
                claim.madeAt(),
                login(known, claim.decidedBy()),
                claim.decidedAt(),
                claim.decisionReason(),
                claim.returnReason() == null
                        ? null
                        : new ClaimView.Earlier(claim.earlierStatement(), claim.returnReason()));
    }

    /** What a team drew since the last confirmed fact is not told to readers from outside. */
    private List<LinkView> links(RecommendationCode code, boolean releasedOnly) {
        var released = releasedOnly ? " and (l.drawn_at is null or l.drawn_at <= f.state_since)" : "";
        var tail = " from recommendation_link l join recommendation f on f.code = l.from_code where ";
        return jdbc.sql("select l.type, l.to_code as other, true as outgoing" + tail + "l.from_code = :code" + released
                        + " union all select l.type, l.from_code as other, false as outgoing" + tail
                        + "l.to_code = :code" + released + " order by 1, 2")
                .param("code", code.value())
                .query((row, number) -> new LinkView(
                        LinkType.valueOf(row.getString("type")), row.getString("other"), row.getBoolean("outgoing")))
                .list();
    }

    /** What the reader may do with the item now, by the names that the API gives to actions. */
    private List<String> actions(Recommendation item, Seen seen, Actor actor, List<Evidence> documents) {
        var offers = new ArrayList<String>();
        var claim = item.currentClaim();
        var free = item.claimStatus() != ClaimStatus.UNDER_REVIEW;
        offer(offers, "edit", free && access.permits(actor, Permission.ITEM_EDIT, seen));
        offer(offers, "edit-markers", free && access.permits(actor, Permission.MARKER_EDIT, seen));
        offer(offers, "meet-markers", free && access.permits(actor, Permission.MARKER_MET, seen));
        offer(offers, "add-evidence", access.permits(actor, Permission.EVIDENCE_ADD, seen));
        offer(offers, "release-evidence", access.permits(actor, Permission.EVIDENCE_RELEASE, seen));
        offer(
                offers,
                "mark-link",
                documents.stream().anyMatch(document -> document.url() != null)
                        && access.permits(actor, Permission.EVIDENCE_LINK, seen));
        offer(offers, "claim", free && !item.evaluationOpen() && access.permits(actor, Permission.CLAIM_MAKE, seen));
        offer(offers, "withdraw-claim", claim != null && access.permits(actor, Permission.CLAIM_WITHDRAW, seen));
        offer(
                offers,
                "decide",
                !free && access.permits(actor, Permission.CLAIM_DECIDE, seen) && mayDecide(item, actor, documents));
        offer(
                offers,
                "report-progress",
                access.permits(actor, Permission.PROGRESS_REPORT, seen)
                        || access.permits(actor, Permission.PROGRESS_DRAFT, seen));
        offer(offers, "record-position", free && access.permits(actor, Permission.POSITION_RECORD, seen));
        offerEvaluation(offers, item, seen, actor);
        offer(
                offers,
                "reopen",
                free && claim == null && !item.evaluationOpen() && access.permits(actor, Permission.ITEM_REOPEN, seen));
        offers.addAll(simpleActions(seen, actor));
        return offers;
    }

    private void offerEvaluation(List<String> offers, Recommendation item, Seen seen, Actor actor) {
        var mayAssign = access.permits(actor, Permission.EVALUATORS_ASSIGN, seen);
        var mayRate = access.permits(actor, Permission.EVALUATION_RATE, seen);
        var mayApprove = access.permits(actor, Permission.EVALUATION_APPROVE, seen);
        if (!item.evaluationOpen()) {
            offer(offers, "assign-evaluators", mayAssign && item.claimStatus() == ClaimStatus.NONE);
        } else if (mayAssign || mayRate || mayApprove) {
            var standing = evaluators.standing(item.id(), actor.id());
            var rated = actor.persons().stream()
                    .anyMatch(person -> person.equals(actor.id())
                            ? standing.rated()
                            : evaluators.standing(item.id(), person).rated());
            offer(offers, "assign-evaluators", mayAssign && !standing.complete());
            offer(offers, "rate", mayRate && standing.awaitsRating());
            offer(offers, "approve-evaluation", mayApprove && !rated);
        }
    }

    private boolean mayDecide(Recommendation item, Actor actor, List<Evidence> documents) {
        var claim = item.claimUnderReview();
        var cited = claim.asCommand().evidence();
        var ownEvidence = documents.stream()
                .anyMatch(document -> cited.contains(document.id()) && document.addedByAnyOf(actor.persons()));
        return !ownEvidence
                && !actor.persons().contains(claim.madeBy())
                && !earlierActs.exist(item.id(), actor.persons(), Set.of("claim.make"), claim.firstMadeAt());
    }

    private List<String> simpleActions(Seen seen, Actor actor) {
        var may = access.permits(actor, Permission.COMMENT_ADD, seen)
                || access.permits(actor, Permission.COMMENT_ADD_NETWORK, seen);
        var offers = new ArrayList<String>();
        offer(offers, "edit-links", access.permits(actor, Permission.LINK_EDIT, seen));
        offer(offers, "comment", may);
        return offers;
    }

    private static void offer(List<String> offers, String action, boolean possible) {
        if (possible) {
            offers.add(action);
        }
    }
}
