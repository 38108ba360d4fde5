package org.rumbo.recommendation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rumbo.file.StoredFile;
import org.rumbo.file.VirusScanner;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.CountryTeams;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything about an item that is not a step on its route: its entry, fields, markers, evidence and the addressee's position. */
@Service
@Transactional
public class RecommendationEditing {
    private static final int MOST_MARKERS = 50;
    private static final int MOST_EVIDENCE = 200;

    private final RecommendationChange change;
    private final RecommendationListing listing;
    private final RecommendationAccess access;
    private final Recommendations recommendations;
    private final Markers markers;
    private final EvidenceFolder evidence;
    private final VirusScanner scanner;
    private final AccessPolicy policy;
    private final CountryTeams teams;
    private final Network network;
    private final People people;

    RecommendationEditing(
            RecommendationChange change,
            RecommendationListing listing,
            RecommendationAccess access,
            Recommendations recommendations,
            Markers markers,
            EvidenceFolder evidence,
            VirusScanner scanner,
            AccessPolicy policy,
            CountryTeams teams,
            Network network,
            People people) {
        this.change = change;
        this.listing = listing;
        this.access = access;
        this.recommendations = recommendations;
        this.markers = markers;
        this.evidence = evidence;
        this.scanner = scanner;
        this.policy = policy;
        this.teams = teams;
        this.network = network;
        this.people = people;
    }

    /** Refuses (403, 422) who may not propose for that country, before anything that she typed is looked at. */
    public void requireMayPropose(CountryCode country, Actor actor) {
        policy.require(actor, Permission.ITEM_PROPOSE, AccessTarget.country(country));
        if (!network.countries().contains(country)) {
            throw DomainException.ruleNotMet("country", "country-of-the-network");
        }
    }

    /** Takes a team's own proposal in; it is marked as the team's, not a paper's. */
    public RecommendationCode propose(
            CountryCode country, Language language, String title, String summary, Actor actor) {
        requireMayPropose(country, actor);
        var at = change.now();
        var year = at.atZone(network.zone()).getYear();
        var code = RecommendationCode.ofProposal(network.key(), year, country, teams.nextProposal(country, year));
        change.save(Recommendation.ofTeam(code, country, language, title, summary, actor.id(), at));
        return code;
    }

    /** Takes an item of a paper in, unless its code is there already; says whether it was taken. */
    public boolean accept(AcceptedPassage passage) {
        return accept(passage, null);
    }

    /** The same, accepted by somebody. */
    public boolean accept(AcceptedPassage passage, @Nullable UUID by) {
        if (recommendations.existsByCode(passage.code())) {
            return false;
        }
        change.save(Recommendation.ofPaper(passage, by, change.now()));
        return true;
    }

    public MadeEdit edit(RecommendationCode code, Supplier<EditCommand> edit, Actor actor, Expected expected) {
        return editAll(code, () -> List.of(edit.get()), actor, expected);
    }

    /** Several changes that belong together, such as texts in more than one language: all are made or none. */
    public MadeEdit editAll(
            RecommendationCode code, Supplier<List<EditCommand>> edits, Actor actor, Expected expected) {
        var before = new OwnFields[1];
        var edited = change.make(code, actor, Permission.ITEM_EDIT, expected, (item, at) -> {
            item.requireNotFrozen();
            before[0] = OwnFields.of(item);
            for (var command : edits.get()) {
                if (command.reading() != null || command.clears().contains("reading")) {
                    access.require(actor, Permission.ITEM_EDIT_READING, access.see(item, actor));
                }
                requireKnownValues(command);
                requireOwnerOfTeam(item, command.owner());
                item.edit(command, actor.id(), at);
            }
        });
        return new MadeEdit(code, Expected.tagOf(edited.version()), before[0].from(OwnFields.of(edited)));
    }

    /** Whether the actor may edit the item now and nobody changed it since that version. */
    boolean standsAsLeft(RecommendationCode code, String tag, Actor actor) {
        var item = change.lock(code);
        return Expected.ofVersion(tag).fits(item)
                && item.claimStatus() != ClaimStatus.UNDER_REVIEW
                && access.permits(actor, Permission.ITEM_EDIT, access.see(item, actor));
    }

    private void requireKnownValues(EditCommand command) {
        if (command.themes() != null && !network.themes().containsAll(command.themes())) {
            throw DomainException.ruleNotMet("themes", "theme-of-the-network");
        }
        if (command.themes() != null
                && new HashSet<>(command.themes()).size() < command.themes().size()) {
            throw DomainException.ruleNotMet("themes", "no-duplicates");
        }
        if (command.sdgs() != null && command.sdgs().stream().anyMatch(goal -> goal < 1 || goal > 17)) {
            throw DomainException.ruleNotMet("sdgs", "goal-1-to-17");
        }
    }

    private void requireOwnerOfTeam(Recommendation item, @Nullable UUID owner) {
        if (owner != null
                && people.all().stream()
                        .noneMatch(person -> person.id().equals(owner) && person.isOf(item.country()))) {
            throw DomainException.ruleNotMet("owner", "owner-of-the-team");
        }
    }

    /** Adds a marker, met already where the command says so. */
    public UUID addMarker(RecommendationCode code, Supplier<MarkerCommand> words, Actor actor, Expected expected) {
        var added = new UUID[1];
        change.make(code, actor, Permission.MARKER_EDIT, expected, (item, at) -> {
            item.requireNotFrozen();
            var command = words.get();
            var text = Objects.requireNonNull(command.text());
            if (command.met() != null) {
                access.require(actor, Permission.MARKER_MET, access.see(item, actor));
            }
            requireReasonOnceAdopted(command, item);
            var all = new ArrayList<>(markers.findByRecommendationIdOrderByPosition(item.id()));
            if (all.size() >= MOST_MARKERS) {
                throw DomainException.ruleNotMet("text", "at-most-50-markers");
            }
            var ambition = command.ambition() == null ? Ambition.EXPECT : command.ambition();
            var marker = new Marker(item.id(), all.size() + 1, text, ambition);
            meet(marker, command, at);
            all.add(markers.save(marker));
            item.countMarkers(all);
            item.tell(new RecommendationEvent.MarkerEdited(
                    item.about(item.state(), actor.id(), at), marker.detail(), texts(command, text, null)));
            added[0] = marker.id();
        });
        return added[0];
    }

    private void meet(Marker marker, MarkerCommand command, Instant at) {
        if (command.met() == null) {
            return;
        }
        var today = network.day(at);
        var on = command.metOn() == null ? today : command.metOn();
        if (on.isAfter(today)) {
            throw DomainException.ruleNotMet("metOn", "not-in-the-future");
        }
        marker.met(command.met(), on);
    }

    private static Map<String, String> texts(MarkerCommand command, String text, @Nullable String before) {
        var texts = new HashMap<String, String>();
        texts.put("text", text);
        if (before != null) {
            texts.put("textOld", before);
        }
        if (command.reason() != null) {
            texts.put("reason", command.reason());
        }
        return texts;
    }

    /**
     * Changes a marker's wording or says that it is met; each of the two is a right of its own.
     *
     * @param needed the rights that the changes need, asked for before anything that was typed is read
     */
    public void changeMarker(
            RecommendationCode code,
            UUID id,
            Set<Permission> needed,
            Supplier<MarkerCommand> changes,
            Actor actor,
            Expected expected) {
        changeMarker(code, id, needed, marker -> true, changes, actor, expected);
    }

    /**
     * The same for whoever saw the marker as it was; refuses (412) where somebody else changed it since.
     *
     * @param asSeen whether it still is what she saw
     */
    public void changeMarker(
            RecommendationCode code,
            UUID id,
            Set<Permission> needed,
            Predicate<MarkerView> asSeen,
            Supplier<MarkerCommand> changes,
            Actor actor,
            Expected expected) {
        change.makeAny(code, actor, needed, expected, (item, at) -> {
            var seen = access.see(item, actor);
            needed.forEach(permission -> access.require(actor, permission, seen));
            var marker = markers.findByIdAndRecommendationId(id, item.id())
                    .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
            if (!asSeen.test(MarkerView.of(marker))) {
                throw new DomainException(ProblemType.VERSION_MISMATCH);
            }
            item.requireNotFrozen();
            apply(changes.get(), marker, item, at, actor);
        });
    }

    private void apply(MarkerCommand command, Marker marker, Recommendation item, Instant at, Actor actor) {
        requireReasonOnceAdopted(command, item);
        var before = marker.text();
        if (command.rewords()) {
            marker.word(
                    command.text() == null ? marker.text() : command.text(),
                    command.ambition() == null ? marker.ambition() : command.ambition());
        }
        meet(marker, command, at);
        markers.save(marker);
        item.countMarkers(markers.findByRecommendationIdOrderByPosition(item.id()));
        var about = item.about(item.state(), actor.id(), at);
        if (command.rewords()) {
            var texts = texts(command, marker.text(), before);
            item.tell(new RecommendationEvent.MarkerEdited(about, marker.detail(), texts));
        } else {
            item.tell(new RecommendationEvent.MarkerMet(about, marker.detail()));
        }
    }

    /** What an adopted item is measured by does not change silently. */
    private static void requireReasonOnceAdopted(MarkerCommand command, Recommendation item) {
        if (command.rewords() && item.state() == State.ADOPTED && command.reason() == null) {
            throw DomainException.ruleNotMet("reason", "reason-required");
        }
    }

    public UUID addEvidence(
            RecommendationCode code, Supplier<EvidenceCommand> document, Actor actor, Expected expected) {
        return addEvidence(code, document, null, actor, expected);
    }

    /**
     * The same with a file, which is kept already: nothing slow is done while the item is locked.
     *
     * @param file null where a link says where the document is
     */
    public UUID addEvidence(
            RecommendationCode code,
            Supplier<EvidenceCommand> document,
            @Nullable StoredFile file,
            Actor actor,
            Expected expected) {
        var added = new UUID[1];
        change.make(code, actor, Permission.EVIDENCE_ADD, expected, (item, at) -> {
            var command = document.get();
            if (evidence.findByRecommendationIdOrderByAddedAt(item.id()).size() >= MOST_EVIDENCE) {
                throw DomainException.ruleNotMet("title", "at-most-200-documents");
            }
            if (command.date() != null && command.date().isAfter(network.day(at))) {
                throw DomainException.ruleNotMet("date", "not-in-the-future");
            }
            var piece = new Evidence(item.id(), command, actor.id(), actor.behalf(item.country()), at);
            if (file != null) {
                piece.attach(file, scanner.isThere() ? ScanState.QUARANTINED : ScanState.NOT_SCANNED, network.day(at));
            }
            var saved = evidence.save(piece);
            item.tell(new RecommendationEvent.EvidenceAdded(
                    item.about(item.state(), actor.id(), at), saved.detail(), saved.texts()));
            added[0] = saved.id();
        });
        return added[0];
    }

    /**
     * Refuses (404, 403, 412, 409) who could not add evidence now, before anything that she sends along is looked at; it is
     * asked again when the evidence is added.
     */
    @Transactional(readOnly = true)
    public void requireMayAddEvidence(RecommendationCode code, Actor actor, Expected expected) {
        var seen = access.see(code, actor);
        access.requireRole(actor, Permission.EVIDENCE_ADD, seen);
        var item = recommendations.findByCode(code).orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        if (!expected.fits(item)) {
            throw new DomainException(
                    ProblemType.VERSION_MISMATCH,
                    Map.of("current", Expected.tagOf(item.version()), "state", seen.state()));
        }
        access.require(actor, Permission.EVIDENCE_ADD, seen);
    }

    /** Lets readers beyond the network see a document; who added it cannot do so herself. */
    public void releaseEvidence(
            RecommendationCode code, UUID id, Visibility visibility, Actor actor, Expected expected) {
        change.make(code, actor, Permission.EVIDENCE_RELEASE, expected, (item, at) -> {
            var document = evidence.findByIdAndRecommendationId(id, item.id())
                    .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
            if (item.claimStatus() == ClaimStatus.UNDER_REVIEW
                    && item.claimUnderReview().evidence().contains(id)) {
                item.requireNotFrozen();
            }
            document.release(visibility, actor);
            if (!visibility.needsRelease()) {
                throw DomainException.ruleNotMet("visibility", "visibility-beyond-the-network");
            }
            evidence.save(document);
            item.tell(new RecommendationEvent.EvidenceReleased(
                    item.about(item.state(), actor.id(), at), document.detail()));
            listing.releasedSomething(item.id(), at);
        });
    }

    public void recordPosition(
            RecommendationCode code, Supplier<PositionCommand> stance, Actor actor, Expected expected) {
        change.make(code, actor, Permission.POSITION_RECORD, expected, (item, at) -> {
            item.requireNotFrozen();
            var command = stance.get();
            if (command.on().isAfter(network.day(at))) {
                throw DomainException.ruleNotMet("on", "not-in-the-future");
            }
            item.recordPosition(command.position(), command.on(), command.source(), actor.id(), at);
        });
    }

    /** Adds a link unless it is there; says whether it was added. For items that enter together with their links. */
    public boolean link(RecommendationCode from, LinkType type, RecommendationCode to) {
        var item = change.lock(from);
        if (!listing.link(from, type, to)) {
            return false;
        }
        item.tell(new RecommendationEvent.Linked(
                item.about(item.state(), null, change.now()), Map.of("type", type, "to", to.value())));
        change.save(item);
        return true;
    }
}
