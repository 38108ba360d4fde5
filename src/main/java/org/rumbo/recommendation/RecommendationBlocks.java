package org.rumbo.recommendation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.People;
import org.rumbo.team.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads recommendations many at a time, each as completely as its reader may see it: for files that hold all of them. A block
 * takes the same few statements however many it holds.
 */
@Service
@Transactional(readOnly = true)
public class RecommendationBlocks {
    private final RecommendationQueries queries;
    private final Recommendations recommendations;
    private final Markers markers;
    private final EvidenceFolder evidence;
    private final People people;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    RecommendationBlocks(
            RecommendationQueries queries,
            Recommendations recommendations,
            Markers markers,
            EvidenceFolder evidence,
            People people,
            JdbcClient jdbc,
            JsonMapper json) {
        this.queries = queries;
        this.recommendations = recommendations;
        this.markers = markers;
        this.evidence = evidence;
        this.people = people;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One of them.
     *
     * @param owner login of who looks after it; told to readers of the full item alone
     * @param tag the version; likewise
     * @param frozen whether a claim under review keeps everybody from changing it
     */
    public record Told(
            Seen seen,
            RecommendationView.Facts facts,
            @Nullable String owner,
            @Nullable String tag,
            boolean frozen) {
        public boolean full() {
            return tag != null;
        }
    }

    /**
     * @param next where the next block begins; null at the end
     */
    public record Block(List<Told> items, @Nullable String next) {}

    /** The next items that fit the filter, in its order. */
    public Block next(RecommendationFilter filter, Actor actor) {
        var page = queries.block(filter, actor);
        return new Block(List.copyOf(told(page.items()).values()), page.next());
    }

    /** Some of them by code; what the reader may not see is missing, like what does not exist. */
    public Map<String, Told> byCode(Collection<String> codes, Actor actor) {
        return told(queries.byCode(codes, actor).values());
    }

    /** Whether another proposal of the same team, which is not closed, has the same words. */
    public boolean isProposedTwice(RecommendationCode code) {
        return jdbc.sql("select count(*) from recommendation a join recommendation b on b.country = a.country"
                                + " and b.origin = a.origin and b.code <> a.code and b.state <> 'CLOSED'"
                                + " and b.title_en is not distinct from a.title_en"
                                + " and b.title_es is not distinct from a.title_es"
                                + " and b.title_pt is not distinct from a.title_pt"
                                + " and b.summary_en is not distinct from a.summary_en"
                                + " and b.summary_es is not distinct from a.summary_es"
                                + " and b.summary_pt is not distinct from a.summary_pt where a.code = ?")
                        .param(code.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The documents of some of them that the reader may see, oldest first, by the item's id. */
    public Map<UUID, List<EvidenceView>> documentsOf(Collection<Seen> items, Actor actor) {
        var byId = items.stream().collect(Collectors.toMap(Seen::id, Seen::reading));
        if (byId.isEmpty()) {
            return Map.of();
        }
        var shown = evidence.findByRecommendationIdInOrderByAddedAt(byId.keySet()).stream()
                .filter(document -> isShown(document, byId.getOrDefault(document.recommendationId(), Reading.NOTHING)))
                .toList();
        var known = people.byId(shown.stream().map(Evidence::addedBy).distinct().toList());
        return shown.stream()
                .collect(Collectors.groupingBy(
                        Evidence::recommendationId,
                        Collectors.mapping(
                                document -> byId.get(document.recommendationId()) == Reading.FULL
                                        ? RecommendationReader.view(document, actor, login(known, document.addedBy()))
                                        : RecommendationReader.view(document, null, null),
                                Collectors.toList())));
    }

    private static boolean isShown(Evidence document, Reading reading) {
        return reading != Reading.NOTHING && document.visibility().compareTo(reading.from()) >= 0;
    }

    private static @Nullable String login(Map<UUID, Person> known, UUID id) {
        var person = known.get(id);
        return person == null ? null : person.login();
    }

    private Map<String, Told> told(Collection<RecommendationRow> rows) {
        var full = full(rows.stream()
                .filter(RecommendationRow::full)
                .map(row -> new RecommendationCode(row.code()))
                .toList());
        var released = released(rows.stream()
                .filter(row -> !row.full())
                .map(RecommendationRow::code)
                .toList());
        var told = new LinkedHashMap<String, Told>();
        for (var row : rows) {
            var found = row.full() ? full.get(row.code()) : released.get(row.code());
            if (found != null) {
                told.put(row.code(), found);
            }
        }
        return told;
    }

    private Map<String, Told> full(List<RecommendationCode> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        var items = recommendations.findByCodeIn(codes);
        var marked =
                markers
                        .findByRecommendationIdInOrderByPosition(
                                items.stream().map(Recommendation::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(Marker::recommendationId));
        var owners = people.byId(items.stream()
                .map(Recommendation::ownerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var told = new HashMap<String, Told>();
        for (var item : items) {
            told.put(item.code().value(), full(item, marked.getOrDefault(item.id(), List.of()), owners));
        }
        return told;
    }

    private static Told full(Recommendation item, List<Marker> markers, Map<UUID, Person> owners) {
        var owner = item.ownerId() == null ? null : owners.get(item.ownerId());
        return new Told(
                new Seen(item.id(), item.code(), item.country(), item.state(), item.origin(), false, Reading.FULL),
                RecommendationListing.facts(item, markers),
                owner == null ? null : owner.login(),
                Expected.tagOf(item.version()),
                item.claimStatus() == ClaimStatus.UNDER_REVIEW);
    }

    private Map<String, Told> released(List<String> codes) {
        var told = new HashMap<String, Told>();
        if (!codes.isEmpty()) {
            jdbc.sql(
                            "select item_id, snapshot from recommendation_listing where audience = 'RELEASED' and code in (:codes)")
                    .param("codes", codes)
                    .query(row -> {
                        var facts = json.readValue(row.getString("snapshot"), RecommendationView.Facts.class);
                        var seen = new Seen(
                                row.getObject("item_id", UUID.class),
                                new RecommendationCode(facts.code()),
                                new CountryCode(facts.country()),
                                facts.state(),
                                facts.origin(),
                                false,
                                Reading.RELEASED);
                        told.put(facts.code(), new Told(seen, facts, null, null, false));
                    });
        }
        return told;
    }
}
