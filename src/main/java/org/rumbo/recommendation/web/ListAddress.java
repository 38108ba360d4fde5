package org.rumbo.recommendation.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.NextStep;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.Position;
import org.rumbo.recommendation.RecommendationFilter;
import org.rumbo.recommendation.State;
import org.rumbo.shared.InputText;
import org.rumbo.team.CountryCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The address of a list: it holds the whole view, so that a link or a bookmark is the saved view. What templates call is
 * public, because expressions reach public methods only.
 *
 * @param unknown what the list does not understand; it is left out, and said so
 */
record ListAddress(Map<String, List<String>> parameters, List<String> unknown) {
    static final String PATH = "/recommendations";
    private static final int PAGE = 50;
    private static final int SHOWN_OF_UNKNOWN = 60;
    private static final Set<String> OF_OTHERS = Set.of("lang");

    /**
     * Keeps what the list knows, in one order, without what was left blank.
     *
     * @param known whether a value of a name means something to this reader, in this network
     */
    static ListAddress of(MultiValueMap<String, String> typed, BiPredicate<String, String> known) {
        BiPredicate<String, String> understood =
                (name, value) -> ListVocabulary.knows(name, value) && known.test(name, value);
        var kept = new LinkedHashMap<String, List<String>>();
        for (var name : ListVocabulary.names()) {
            var values = values(typed, name).stream()
                    .filter(value -> understood.test(name, value))
                    .toList();
            if (!values.isEmpty()) {
                kept.put(name, values);
            }
        }
        var unknown = new ArrayList<String>();
        typed.keySet().stream().filter(name -> !OF_OTHERS.contains(name)).forEach(name -> values(typed, name).stream()
                .filter(value -> !understood.test(name, value))
                .map(value -> name + "=" + value)
                .map(part -> part.substring(0, Math.min(part.length(), SHOWN_OF_UNKNOWN)))
                .forEach(unknown::add));
        return new ListAddress(kept, unknown);
    }

    private static List<String> values(MultiValueMap<String, String> typed, String name) {
        return typed.getOrDefault(name, List.of()).stream()
                .map(value ->
                        Objects.requireNonNullElse(new InputText().optional(name, value, ListVocabulary.LONGEST), ""))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** Reads what was kept of an address: the part after the question mark. */
    static ListAddress ofQuery(String query, BiPredicate<String, String> known) {
        var read = UriComponentsBuilder.fromPath(PATH).query(query).build().getQueryParams();
        var decoded = new org.springframework.util.LinkedMultiValueMap<String, String>();
        read.forEach((name, values) -> values.stream()
                .filter(Objects::nonNull)
                .forEach(value -> decoded.add(name, UriUtils.decode(value, StandardCharsets.UTF_8))));
        return of(decoded, known);
    }

    public List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    public @Nullable String one(String name) {
        return all(name).isEmpty() ? null : all(name).get(0);
    }

    /** The values that a single select cannot show. */
    public List<String> others(String name) {
        return all(name).size() < 2 ? List.of() : all(name).subList(1, all(name).size());
    }

    public boolean isFiltered() {
        return !filters().isEmpty();
    }

    /** Whether one of the filters is set that are folded away. */
    public boolean hasMore() {
        return ListVocabulary.FOLDED.stream().anyMatch(parameters::containsKey);
    }

    List<String> filters() {
        return ListVocabulary.FILTERS.stream().filter(parameters::containsKey).toList();
    }

    /** These parts of it alone. */
    ListAddress only(List<String> names) {
        var rest = new LinkedHashMap<>(parameters);
        rest.keySet().retainAll(names);
        return new ListAddress(rest, List.of());
    }

    ListAddress without(String name, String value) {
        var values = new ArrayList<>(all(name));
        values.remove(value);
        return changed(name, values);
    }

    public ListAddress without(String name) {
        return changed(name, List.of());
    }

    public ListAddress with(String name, String value) {
        return changed(name, List.of(value));
    }

    private ListAddress changed(String name, List<String> values) {
        var inOrder = new LinkedHashMap<String, List<String>>();
        for (var known : ListVocabulary.names()) {
            var now = known.equals(name) ? values : all(known);
            // Another view has other pages.
            if (!now.isEmpty() && (!known.equals("after") || name.equals("after"))) {
                inOrder.put(known, now);
            }
        }
        return new ListAddress(inOrder, List.of());
    }

    public String href() {
        var query = query();
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    /** Where this view is given a name. */
    public String keepHref() {
        return PATH + "/views/new?" + without("after").query();
    }

    /** The part after the question mark, as it can be kept. */
    public String query() {
        var address = UriComponentsBuilder.fromPath("");
        parameters.forEach((name, values) -> values.forEach(value -> address.queryParam(name, "{value}")));
        var values = parameters.values().stream().flatMap(List::stream).toArray();
        var query = address.encode().buildAndExpand(values).getQuery();
        return query == null ? "" : query;
    }

    public ListLayout layout() {
        return ListLayout.of(one("as"));
    }

    RecommendationFilter filter() {
        return filter(PAGE);
    }

    RecommendationFilter filter(int limit) {
        return new RecommendationFilter(
                values("country", CountryCode::of),
                values("state", State::valueOf),
                all("theme"),
                one("addressee"),
                one("q"),
                "overdue".equals(one("due")),
                one("stale") != null,
                one("mine") != null,
                finer(),
                sort(),
                limit,
                one("after"));
    }

    private RecommendationFilter.Finer finer() {
        var owner = one("owner");
        return new RecommendationFilter.Finer(
                values("position", Position::valueOf),
                values("level", Level::valueOf),
                values("step", NextStep::valueOf),
                values("origin", Origin::valueOf),
                one("priority") != null,
                owner == null ? null : UUID.fromString(owner),
                due(),
                one("verified") != null);
    }

    private RecommendationFilter.@Nullable Due due() {
        return switch (Objects.requireNonNullElse(one("due"), "")) {
            case "week" -> RecommendationFilter.Due.WEEK;
            case "month" -> RecommendationFilter.Due.MONTH;
            case "undated" -> RecommendationFilter.Due.UNDATED;
            default -> null;
        };
    }

    private <T> List<T> values(String name, Function<String, T> read) {
        return all(name).stream().map(read).toList();
    }

    /** What comes next stands first where nothing else is asked for; a table of all stands in the order of codes. */
    public RecommendationFilter.Sort sort() {
        var sort = ListVocabulary.SORTS.get(Objects.requireNonNullElse(one("sort"), ""));
        if (sort != null) {
            return sort;
        }
        return layout() == ListLayout.TABLE ? RecommendationFilter.Sort.CODE : RecommendationFilter.Sort.DUE;
    }
}
