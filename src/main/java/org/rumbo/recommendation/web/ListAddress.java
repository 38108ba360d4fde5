package org.rumbo.recommendation.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationFilter;
import org.rumbo.recommendation.State;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InputText;
import org.rumbo.team.CountryCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address of a list: it holds the whole view, so that a link or a bookmark is the saved view. What templates call is
 * public, because expressions reach public methods only.
 */
record ListAddress(Map<String, List<String>> parameters) {
    private static final List<String> FILTERS =
            List.of("country", "state", "theme", "due", "mine", "stale", "addressee", "q");
    private static final List<String> NAMES =
            List.of("country", "state", "theme", "due", "mine", "stale", "addressee", "q", "sort", "after");
    private static final int PAGE = 50;
    private static final int LONGEST = 200;

    /** Keeps what the list knows, in one order, without what was left blank. */
    static ListAddress of(MultiValueMap<String, String> typed) {
        var kept = new LinkedHashMap<String, List<String>>();
        for (var name : NAMES) {
            var values = typed.getOrDefault(name, List.of()).stream()
                    .map(value -> Objects.requireNonNullElse(new InputText().optional(name, value, LONGEST), ""))
                    .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                kept.put(name, values);
            }
        }
        return new ListAddress(kept);
    }

    List<String> all(String name) {
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
        return FILTERS.stream().anyMatch(parameters::containsKey);
    }

    /** Whether one of the filters is set that are folded away. */
    public boolean hasMore() {
        return List.of("stale", "addressee", "q").stream().anyMatch(parameters::containsKey);
    }

    List<String> filters() {
        return FILTERS.stream().filter(parameters::containsKey).toList();
    }

    ListAddress without(String name, String value) {
        var rest = new LinkedHashMap<>(parameters);
        var values = new ArrayList<>(all(name));
        values.remove(value);
        rest.put(name, values);
        rest.remove("after");
        return new ListAddress(rest);
    }

    public ListAddress with(String name, String value) {
        var changed = new LinkedHashMap<>(parameters);
        if (!name.equals("after")) {
            changed.remove("after");
        }
        changed.put(name, List.of(value));
        return new ListAddress(changed);
    }

    public String href() {
        var address = UriComponentsBuilder.fromPath("/recommendations");
        parameters.forEach((name, values) -> values.forEach(value -> address.queryParam(name, "{value}")));
        var values = parameters.values().stream().flatMap(List::stream).toArray();
        return address.encode().buildAndExpand(values).toUriString();
    }

    RecommendationFilter filter() {
        return filter(one("due") != null, PAGE, one("after"));
    }

    /** The same view, late items only: what the count line tells. */
    RecommendationFilter lateOnly() {
        return filter(true, 1, null);
    }

    private RecommendationFilter filter(boolean overdue, int limit, @Nullable String after) {
        return new RecommendationFilter(
                all("country").stream().map(CountryCode::of).toList(),
                all("state").stream().map(ListAddress::state).toList(),
                all("theme"),
                one("addressee"),
                one("q"),
                overdue,
                one("stale") != null,
                one("mine") != null,
                sort(),
                limit,
                after);
    }

    public RecommendationFilter.Sort sort() {
        var sort = one("sort");
        if (sort == null || sort.equals("code")) {
            return RecommendationFilter.Sort.CODE;
        }
        return switch (sort) {
            case "-updated" -> RecommendationFilter.Sort.NEWEST;
            case "due" -> RecommendationFilter.Sort.DUE;
            default -> throw DomainException.malformed("sort");
        };
    }

    private static State state(String name) {
        try {
            return State.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw DomainException.malformed("state");
        }
    }
}
