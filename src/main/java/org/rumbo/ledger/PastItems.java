package org.rumbo.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.ClaimStatus;
import org.rumbo.recommendation.CloseReason;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.LevelView;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.Position;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.Seen;
import org.rumbo.recommendation.State;
import org.rumbo.recommendation.TextErasure;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Says how an item stood at the end of any day, from the image that its newest event up to then left: nothing of today. */
@Service
@Transactional(readOnly = true)
public class PastItems {
    private final LedgerReader ledger;
    private final RecommendationAccess access;
    private final Network network;
    private final Clock clock;

    PastItems(LedgerReader ledger, RecommendationAccess access, Network network, Clock clock) {
        this.ledger = ledger;
        this.access = access;
        this.network = network;
        this.clock = clock;
    }

    /** Whether it can be asked how something stood on that day. */
    public boolean canBeAsked(LocalDate day) {
        return RecordedDay.hasCome(day, clock.instant(), network.zone());
    }

    /**
     * An item at the end of a day of the network's, by the time at which events were recorded; readers from outside are told the
     * last fact that had been confirmed by then.
     *
     * @param wanted null for today
     */
    public PastItem of(RecommendationCode code, @Nullable LocalDate wanted, Actor actor) {
        var seen = access.see(code, actor);
        var everything = access.permits(actor, Permission.HISTORY_READ, seen);
        if (!everything) {
            access.require(actor, Permission.HISTORY_READ_RELEASED, seen);
        }
        var day = RecordedDay.of(wanted, clock.instant(), network.zone());
        var standing = ledger.newest(seen.id(), day.end(), !everything)
                .filter(event -> everything || isToldOutside(event, seen, actor))
                .map(event -> standing(event, everything, actor));
        return new PastItem(code.value(), seen.country().iso2(), day.day(), day.provisional(), standing.orElse(null));
    }

    /** A team's own proposal is not told of while it was nothing else, whatever it has become. */
    private boolean isToldOutside(LedgerEvent event, Seen seen, Actor actor) {
        var then = State.valueOf(event.image().path("state").asString());
        return access.permits(
                actor,
                Permission.HISTORY_READ_RELEASED,
                new Seen(seen.id(), seen.code(), seen.country(), then, seen.origin(), seen.assigned(), seen.reading()));
    }

    private PastItem.Standing standing(LedgerEvent event, boolean everything, Actor actor) {
        var image = event.image();
        return new PastItem.Standing(
                event.at(),
                Origin.valueOf(image.path("origin").asString()),
                titles(image.path("texts")),
                State.valueOf(image.path("state").asString()),
                Instant.parse(image.path("stateSince").asString()),
                text(image, "closeReason").map(CloseReason::valueOf).orElse(null),
                text(image, "supersededBy")
                        .filter(newer -> everything || isSeen(newer, actor))
                        .orElse(null),
                Position.valueOf(text(image, "position").orElse(Position.NONE_KNOWN.name())),
                text(image, "positionOn").map(LocalDate::parse).orElse(null),
                new LevelView(
                        Level.valueOf(image.path("self").asString()),
                        Level.valueOf(image.path("validated").asString())),
                image.path("rating").isNumber() ? image.path("rating").asInt() : null,
                strings(image.path("themes")),
                numbers(image.path("sdgs")),
                text(image, "targetDate").map(LocalDate::parse).orElse(null),
                image.path("priority").asBoolean(),
                new PastItem.Markers(
                        image.path("markersMet").asInt(),
                        image.path("markersTotal").asInt(),
                        image.path("expectMet").asInt(),
                        image.path("expectTotal").asInt()),
                everything ? ClaimStatus.valueOf(image.path("claim").asString()) : null);
    }

    private Map<String, String> titles(JsonNode texts) {
        var commitments = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            var tag = language.tag();
            text(texts, "title" + Character.toUpperCase(tag.charAt(0)) + tag.substring(1))
                    .ifPresent(commitment -> commitments.put(tag, commitment));
        }
        var opened = ledger.texts(commitments.values());
        commitments.replaceAll((tag, commitment) -> opened.getOrDefault(commitment, TextErasure.ERASED));
        return commitments;
    }

    private boolean isSeen(String code, Actor actor) {
        try {
            access.see(new RecommendationCode(code), actor);
            return true;
        } catch (DomainException hidden) {
            return false;
        }
    }

    private static Optional<String> text(JsonNode image, String field) {
        return Optional.ofNullable(History.text(image.path(field)));
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(value -> strings.add(value.asString()));
        return strings;
    }

    private static List<Integer> numbers(JsonNode array) {
        var numbers = new ArrayList<Integer>();
        array.forEach(value -> numbers.add(value.asInt()));
        return numbers;
    }
}
