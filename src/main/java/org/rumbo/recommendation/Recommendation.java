package org.rumbo.recommendation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.CountryCode;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * One tracked item: what the network recommends to one country, where it is on its route, and the four things that are
 * never mixed: its state, the addressee's position, how much is done, and whether it was worth it.
 */
@Entity
@Table(name = "recommendation")
@NullUnmarked
class Recommendation extends AbstractAggregateRoot<Recommendation> {
    @Id
    private UUID id;

    @Version
    private long version;

    private RecommendationCode code;
    private CountryCode country;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private String paperKey;
    private Integer chapter;
    private String letter;
    private Integer page;
    private Boolean pageDerived;
    private Integer actionability;

    @Convert(converter = Converters.ForLanguage.class)
    private Language language;

    @Embedded
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    @AttributeOverride(name = "es", column = @Column(name = "title_es"))
    @AttributeOverride(name = "pt", column = @Column(name = "title_pt"))
    private Texts title;

    @Embedded
    @AttributeOverride(name = "en", column = @Column(name = "summary_en"))
    @AttributeOverride(name = "es", column = @Column(name = "summary_es"))
    @AttributeOverride(name = "pt", column = @Column(name = "summary_pt"))
    private Texts summary;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant stateSince;

    @Convert(converter = Converters.ForStates.class)
    private Set<State> pastStates;

    @Enumerated(EnumType.STRING)
    private CloseReason closeReason;

    private String supersededBy;

    @Enumerated(EnumType.STRING)
    private Position position;

    private LocalDate positionOn;
    private String positionSource;

    @Enumerated(EnumType.STRING)
    private Level selfLevel;

    @Enumerated(EnumType.STRING)
    private Level validatedLevel;

    private String levelReason;
    private Integer rating;
    private String addressee;
    private String reading;

    @Convert(converter = Converters.ForLanguage.class)
    private Language readingLanguage;

    /** The agreed reading in the other languages. */
    @Embedded
    @AttributeOverride(name = "en", column = @Column(name = "reading_en"))
    @AttributeOverride(name = "es", column = @Column(name = "reading_es"))
    @AttributeOverride(name = "pt", column = @Column(name = "reading_pt"))
    private Texts readingElsewhere;

    @Convert(converter = Converters.ForWords.class)
    private List<String> themes;

    @Convert(converter = Converters.ForNumbers.class)
    private List<Integer> sdgs;

    private LocalDate targetDate;
    private boolean priority;
    private UUID ownerId;

    @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.ALL)
    @JoinColumn(name = "claim_id")
    private Claim claim;

    @Enumerated(EnumType.STRING)
    private ClaimStatus claimStatus;

    private boolean evaluationOpen;

    // Counts of markers and the dates of news follow other things than the item's own fields: they leave its version
    // alone.
    @OptimisticLock(excluded = true)
    private int markersTotal;

    @OptimisticLock(excluded = true)
    private int markersMet;

    @OptimisticLock(excluded = true)
    private int expectTotal;

    @OptimisticLock(excluded = true)
    private int expectMet;

    private Instant createdAt;

    @OptimisticLock(excluded = true)
    private Instant updatedAt;

    @OptimisticLock(excluded = true)
    private Instant newsAt;

    protected Recommendation() {}

    private Recommendation(RecommendationCode code, CountryCode country, Origin origin, Language language, Instant at) {
        this.id = UUID.randomUUID();
        this.code = code;
        this.country = country;
        this.origin = origin;
        this.language = language;
        this.state = State.PROPOSED;
        this.stateSince = at;
        this.pastStates = EnumSet.noneOf(State.class);
        this.position = Position.NONE_KNOWN;
        this.selfLevel = Level.UNKNOWN;
        this.validatedLevel = Level.UNKNOWN;
        this.themes = List.of();
        this.sdgs = List.of();
        this.claimStatus = ClaimStatus.NONE;
        this.createdAt = at;
        this.updatedAt = at;
        this.newsAt = at;
    }

    /** An item that a paper recommends. */
    static Recommendation ofPaper(AcceptedPassage passage, @Nullable UUID actor, Instant at) {
        var recommendation =
                new Recommendation(passage.code(), passage.country(), Origin.PAPER, passage.language(), at);
        var source = passage.source();
        recommendation.paperKey = source.paper();
        recommendation.chapter = source.chapter();
        recommendation.letter = source.letter();
        recommendation.page = source.page();
        recommendation.pageDerived = source.pageDerived();
        recommendation.actionability = source.actionability();
        recommendation.title = Texts.of(passage.title());
        recommendation.summary = Texts.of(passage.summary());
        recommendation.themes = List.copyOf(passage.themes());
        recommendation.accepted(actor, at);
        return recommendation;
    }

    /** An item that a country team proposes itself. */
    static Recommendation ofTeam(
            RecommendationCode code,
            CountryCode country,
            Language language,
            String title,
            String summary,
            UUID actor,
            Instant at) {
        var recommendation = new Recommendation(code, country, Origin.TEAM, language, at);
        recommendation.title = Texts.of(Map.of(language, title));
        recommendation.summary = Texts.of(Map.of(language, summary));
        recommendation.accepted(actor, at);
        return recommendation;
    }

    private void accepted(@Nullable UUID actor, Instant at) {
        var texts = new HashMap<String, String>();
        title.all().forEach((of, text) -> texts.put(textField("title", of), text));
        summary.all().forEach((of, text) -> texts.put(textField("summary", of), text));
        var detail = new HashMap<String, Object>();
        detail.put("origin", origin);
        detail.put("language", language.tag());
        detail.put("paper", paperKey);
        detail.put("chapter", chapter);
        detail.put("letter", letter);
        registerEvent(new RecommendationEvent.Accepted(about(State.PROPOSED, actor, at), detail, texts));
    }

    private static String textField(String field, Language language) {
        return field + language.name().charAt(0) + language.tag().charAt(1);
    }

    /** Changes own fields; says nothing where nothing differs. */
    void edit(EditCommand command, UUID actor, Instant at) {
        requireNotFrozen();
        var changes = new ArrayList<Map<String, ?>>();
        var texts = new LinkedHashMap<String, String>();
        var inLanguage = command.language() == null ? language : command.language();
        editText(
                texts,
                textField("title", inLanguage),
                title.in(inLanguage),
                cleared(command, "title", command.title()),
                to -> title = with(title, inLanguage, to));
        editText(
                texts,
                textField("summary", inLanguage),
                summary.in(inLanguage),
                cleared(command, "summary", command.summary()),
                to -> summary = with(summary, inLanguage, to));
        editText(
                texts,
                "addressee",
                addressee,
                cleared(command, "addressee", command.addressee()),
                to -> addressee = to.isEmpty() ? null : to);
        editText(texts, "reading", reading, cleared(command, "reading", command.reading()), to -> {
            reading = to.isEmpty() ? null : to;
            readingLanguage = inLanguage;
        });
        editValue(changes, "themes", themes, command.themes(), to -> themes = List.copyOf(to));
        editValue(changes, "sdgs", sdgs, command.sdgs(), to -> sdgs = List.copyOf(to));
        editValue(changes, "targetDate", targetDate, command.targetDate(), to -> targetDate = to);
        editValue(changes, "priority", priority, command.priority(), to -> priority = to);
        if (command.clears().contains("targetDate") && targetDate != null) {
            changes.add(RecommendationEvent.change("targetDate", targetDate, null));
            targetDate = null;
        }
        var ownerChanges = command.clears().contains("owner")
                ? ownerId != null
                : command.owner() != null && !command.owner().equals(ownerId);
        if (ownerChanges) {
            // Who it is stays out of the ledger's payload: it names people by pseudonym only.
            changes.add(RecommendationEvent.change("owner", null, null));
            ownerId = command.owner();
        }
        if (!changes.isEmpty() || !texts.isEmpty()) {
            updatedAt = at;
            registerEvent(new RecommendationEvent.Edited(
                    about(state, actor, at), Map.of("changes", List.copyOf(changes)), texts));
        }
    }

    /** Words a text in another language than the original's. */
    void translate(TextField field, Language into, String text) {
        switch (field) {
            case TITLE -> title = with(title, into, text);
            case SUMMARY -> summary = with(summary, into, text);
            case READING ->
                readingElsewhere = with(readingElsewhere == null ? new Texts() : readingElsewhere, into, text);
        }
    }

    private static @Nullable String cleared(EditCommand command, String field, @Nullable String value) {
        return command.clears().contains(field) ? "" : value;
    }

    private static Texts with(Texts texts, Language language, String text) {
        var all = new HashMap<>(texts.all());
        if (text.isEmpty()) {
            all.remove(language);
        } else {
            all.put(language, text);
        }
        return Texts.of(all);
    }

    private static void editText(
            Map<String, String> texts,
            String field,
            @Nullable String before,
            @Nullable String after,
            Consumer<String> change) {
        if (after != null && !after.equals(Objects.requireNonNullElse(before, ""))) {
            change.accept(after);
            texts.put(field, after);
            texts.put(field + "Old", Objects.requireNonNullElse(before, ""));
        }
    }

    private static <T> void editValue(
            List<Map<String, ?>> changes, String field, @Nullable T before, @Nullable T after, Consumer<T> change) {
        if (after != null && !after.equals(before)) {
            change.accept(after);
            changes.add(RecommendationEvent.change(field, before, after));
        }
    }

    void recordPosition(Position stance, @Nullable LocalDate on, String source, UUID actor, Instant at) {
        requireNotFrozen();
        var before = position;
        position = stance;
        positionOn = on;
        positionSource = source;
        news(at);
        registerEvent(new RecommendationEvent.PositionRecorded(
                about(state, actor, at),
                Map.of("changes", List.of(RecommendationEvent.change("position", before, stance))),
                Map.of("positionSource", source)));
    }

    /** Refuses (409) unless a claim to the target may be made now; says what kind of step it is. */
    Move requireClaimable(State target) {
        requireNoEvaluation();
        if (claimStatus == ClaimStatus.UNDER_REVIEW) {
            throw refusal(ProblemType.CLAIM_OPEN);
        }
        return state.moveTo(target)
                .orElseThrow(() -> new DomainException(
                        ProblemType.TRANSITION_NOT_ALLOWED,
                        Map.of("state", state, "to", target, "allowed", List.copyOf(state.claimable()))));
    }

    /** Makes the claim, or makes a returned one anew. Its rules have been looked at before. */
    void claim(ClaimCommand command, UUID actor, Instant at) {
        var kind = requireClaimable(command.to());
        var resubmitted = claim != null;
        if (!resubmitted) {
            claim = new Claim(id, state, at);
        }
        claim.submit(command, kind, actor, at);
        claimStatus = ClaimStatus.UNDER_REVIEW;
        updatedAt = at;
        registerEvent(
                new RecommendationEvent.ClaimMade(about(state, actor, at), resubmitted, claim.detail(), claim.texts()));
    }

    void withdrawClaim(String reason, UUID actor, Instant at) {
        requireOpenClaim();
        var withdrawn = claim;
        var wasReturned = claimStatus == ClaimStatus.RETURNED;
        withdrawn.withdraw();
        endClaim(at);
        registerEvent(new RecommendationEvent.ClaimWithdrawn(
                about(state, actor, at), wasReturned, Map.of("claim", withdrawn.id()), Map.of("reason", reason)));
    }

    /** Confirms the open claim: the one way, but for evaluation and reopening, in which the state moves. */
    void confirm(@Nullable Level level, @Nullable String reason, List<Evidence> cited, UUID actor, Instant at) {
        var confirmed = claimUnderReview();
        var from = state;
        var validated = level == null ? confirmed.level() : level;
        if (confirmed.level() != null) {
            selfLevel = confirmed.level();
        }
        if (validated != null) {
            validatedLevel = validated;
            levelReason = reason;
        }
        confirmed.decide(ClaimStatus.CONFIRMED, actor, reason, validated, at);
        moveTo(confirmed.target(), at);
        closeReason = confirmed.closeReason();
        supersededBy = confirmed.supersededBy();
        endClaim(at);
        news(at);
        var detail = confirmed.detail();
        detail.put("validated", validatedLevel);
        detail.put("evidence", cited.stream().map(Evidence::detail).toList());
        var texts = new HashMap<>(confirmed.texts());
        if (reason != null) {
            texts.put("reason", reason);
        }
        registerEvent(new RecommendationEvent.ClaimConfirmed(about(from, actor, at), detail, texts));
    }

    void returnClaim(String reason, UUID actor, Instant at) {
        var returned = claimUnderReview();
        returned.decide(ClaimStatus.RETURNED, actor, reason, null, at);
        claimStatus = ClaimStatus.RETURNED;
        updatedAt = at;
        registerEvent(new RecommendationEvent.ClaimReturned(
                about(state, actor, at), Map.of("claim", returned.id()), Map.of("reason", reason)));
    }

    /** Ends the claim; the state stays, the director's level stands beside the claimed one. */
    void disagree(Level level, String reason, UUID actor, Instant at) {
        var disputed = claimUnderReview();
        disputed.decide(ClaimStatus.DISAGREED, actor, reason, level, at);
        if (disputed.level() != null) {
            selfLevel = disputed.level();
        }
        validatedLevel = level;
        levelReason = reason;
        endClaim(at);
        registerEvent(new RecommendationEvent.ClaimDisagreed(
                about(state, actor, at), Map.of("claim", disputed.id(), "validated", level), Map.of("reason", reason)));
    }

    /** Refuses (409) unless a director may reopen it to the target now. */
    void requireReopenable(State target) {
        requireNoEvaluation();
        if (claimStatus != ClaimStatus.NONE) {
            throw refusal(ProblemType.CLAIM_OPEN);
        }
        var allowed = reopenable();
        if (!allowed.contains(target)) {
            throw new DomainException(
                    ProblemType.TRANSITION_NOT_ALLOWED,
                    Map.of("state", state, "to", target, "allowed", List.copyOf(allowed)));
        }
    }

    void reopen(State target, String reason, UUID actor, Instant at) {
        requireReopenable(target);
        var from = state;
        moveTo(target, at);
        closeReason = null;
        supersededBy = null;
        news(at);
        registerEvent(new RecommendationEvent.Reopened(about(from, actor, at), Map.of("reason", reason)));
    }

    /** The states that it has left, once or more often. */
    Set<State> passed() {
        return Set.copyOf(pastStates);
    }

    /** Where a director may reopen it to; empty where it cannot be reopened. */
    Set<State> reopenable() {
        var targets = EnumSet.noneOf(State.class);
        targets.addAll(state.reopenings());
        if (state == State.CLOSED) {
            targets.retainAll(pastStates);
        }
        return targets;
    }

    /** Says that a period of the open claim ran out. */
    void claimUndecided(boolean escalated, Instant at) {
        var undecided = claimUnderReview();
        var detail = Map.of("claim", undecided.id());
        registerEvent(
                escalated
                        ? new RecommendationEvent.ClaimEscalated(about(state, null, at), detail)
                        : new RecommendationEvent.ClaimReminded(about(state, null, at), detail));
    }

    /** Says that its target date comes near or has passed. */
    void remindOfTarget(Map<String, ?> detail, Map<String, UUID> persons, boolean escalated, Instant at) {
        registerEvent(new RecommendationEvent.TargetReminded(about(state, null, at), detail, persons, escalated));
    }

    void openEvaluation() {
        if (claimStatus != ClaimStatus.NONE) {
            throw refusal(ProblemType.CLAIM_OPEN);
        }
        evaluationOpen = true;
    }

    void endEvaluation() {
        evaluationOpen = false;
    }

    void evaluated(int overall, Instant at) {
        evaluationOpen = false;
        rating = overall;
        stateSince = at;
        pastStates.add(state);
        state = State.EVALUATED;
        news(at);
    }

    void reportLevel(Level level, Instant at) {
        requireNotFrozen();
        selfLevel = level;
        updatedAt = at;
    }

    /** Takes note that something new is known of it. */
    void news(Instant at) {
        newsAt = at;
        updatedAt = at;
    }

    void countMarkers(Collection<Marker> markers) {
        markersTotal = markers.size();
        markersMet = (int) markers.stream().filter(Marker::met).count();
        expectTotal = (int) markers.stream().filter(Marker::expected).count();
        expectMet = (int) markers.stream()
                .filter(marker -> marker.expected() && marker.met())
                .count();
    }

    /** Whether what it is about to tell changes what readers from outside the team are shown. */
    boolean tellsConfirmedFact() {
        return domainEvents().stream()
                .anyMatch(event -> event instanceof RecommendationEvent.Accepted
                        || event instanceof RecommendationEvent.ClaimConfirmed
                        || event instanceof RecommendationEvent.Reopened);
    }

    /** Of what it is about to tell, the last fact that may have changed its wording. */
    @Nullable
    About worded() {
        return domainEvents().stream()
                .filter(event -> event instanceof RecommendationEvent.Accepted
                        || event instanceof RecommendationEvent.Edited
                        || event instanceof RecommendationEvent.Translated)
                .map(event -> ((RecommendationEvent) event).about())
                .reduce((one, later) -> later)
                .orElse(null);
    }

    void tell(RecommendationEvent event) {
        updatedAt = event.about().at();
        registerEvent(event);
    }

    /** While a director looks at a claim, what she looks at must not change. */
    void requireNotFrozen() {
        if (claimStatus == ClaimStatus.UNDER_REVIEW) {
            throw refusal(ProblemType.FROZEN);
        }
    }

    private void requireNoEvaluation() {
        if (evaluationOpen) {
            throw refusal(ProblemType.EVALUATION_OPEN);
        }
    }

    Claim claimUnderReview() {
        if (claimStatus != ClaimStatus.UNDER_REVIEW) {
            throw refusal(ProblemType.NO_CLAIM_UNDER_REVIEW);
        }
        return claim;
    }

    /** Refuses (409) unless a claim is under review or returned. */
    void requireOpenClaim() {
        if (claim == null) {
            throw refusal(ProblemType.NO_OPEN_CLAIM);
        }
    }

    private void endClaim(Instant at) {
        claim = null;
        claimStatus = ClaimStatus.NONE;
        updatedAt = at;
    }

    private void moveTo(State target, Instant at) {
        pastStates.add(state);
        state = target;
        stateSince = at;
    }

    private DomainException refusal(ProblemType type) {
        return new DomainException(type, Map.of("state", state));
    }

    About about(State from, @Nullable UUID actor, Instant at) {
        return new About(id, code, country, from, actor, at, image());
    }

    Image image() {
        return new Image(
                origin,
                state,
                stateSince,
                closeReason,
                supersededBy,
                position,
                positionOn,
                selfLevel,
                validatedLevel,
                rating,
                themes,
                sdgs,
                targetDate,
                priority,
                markersTotal,
                markersMet,
                expectTotal,
                expectMet,
                claimStatus,
                evaluationOpen);
    }

    /** What this item waits for. */
    NextStep nextStep() {
        if (claimStatus == ClaimStatus.UNDER_REVIEW) {
            return NextStep.DECIDE_CLAIM;
        }
        if (claimStatus == ClaimStatus.RETURNED) {
            return NextStep.COMPLETE_CLAIM;
        }
        if (evaluationOpen) {
            return NextStep.EVALUATE;
        }
        return switch (state) {
            case PROPOSED -> isTrackable() ? NextStep.DELIVER : NextStep.MAKE_TRACKABLE;
            case UNDER_REVIEW -> NextStep.CLAIM_ADOPTION;
            case ADOPTED -> NextStep.CLAIM_IMPLEMENTATION;
            case IMPLEMENTED -> NextStep.ASSIGN_EVALUATORS;
            case EVALUATED, CLOSED -> NextStep.NONE;
        };
    }

    private boolean isTrackable() {
        return addressee != null && reading != null && markersTotal > 0 && targetDate != null && !themes.isEmpty();
    }

    /** Its place in a paper; null for a team's own proposal. */
    @Nullable
    Source source() {
        return paperKey == null
                ? null
                : new Source(paperKey, chapter, letter, page, Boolean.TRUE.equals(pageDerived), actionability);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    RecommendationCode code() {
        return code;
    }

    CountryCode country() {
        return country;
    }

    Origin origin() {
        return origin;
    }

    Language language() {
        return language;
    }

    Texts title() {
        return title;
    }

    Texts summary() {
        return summary;
    }

    /** A text in its languages; without an original there is none. */
    Texts texts(TextField field) {
        return switch (field) {
            case TITLE -> title;
            case SUMMARY -> summary;
            case READING ->
                reading == null
                        ? new Texts()
                        : with(
                                readingElsewhere == null ? new Texts() : readingElsewhere,
                                original(TextField.READING),
                                reading);
        };
    }

    /** The language from which a text is translated; a team may agree on a reading in another than the paper's. */
    Language original(TextField field) {
        return field == TextField.READING && readingLanguage != null ? readingLanguage : language;
    }

    State state() {
        return state;
    }

    Instant stateSince() {
        return stateSince;
    }

    CloseReason closeReason() {
        return closeReason;
    }

    String supersededBy() {
        return supersededBy;
    }

    Position position() {
        return position;
    }

    LocalDate positionOn() {
        return positionOn;
    }

    String positionSource() {
        return positionSource;
    }

    Level selfLevel() {
        return selfLevel;
    }

    Level validatedLevel() {
        return validatedLevel;
    }

    String levelReason() {
        return levelReason;
    }

    Integer rating() {
        return rating;
    }

    String addressee() {
        return addressee;
    }

    String reading() {
        return reading;
    }

    List<String> themes() {
        return themes;
    }

    List<Integer> sdgs() {
        return sdgs;
    }

    LocalDate targetDate() {
        return targetDate;
    }

    boolean priority() {
        return priority;
    }

    UUID ownerId() {
        return ownerId;
    }

    Claim currentClaim() {
        return claim;
    }

    ClaimStatus claimStatus() {
        return claimStatus;
    }

    boolean evaluationOpen() {
        return evaluationOpen;
    }

    int markersTotal() {
        return markersTotal;
    }

    int markersMet() {
        return markersMet;
    }

    int expectTotal() {
        return expectTotal;
    }

    int expectMet() {
        return expectMet;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Instant newsAt() {
        return newsAt;
    }
}
