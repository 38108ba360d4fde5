package org.rumbo.recommendation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what lists and outside readers are shown, in the transaction that changes it. The audience FULL sees the item as it
 * is; the audience RELEASED sees it as it was when the last fact was confirmed, so that nothing under way can leak.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecommendationListing {
    static final String FULL = "FULL";
    static final String RELEASED = "RELEASED";
    /** Sorts items without a target date behind all others. */
    static final LocalDate NO_DATE = LocalDate.of(9999, 12, 31);

    private static final List<String> COLUMNS = List.of(
            "code",
            "country",
            "origin",
            "language",
            "title_en",
            "title_es",
            "title_pt",
            "state",
            "state_since",
            "close_reason",
            "position",
            "self_level",
            "validated_level",
            "rating",
            "addressee",
            "themes",
            "due",
            "priority",
            "owner_id",
            "next_step",
            "claim_status",
            "markers_total",
            "markers_met",
            "news_at",
            "updated_at",
            "search_text",
            "snapshot");
    private static final String INSERT = "insert into recommendation_listing (item_id, audience, "
            + String.join(", ", COLUMNS) + ") values (:item_id, :audience, :" + String.join(", :", COLUMNS) + ")";
    private static final String UPDATE = "update recommendation_listing set "
            + String.join(
                    ", ",
                    COLUMNS.stream().map(column -> column + " = :" + column).toList())
            + " where item_id = :item_id and audience = :audience";

    private final JdbcClient jdbc;
    private final Markers markers;
    private final JsonMapper json;

    RecommendationListing(JdbcClient jdbc, Markers markers, JsonMapper json) {
        this.jdbc = jdbc;
        this.markers = markers;
        this.json = json;
    }

    /** Shows the item as it is to those who may read it in full. */
    void show(Recommendation item) {
        write(row(item, FULL, item.nextStep(), item.claimStatus(), null));
    }

    /** Shows the item as it is now to everybody else too: a fact about it was confirmed. */
    void release(Recommendation item) {
        var step = item.evaluationOpen() || item.claimStatus() != ClaimStatus.NONE ? NextStep.NONE : item.nextStep();
        var snapshot = json.writeValueAsString(facts(item, markers.findByRecommendationIdOrderByPosition(item.id())));
        write(row(item, RELEASED, step, ClaimStatus.NONE, snapshot));
    }

    /** Something beside the item's fields was released: only the time of its last change moves. */
    void releasedSomething(UUID item, Instant at) {
        jdbc.sql("update recommendation_listing set updated_at = ?, news_at = ? where item_id = ? and audience = ?")
                .params(Timestamp.from(at), Timestamp.from(at), item, RELEASED)
                .update();
    }

    /** Adds a link unless it is there; says whether it was added. */
    boolean link(RecommendationCode from, LinkType type, RecommendationCode to) {
        var known = jdbc.sql(
                        "select count(*) from recommendation_link where from_code = ? and to_code = ? and type = ?")
                .params(from.value(), to.value(), type.name())
                .query(Long.class)
                .single();
        if (known > 0) {
            return false;
        }
        jdbc.sql("insert into recommendation_link (from_code, to_code, type) values (?, ?, ?)")
                .params(from.value(), to.value(), type.name())
                .update();
        return true;
    }

    private void write(Map<String, @Nullable Object> row) {
        if (jdbc.sql(UPDATE).params(row).update() == 0) {
            jdbc.sql(INSERT).params(row).update();
        }
    }

    private static Map<String, @Nullable Object> row(
            Recommendation item, String audience, NextStep step, ClaimStatus claim, @Nullable String snapshot) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("item_id", item.id());
        row.put("audience", audience);
        row.put("code", item.code().value());
        row.put("country", item.country().iso2());
        row.put("origin", item.origin().name());
        row.put("language", item.language().tag());
        row.put("title_en", item.title().in(Language.EN));
        row.put("title_es", item.title().in(Language.ES));
        row.put("title_pt", item.title().in(Language.PT));
        row.put("state", item.state().name());
        row.put("state_since", Timestamp.from(item.stateSince()));
        row.put(
                "close_reason",
                item.closeReason() == null ? null : item.closeReason().name());
        row.put("position", item.position().name());
        row.put("self_level", item.selfLevel().name());
        row.put("validated_level", item.validatedLevel().name());
        row.put("rating", item.rating());
        row.put("addressee", item.addressee());
        row.put("themes", "," + String.join(",", item.themes()) + ",");
        row.put("due", item.targetDate() == null ? NO_DATE : item.targetDate());
        row.put("priority", item.priority());
        row.put("owner_id", item.ownerId());
        row.put("next_step", step.name());
        row.put("claim_status", claim.name());
        row.put("markers_total", item.markersTotal());
        row.put("markers_met", item.markersMet());
        row.put("news_at", Timestamp.from(item.newsAt()));
        row.put("updated_at", Timestamp.from(item.updatedAt()));
        row.put("search_text", SearchText.ofHead(item));
        row.put("snapshot", snapshot);
        return row;
    }

    /** The item's fields as readers get them. */
    static RecommendationView.Facts facts(Recommendation item, List<Marker> markers) {
        return new RecommendationView.Facts(
                item.code().value(),
                item.country().iso2(),
                item.origin(),
                java.util.Objects.requireNonNullElse(
                        item.title().in(item.language()), item.code().value()),
                item.summary().in(item.language()),
                item.language().tag(),
                byTag(item.title()),
                byTag(item.summary()),
                byTag(item.texts(TextField.READING)),
                item.source(),
                item.state(),
                item.stateSince(),
                item.closeReason(),
                item.supersededBy(),
                item.position(),
                item.positionOn(),
                item.positionSource(),
                new LevelView(item.selfLevel(), item.validatedLevel()),
                item.rating(),
                item.addressee(),
                item.reading(),
                item.themes(),
                item.sdgs(),
                item.targetDate(),
                item.priority(),
                markers.stream().map(MarkerView::of).toList());
    }

    private static Map<String, String> byTag(Texts texts) {
        var byTag = new LinkedHashMap<String, String>();
        texts.all().forEach((language, text) -> byTag.put(language.tag(), text));
        return byTag;
    }
}
