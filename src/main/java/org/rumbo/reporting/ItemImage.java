package org.rumbo.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.LedgerEvent;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;
import tools.jackson.databind.JsonNode;

/** One item as a ledger event left it: what its payload says, with names. */
record ItemImage(LedgerEvent event) {
    static ItemImage of(LedgerEvent event) {
        return new ItemImage(event);
    }

    String code() {
        return event.payload().path("code").asString();
    }

    CountryCode country() {
        return new CountryCode(event.payload().path("country").asString());
    }

    String origin() {
        return image("origin").asString();
    }

    boolean isOfTeam() {
        return origin().equals("TEAM");
    }

    boolean isProposalOfTeam() {
        return isOfTeam() && state() == State.PROPOSED;
    }

    State state() {
        return State.valueOf(image("state").asString());
    }

    /** Whether it still travels towards being implemented. */
    boolean isOpen() {
        return !state().isReached() && state() != State.CLOSED;
    }

    Instant stateSince() {
        return Instant.parse(image("stateSince").asString());
    }

    /** Whether nobody confirmed its state since that moment, although it can be undone unseen. */
    boolean isUnverified(Instant verifiedBefore) {
        return state().ages() && stateSince().isBefore(verifiedBefore);
    }

    @Nullable
    LocalDate targetDate() {
        return date(image("targetDate"));
    }

    boolean isLate(LocalDate day) {
        var target = targetDate();
        return isOpen() && target != null && target.isBefore(day);
    }

    @Nullable
    Integer rating() {
        return image("rating").isNumber() ? image("rating").asInt() : null;
    }

    List<String> themes() {
        var themes = new ArrayList<String>();
        image("themes").forEach(theme -> themes.add(theme.asString()));
        return themes;
    }

    ImplementationReport.Level level() {
        return new ImplementationReport.Level(
                image("self").asString(), image("validated").asString());
    }

    ImplementationReport.Markers markers() {
        return new ImplementationReport.Markers(
                image("markersMet").asInt(), image("markersTotal").asInt());
    }

    /** The commitments of its title, by language. */
    Map<Language, String> titles() {
        var titles = new EnumMap<Language, String>(Language.class);
        titles.put(Language.ES, image("texts").path("titleEs").asString(""));
        titles.put(Language.PT, image("texts").path("titlePt").asString(""));
        titles.put(Language.EN, image("texts").path("titleEn").asString(""));
        titles.values().removeIf(String::isEmpty);
        return titles;
    }

    @Nullable
    String text(String field) {
        return text(image(field));
    }

    private JsonNode image(String field) {
        return event.image().path(field);
    }

    static @Nullable String text(JsonNode value) {
        return value.isString() ? value.asString() : null;
    }

    static @Nullable LocalDate date(JsonNode value) {
        return value.isString() ? LocalDate.parse(value.asString()) : null;
    }
}
