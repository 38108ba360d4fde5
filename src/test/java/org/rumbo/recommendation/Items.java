package org.rumbo.recommendation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;
import org.springframework.test.util.ReflectionTestUtils;

/** Recommendations as plain objects, wherever on their route a test wants them. */
final class Items {
    static final UUID COORDINATOR = UUID.randomUUID();
    static final UUID DIRECTOR = UUID.randomUUID();
    static final CountryCode COUNTRY = new CountryCode("XA");
    static final Instant AT = Instant.parse("2026-11-23T10:15:30.123Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private Items() {}

    static Recommendation ofPaper() {
        return Recommendation.ofPaper(
                new AcceptedPassage(
                        new RecommendationCode("SPN-2019-XA-a"),
                        COUNTRY,
                        Language.ES,
                        new Source("SPN-2019", 6, "a", 12, false, 3),
                        List.of("rights"),
                        inAll("title"),
                        inAll("summary")),
                null,
                AT);
    }

    static Recommendation ofTeam() {
        return Recommendation.ofTeam(
                new RecommendationCode("SPN-2026-XA-01"), COUNTRY, Language.PT, "title", "summary", COORDINATOR, AT);
    }

    private static Map<Language, String> inAll(String text) {
        var all = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            all.put(language, text + " " + language.tag());
        }
        return all;
    }

    static Recommendation trackable() {
        var item = ofPaper();
        item.edit(edit("addressee", "reading", DAY.plusYears(1)), COORDINATOR, AT);
        item.countMarkers(List.of(marker(Ambition.EXPECT, false)));
        return item;
    }

    static Marker marker(Ambition ambition, boolean met) {
        var marker = new Marker(UUID.randomUUID(), 1, "marker", ambition);
        marker.met(met, met ? DAY : null);
        return marker;
    }

    static EditCommand edit(@Nullable String addressee, @Nullable String reading, @Nullable LocalDate target) {
        return new EditCommand(null, null, null, addressee, reading, null, null, target, null, null, Set.of());
    }

    /** An item in that state, by the lawful way there. */
    static Recommendation in(State state) {
        var item = trackable();
        switch (state) {
            case PROPOSED -> {}
            case UNDER_REVIEW -> reach(item, State.UNDER_REVIEW);
            case ADOPTED -> reach(item, State.UNDER_REVIEW, State.ADOPTED);
            case IMPLEMENTED -> reach(item, State.UNDER_REVIEW, State.ADOPTED, State.IMPLEMENTED);
            case EVALUATED -> {
                reach(item, State.UNDER_REVIEW, State.ADOPTED, State.IMPLEMENTED);
                item.openEvaluation();
                item.evaluated(2, AT);
            }
            case CLOSED -> reach(item, State.UNDER_REVIEW, State.CLOSED);
        }
        forget(item);
        return item;
    }

    static void reach(Recommendation item, State... route) {
        for (var state : route) {
            item.claim(claim(state), COORDINATOR, AT);
            item.confirm(null, null, List.of(), DIRECTOR, AT);
        }
    }

    static ClaimCommand claim(State to) {
        return claim(to, to == State.IMPLEMENTED ? Level.FULL : null);
    }

    static ClaimCommand claim(State to, @Nullable Level level) {
        return new ClaimCommand(
                to,
                DAY,
                "statement",
                Contribution.CITED,
                level,
                List.of(),
                DAY,
                "how",
                to == State.CLOSED ? CloseReason.NOT_ADOPTED : null,
                null);
    }

    /** What it has told since the last look. */
    static List<RecommendationEvent> told(Recommendation item) {
        Collection<?> events = Objects.requireNonNull(ReflectionTestUtils.invokeMethod(item, "domainEvents"));
        return events.stream().map(RecommendationEvent.class::cast).toList();
    }

    static RecommendationEvent last(Recommendation item) {
        var told = told(item);
        return told.get(told.size() - 1);
    }

    static void forget(Recommendation item) {
        ReflectionTestUtils.invokeMethod(item, "clearDomainEvents");
    }

    static Map<String, String> texts(Recommendation item) {
        var texts = new LinkedHashMap<String, String>();
        told(item).forEach(event -> texts.putAll(event.texts()));
        return texts;
    }
}
