package org.rumbo.recommendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rumbo.shared.Cursor;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Page;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds recommendations by words in their texts, and shows where the words stand. What the reader may not read does not
 * count: neither is it found, nor does it move what is found to another place.
 */
@Service
@Transactional(readOnly = true)
public class RecommendationSearch {
    private static final int SHOWN = 3;
    /** As many rows are asked for, because of a text in three languages one alone is shown. */
    private static final int FETCHED = 12;

    private static final int SNIPPET = 180;

    private final JdbcClient jdbc;
    private final RecommendationQueries queries;
    private final AccessPolicy policy;

    RecommendationSearch(JdbcClient jdbc, RecommendationQueries queries, AccessPolicy policy) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.policy = policy;
    }

    private record Match(UUID item, boolean full, int rank, RecommendationRow row) {}

    private record Entry(UUID item, SearchKind kind, String id, String language, String text) {}

    /** The item of that code, typed in capitals or not, if the reader may see it. */
    public Optional<RecommendationCode> byCode(String typed, Actor actor) {
        policy.requireSomewhere(actor, Permission.ITEM_READ_RELEASED);
        var where = new RecommendationQueries.Where();
        queries.visibleTo(actor, where);
        where.and("lower(l.code) = :typed", "typed", SearchText.fold(typed));
        var found = jdbc.sql("select l.code from recommendation_listing l where " + where.sql())
                .params(where.params)
                .query(String.class)
                .list();
        return found.size() == 1 ? Optional.of(new RecommendationCode(found.get(0))) : Optional.empty();
    }

    /** What has every word in its code or titles stands first; then the order is that of codes. */
    public Page<SearchHit> find(SearchRequest request, Actor actor) {
        policy.requireSomewhere(actor, Permission.ITEM_READ_RELEASED);
        var words = request.words();
        if (words.isEmpty()) {
            return new Page<>(List.of(), 0L, null);
        }
        var where = where(request, words, actor);
        var total = jdbc.sql("select count(*) from (select 1 as one from recommendation_listing l where " + where.sql()
                        + " fetch first " + (RecommendationQueries.COUNTED_EXACTLY + 1) + " rows only) counted")
                .params(where.params)
                .query(Long.class)
                .single();
        var rank = IntStream.range(0, words.size())
                .mapToObj(number -> "l.search_text like :word" + number + " escape '!'")
                .collect(Collectors.joining(" and ", "case when ", " then 0 else 1 end"));
        after(request, rank, where);
        var matches = jdbc.sql("select l.*, " + rank + " as hit_rank from recommendation_listing l where "
                        + where.sql() + " order by hit_rank, l.code fetch first " + (request.limit() + 1)
                        + " rows only")
                .params(where.params)
                .query(this::match)
                .list();
        var more = matches.size() > request.limit();
        var shown = more ? matches.subList(0, request.limit()) : matches;
        return new Page<>(
                hits(shown, request, words, actor),
                total > RecommendationQueries.COUNTED_EXACTLY ? null : total,
                more ? cursor(shown.get(shown.size() - 1)) : null);
    }

    private RecommendationQueries.Where where(SearchRequest request, List<String> words, Actor actor) {
        var where = new RecommendationQueries.Where();
        queries.visibleTo(actor, where);
        queries.saying(words, request.kinds(), actor, where);
        if (!request.countries().isEmpty()) {
            where.and(
                    "l.country in (:countries)",
                    "countries",
                    request.countries().stream().map(CountryCode::iso2).toList());
        }
        if (!request.states().isEmpty()) {
            where.and(
                    "l.state in (:states)",
                    "states",
                    request.states().stream().map(Enum::name).toList());
        }
        return where;
    }

    private static void after(SearchRequest request, String rank, RecommendationQueries.Where where) {
        if (request.after() == null) {
            return;
        }
        var keys = Cursor.decode(request.after(), 2).keys();
        try {
            where.params.put("afterRank", Integer.valueOf(keys.get(0)));
            where.and(
                    "(" + rank + " > :afterRank or (" + rank + " = :afterRank and l.code > :afterCode))",
                    "afterCode",
                    new RecommendationCode(keys.get(1)).value());
        } catch (NumberFormatException | DomainException notOurs) {
            throw DomainException.malformed("after");
        }
    }

    private static String cursor(Match last) {
        return Cursor.of(String.valueOf(last.rank()), last.row().code()).encoded();
    }

    private Match match(ResultSet row, int number) throws SQLException {
        return new Match(
                row.getObject("item_id", UUID.class),
                row.getString("audience").equals(RecommendationListing.FULL),
                row.getInt("hit_rank"),
                queries.row(row, number));
    }

    private List<SearchHit> hits(List<Match> matches, SearchRequest request, List<String> words, Actor actor) {
        var entries = entries(matches, request, words, actor);
        return matches.stream()
                .map(match -> {
                    var tag = request.language().tag();
                    var row = match.row();
                    var shown = row.titles().containsKey(tag) ? tag : row.language();
                    return new SearchHit(
                            row,
                            Snippet.whole(row.code(), words),
                            Snippet.whole(row.titleIn(tag), words),
                            shown,
                            found(entries.getOrDefault(match.item(), List.of()), shown, words));
                })
                .toList();
    }

    /** Of each text one language, the reader's where the words stand in it; not the title that is shown anyway. */
    private static List<SearchHit.Found> found(List<Entry> entries, String titleLanguage, List<String> words) {
        var texts = new HashSet<String>();
        var found = new ArrayList<SearchHit.Found>();
        for (var entry : entries) {
            var isShown = entry.kind() == SearchKind.CODE
                    || (entry.kind() == SearchKind.TITLE && entry.language().equals(titleLanguage));
            if (texts.add(entry.kind() + entry.id()) && !isShown && found.size() < SHOWN) {
                found.add(new SearchHit.Found(
                        entry.kind(), entry.language(), Snippet.around(entry.text(), words, SNIPPET)));
            }
        }
        return found;
    }

    private Map<UUID, List<Entry>> entries(
            List<Match> matches, SearchRequest request, List<String> words, Actor actor) {
        if (matches.isEmpty()) {
            return Map.of();
        }
        var params = new HashMap<String, Object>();
        var readable = readable(matches, actor, params);
        var says = new ArrayList<String>();
        for (var number = 0; number < words.size(); number++) {
            says.add("e.folded like :word" + number + " escape '!'");
            params.put("word" + number, SearchText.pattern(words.get(number)));
        }
        params.put("kinds", request.kinds().stream().map(Enum::name).toList());
        params.put("language", request.language().tag());
        var score = says.stream()
                .collect(Collectors.joining(" then 1 else 0 end + case when ", "case when ", " then 1 else 0 end"));
        var byItem = new LinkedHashMap<UUID, List<Entry>>();
        jdbc.sql("select item_id, kind, part_id, language, text from (select e.*, row_number() over (partition by"
                        + " e.item_id order by " + score + " desc, e.place, case when e.language = :language then 0"
                        + " else 1 end, e.part_id, e.language) as nth from search_entry e where (" + readable
                        + ") and e.kind in (:kinds) and (" + String.join(" or ", says) + ")) best where nth <= "
                        + FETCHED + " order by item_id, nth")
                .params(params)
                .query((row, number) -> new Entry(
                        row.getObject("item_id", UUID.class),
                        SearchKind.valueOf(row.getString("kind")),
                        row.getString("part_id"),
                        row.getString("language"),
                        row.getString("text")))
                .list()
                .forEach(entry -> byItem.computeIfAbsent(entry.item(), item -> new ArrayList<>())
                        .add(entry));
        return byItem;
    }

    private String readable(List<Match> matches, Actor actor, Map<String, Object> params) {
        var parts = new ArrayList<String>();
        var full = matches.stream().filter(Match::full).map(Match::item).toList();
        var others =
                matches.stream().filter(match -> !match.full()).map(Match::item).toList();
        if (!full.isEmpty()) {
            parts.add("e.item_id in (:full) and e.readers <> 'OUTSIDE'");
            params.put("full", full);
        }
        if (!others.isEmpty()) {
            parts.add("e.item_id in (:others) and e.readers in (:outside)");
            params.put("others", others);
            params.put("outside", queries.outside(actor));
        }
        return String.join(" or ", parts);
    }
}
