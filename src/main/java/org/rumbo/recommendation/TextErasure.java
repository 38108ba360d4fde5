package org.rumbo.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a marker in place of a text wherever an item's rows hold it. The item's own words are changed by editing; while they still
 * say it nothing is erased, for an item without a title is none. What was confirmed to everybody earlier does not wait for that.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TextErasure {
    /** Stands in place of what was erased; pages say it in the reader's language. */
    public static final String ERASED = "[erased]";

    /** Of an item as it was confirmed, what people wrote; and what they wrote in several languages. */
    private static final Set<String> WORDS =
            Set.of("title", "summary", "reading", "addressee", "positionSource", "text");

    private static final Set<String> BY_LANGUAGE = Set.of("titles", "summaries", "readings");

    private final RecommendationChange changes;
    private final List<TextPlaces> modules;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    TextErasure(RecommendationChange changes, List<TextPlaces> modules, JdbcClient jdbc, JsonMapper json) {
        this.changes = changes;
        this.modules = modules;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What an event wrote.
     *
     * @param kind how the event calls the row in which it stands; null where it names none
     * @param row the id of that row, which holds it even where it was worded anew since
     */
    public record Written(
            String text, @Nullable String kind, @Nullable UUID row) {}

    /** Locks the item first, as whatever changes it does, and tells what its events need. */
    public About erase(RecommendationCode code, Written written, Actor actor) {
        var item = changes.lock(code);
        requireNotInUse(item.id(), written.text());
        for (var module : modules) {
            module.places().forEach(place -> erase(item.id(), place, written));
        }
        released(item.id())
                .map(json::readTree)
                .filter(snapshot -> replaced(snapshot, false, written.text()))
                .ifPresent(snapshot -> eraseReleased(item, snapshot));
        return item.about(item.state(), actor.id(), changes.now());
    }

    private void erase(UUID item, TextPlace place, Written written) {
        var update = "update " + place.table() + " set " + place.column() + " = ? where " + place.rows() + " and ";
        jdbc.sql(update + place.column() + " = ?")
                .params(place.marker(), item, written.text())
                .update();
        if (written.row() != null && place.kind() != null && place.kind().equals(written.kind())) {
            jdbc.sql(update + "id = ?")
                    .params(place.marker(), item, written.row())
                    .update();
        }
    }

    /** Refuses while the item's own words still are these. */
    public void requireNotInUse(UUID item, String text) {
        var uses = jdbc.sql(
                        "select (select count(*) from recommendation where id = :item and :text in (title_en, title_es,"
                                + " title_pt, summary_en, summary_es, summary_pt, addressee, reading, reading_en,"
                                + " reading_es, reading_pt, position_source))"
                                + " + (select count(*) from marker where recommendation_id = :item and text = :text)"
                                + " + (select count(*) from recommendation_translation where item_id = :item"
                                + " and (text = :text or original = :text))")
                .param("item", item)
                .param("text", text)
                .query(Long.class)
                .single();
        if (uses > 0) {
            throw new DomainException(ProblemType.TEXT_IN_USE);
        }
    }

    private Optional<String> released(UUID item) {
        return jdbc.sql("select snapshot from recommendation_listing where item_id = ? and audience = ?")
                .params(item, RecommendationListing.RELEASED)
                .query(String.class)
                .optional();
    }

    /** Puts the marker in place of words; a code or a date that happens to read alike is none. */
    private static boolean replaced(JsonNode node, boolean words, String text) {
        var found = false;
        for (var name : List.copyOf(node.propertyNames())) {
            var value = node.path(name);
            if (!value.isString()) {
                found |= replaced(value, BY_LANGUAGE.contains(name), text);
            } else if ((words || WORDS.contains(name)) && value.asString().equals(text)) {
                ((ObjectNode) node).put(name, ERASED);
                found = true;
            }
        }
        if (node.isArray()) {
            for (var element : node) {
                found |= replaced(element, false, text);
            }
        }
        return found;
    }

    /** Shows the item as it was last confirmed, but for these words. */
    private void eraseReleased(Recommendation item, JsonNode snapshot) {
        var facts = json.treeToValue(snapshot, RecommendationView.Facts.class);
        var head = item.code().value() + " " + String.join(" ", facts.titles().values());
        jdbc.sql("update recommendation_listing set snapshot = ?, search_text = ?, title_en = ?, title_es = ?,"
                        + " title_pt = ?, addressee = ? where item_id = ? and audience = ?")
                .params(Arrays.asList(
                        json.writeValueAsString(facts),
                        SearchText.fold(head),
                        facts.titles().get("en"),
                        facts.titles().get("es"),
                        facts.titles().get("pt"),
                        facts.addressee(),
                        item.id(),
                        RecommendationListing.RELEASED))
                .update();
    }
}
