package org.rumbo.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what the search looks at, in the transaction that changes it. A recommendation's texts are gathered anew whenever
 * something happens to it, and only what differs is written: nothing can be forgotten, whoever changed it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SearchIndex {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Recommendations recommendations;
    private final Markers markers;
    private final EvidenceFolder evidence;
    private final SearchParts parts;
    private final List<SearchSource> sources;
    private final JsonMapper json;

    SearchIndex(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Recommendations recommendations,
            Markers markers,
            EvidenceFolder evidence,
            SearchParts parts,
            List<SearchSource> sources,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.recommendations = recommendations;
        this.markers = markers;
        this.evidence = evidence;
        this.parts = parts;
        this.sources = sources;
        this.json = json;
    }

    private record Key(SearchKind kind, String id, String language, SearchReaders readers) {
        static Key of(SearchPart part) {
            return new Key(part.kind(), part.id(), part.language(), part.readers());
        }
    }

    /** Another module told a fact, such as a note; the recommendation's own come by {@link #refresh}. */
    @EventListener
    public void on(RecommendationFact fact) {
        if (!(fact instanceof RecommendationEvent)) {
            recommendations.findByCode(fact.about().code()).ifPresent(this::refresh);
        }
    }

    void refresh(Recommendation item) {
        var wanted = new HashMap<Key, String>();
        gather(item).forEach(part -> wanted.put(Key.of(part), part.text()));
        var there = there(item.id());
        var outdated = new ArrayList<Object[]>();
        there.forEach((key, text) -> {
            if (!text.equals(wanted.get(key))) {
                outdated.add(key(item.id(), key));
            }
        });
        var fresh = new ArrayList<Object[]>();
        wanted.forEach((key, text) -> {
            if (!text.equals(there.get(key))) {
                fresh.add(row(item.id(), key, text));
            }
        });
        write(outdated, fresh);
    }

    private void write(List<Object[]> outdated, List<Object[]> fresh) {
        if (!outdated.isEmpty()) {
            batches.batchUpdate(
                    "delete from search_entry where item_id = ? and kind = ? and part_id = ? and language = ?"
                            + " and readers = ?",
                    outdated);
        }
        if (!fresh.isEmpty()) {
            batches.batchUpdate(
                    "insert into search_entry (item_id, kind, part_id, language, readers, place, text, folded)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    fresh);
        }
    }

    private List<SearchPart> gather(Recommendation item) {
        var all = new ArrayList<>(parts.of(
                RecommendationListing.facts(item, markers.findByRecommendationIdOrderByPosition(item.id())),
                confirmed(item.id())));
        all.addAll(parts.of(evidence.findByRecommendationIdOrderByAddedAt(item.id())));
        sources.forEach(source -> all.addAll(source.about(item.id())));
        return all;
    }

    private RecommendationView.@Nullable Facts confirmed(UUID item) {
        return jdbc.sql("select snapshot from recommendation_listing where item_id = ? and audience = ?")
                .params(item, RecommendationListing.RELEASED)
                .query((row, number) -> json.readValue(row.getString("snapshot"), RecommendationView.Facts.class))
                .optional()
                .orElse(null);
    }

    private Map<Key, String> there(UUID item) {
        var there = new HashMap<Key, String>();
        jdbc.sql("select kind, part_id, language, readers, text from search_entry where item_id = ?")
                .param(item)
                .query(row -> {
                    there.put(
                            new Key(
                                    SearchKind.valueOf(row.getString("kind")),
                                    row.getString("part_id"),
                                    row.getString("language"),
                                    SearchReaders.valueOf(row.getString("readers"))),
                            row.getString("text"));
                });
        return there;
    }

    private static Object[] key(UUID item, Key key) {
        return new Object[] {
            item, key.kind().name(), key.id(), key.language(), key.readers().name()
        };
    }

    private static Object[] row(UUID item, Key key, String text) {
        return new Object[] {
            item,
            key.kind().name(),
            key.id(),
            key.language(),
            key.readers().name(),
            key.kind().ordinal(),
            text,
            SearchText.fold(text)
        };
    }
}
