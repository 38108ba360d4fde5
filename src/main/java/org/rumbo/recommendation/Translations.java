package org.rumbo.recommendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers of each translation which original it translates. Whichever way a text was changed, a translation that was
 * worded anew counts as written from the original of that moment; one that stays behind is thereby out of date.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Translations {
    private final JdbcClient jdbc;

    Translations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Place(TextField field, Language language) {}

    record Known(
            String text,
            String original,
            boolean machine,
            @Nullable UUID changedBy,
            Instant changedAt) {}

    Map<Place, Known> of(UUID item) {
        var known = new HashMap<Place, Known>();
        jdbc.sql("select * from recommendation_translation where item_id = ?")
                .param(item)
                .query(row -> {
                    known.put(
                            new Place(
                                    TextField.valueOf(row.getString("field")),
                                    Language.of(row.getString("language")).orElseThrow()),
                            known(row));
                });
        return known;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getString("text"),
                row.getString("original"),
                row.getBoolean("machine"),
                row.getObject("changed_by", UUID.class),
                RecommendationQueries.instant(row, "changed_at"));
    }

    /** Takes note of what was worded anew. */
    void follow(Recommendation item, About about) {
        var known = of(item.id());
        for (var field : TextField.values()) {
            var texts = item.texts(field).all();
            var from = item.original(field);
            var original = texts.get(from);
            texts.forEach((language, text) -> {
                var before = known.get(new Place(field, language));
                if (original != null
                        && language != from
                        && (before == null || !before.text().equals(text))) {
                    note(
                            item.id(),
                            new Place(field, language),
                            new Known(text, original, false, about.actor(), about.at()));
                }
            });
        }
    }

    void note(UUID item, Place place, Known known) {
        var changed = jdbc.sql("update recommendation_translation set text = :text, original = :original,"
                        + " machine = :machine, changed_by = :by, changed_at = :at"
                        + " where item_id = :item and field = :field and language = :language")
                .params(row(item, place, known))
                .update();
        if (changed == 0) {
            jdbc.sql("insert into recommendation_translation"
                            + " (item_id, field, language, text, original, machine, changed_by, changed_at)"
                            + " values (:item, :field, :language, :text, :original, :machine, :by, :at)")
                    .params(row(item, place, known))
                    .update();
        }
    }

    private static Map<String, @Nullable Object> row(UUID item, Place place, Known known) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("item", item);
        row.put("field", place.field().name());
        row.put("language", place.language().tag());
        row.put("text", known.text());
        row.put("original", known.original());
        row.put("machine", known.machine());
        row.put("by", known.changedBy());
        row.put("at", Timestamp.from(Objects.requireNonNull(known.changedAt())));
        return row;
    }
}
