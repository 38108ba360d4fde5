package org.rumbo.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.LedgerEvent;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;
import tools.jackson.databind.json.JsonMapper;

/** A ledger written by hand for the fictional countries XA, XB and XC: each act becomes the event that the real one writes. */
final class ReportLedger {
    static final ZoneId ZONE = ZoneId.of("America/Lima");
    static final List<CountryCode> COUNTRIES =
            List.of(new CountryCode("XA"), new CountryCode("XB"), new CountryCode("XC"));

    private static final JsonMapper JSON = new JsonMapper();

    private final List<LedgerEvent> events = new ArrayList<>();
    private final Map<String, Map<String, Object>> images = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    ReportLedger create(String day, String code, String origin) {
        var image = new HashMap<String, Object>(Map.of(
                "origin", origin, "state", "PROPOSED", "stateSince", at(day).toString(), "position", "NONE_KNOWN"));
        image.putAll(Map.of("self", "UNKNOWN", "validated", "UNKNOWN", "themes", List.of("rights"), "claim", "NONE"));
        image.putAll(Map.of("markersTotal", 0, "markersMet", 0));
        image.put("texts", Map.of("titleEn", text(code + " en"), "titleEs", text(code + " es")));
        images.put(code, image);
        return add(day, code, "item.create", true, "PROPOSED", Map.of(), Map.of());
    }

    /** Changes fields of the item that nobody confirms. */
    ReportLedger edit(String day, String code, String field, Object value) {
        image(code).put(field, value);
        return add(day, code, "item.edit", false, state(code), Map.of(), Map.of());
    }

    ReportLedger evidence(String day, String code, String id, String visibility) {
        return add(
                day,
                code,
                "evidence.add",
                false,
                state(code),
                document(id, visibility),
                Map.of("title", text("title of " + id), "url", text("https://example.org/" + id)));
    }

    ReportLedger release(String day, String code, String id, String visibility) {
        return add(day, code, "evidence.release", true, state(code), document(id, visibility), Map.of());
    }

    ReportLedger confirm(String day, String code, String target, String move) {
        return confirm(day, code, target, move, List.of());
    }

    /** A confirmed claim with the documents that it cites. */
    ReportLedger confirm(String day, String code, String target, String move, List<Map<String, Object>> cited) {
        var from = state(code);
        image(code).put("state", target);
        image(code).put("stateSince", at(day).toString());
        var detail = new HashMap<String, Object>(Map.of(
                "target",
                target,
                "move",
                move,
                "level",
                "PARTIAL",
                "validated",
                "STARTED",
                "occurredOn",
                "2026-01-01"));
        detail.put("contribution", "CITED");
        detail.put("evidence", cited);
        return add(day, code, "claim.confirm", true, from, detail, Map.of());
    }

    ReportLedger reopen(String day, String code, String target, String reason) {
        var from = state(code);
        image(code).put("state", target);
        return add(day, code, "item.reopen", true, from, Map.of(), Map.of("reason", text(reason)));
    }

    void erase(String text) {
        texts.remove(text(text));
        texts.values().removeIf(text::equals);
    }

    static Map<String, Object> document(String id, String visibility) {
        return Map.of("id", id, "type", "LAW", "strength", "A", "visibility", visibility, "issuedOn", "2026-01-01");
    }

    ImplementationReport report(String asOf, @Nullable String from, boolean full) {
        return report(asOf, from, full ? full() : ReportScope.released(COUNTRIES));
    }

    ImplementationReport report(String asOf, @Nullable String from, ReportScope scope) {
        var first = from == null ? null : LocalDate.parse(from);
        var period = Period.of(LocalDate.parse(asOf), first, at("2027-01-01"), ZONE);
        var since = period.since();
        var acts = events.stream()
                .filter(event -> event.at().isBefore(period.until()) && ReportFacts.ACTS.contains(event.action()))
                .toList();
        var facts = new ReportFacts(
                newest(period.until(), scope), since == null ? List.of() : newest(since, scope), acts, texts);
        return new ReportComputation(facts, period, scope, Language.ES, java.time.Period.ofMonths(12), false).report();
    }

    static ReportScope full() {
        return new ReportScope(COUNTRIES, java.util.Set.copyOf(COUNTRIES), true);
    }

    /** What the real ledger's reader finds. */
    private List<LedgerEvent> newest(Instant until, ReportScope scope) {
        var newest = new HashMap<String, LedgerEvent>();
        for (var inFull : List.of(true, false)) {
            var latest = new HashMap<String, LedgerEvent>();
            events.stream()
                    .filter(event -> event.at().isBefore(until))
                    .filter(event ->
                            inFull || (event.released() && !event.action().equals("evidence.release")))
                    .forEach(event -> latest.put(ItemImage.of(event).code(), event));
            latest.values().stream()
                    .filter(event -> scope.takes(event, inFull))
                    .forEach(event -> newest.put(ItemImage.of(event).code(), event));
        }
        return List.copyOf(newest.values());
    }

    private ReportLedger add(
            String day,
            String code,
            String action,
            boolean released,
            String from,
            Map<String, ?> detail,
            Map<String, String> opens) {
        var payload = Map.of(
                "code", code,
                "country", code.substring(9, 11),
                "from", from,
                "to", state(code),
                "image", new HashMap<>(image(code)),
                "detail", detail,
                "opens", opens);
        var number = events.size() + 1;
        events.add(new LedgerEvent(
                number,
                new UUID(0, number),
                new UUID(1, code.hashCode()),
                number,
                at(day),
                action,
                null,
                released,
                null,
                JSON.readTree(JSON.writeValueAsString(payload))));
        return this;
    }

    private Map<String, Object> image(String code) {
        return java.util.Objects.requireNonNull(images.get(code));
    }

    private String state(String code) {
        return String.valueOf(image(code).get("state"));
    }

    private String text(String text) {
        var commitment = "c:" + text;
        texts.put(commitment, text);
        return commitment;
    }

    /** Noon of a day, or a moment where one is given. */
    private static Instant at(String day) {
        return day.length() > 10
                ? Instant.parse(day)
                : LocalDate.parse(day).atTime(12, 0).atZone(ZONE).toInstant();
    }
}
