package org.rumbo.recommendation.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.NextStep;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.Position;
import org.rumbo.recommendation.RecommendationFilter.Sort;
import org.rumbo.recommendation.State;

/** What the address of a list may say: the names that it knows, in one order, and the values of each. */
final class ListVocabulary {
    static final int LONGEST = 200;
    /** What narrows the list; the rest says how it is shown. */
    static final List<String> FILTERS = List.of(
            "country",
            "state",
            "theme",
            "due",
            "mine",
            "addressee",
            "q",
            "step",
            "position",
            "level",
            "origin",
            "owner",
            "priority",
            "stale",
            "verified");

    static final List<String> FOLDED = FILTERS.subList(FILTERS.indexOf("addressee"), FILTERS.size());
    static final List<String> COLUMNS =
            List.of("country", "state", "next", "owner", "news", "addressee", "themes", "level", "position", "markers");
    static final List<String> FIRST_COLUMNS = COLUMNS.subList(0, 5);
    static final Map<String, Sort> SORTS = sorts();
    static final List<String> DUES = List.of("overdue", "week", "month", "undated");

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern MONTH = Pattern.compile("20\\d\\d-(0[1-9]|1[0-2])");

    private static final Map<String, Predicate<String>> VALUES = values();

    private ListVocabulary() {}

    static Iterable<String> names() {
        return VALUES.keySet();
    }

    static boolean knows(String name, String value) {
        var values = VALUES.get(name);
        return values != null && values.test(value);
    }

    private static Map<String, Predicate<String>> values() {
        Predicate<String> anything = value -> value.length() <= LONGEST;
        var known = Map.<String, Predicate<String>>ofEntries(
                Map.entry("country", COUNTRY.asMatchPredicate()),
                Map.entry("state", among(State.values())),
                Map.entry("theme", SLUG.asMatchPredicate()),
                Map.entry("due", DUES::contains),
                Map.entry("addressee", anything),
                Map.entry("q", anything),
                Map.entry("step", among(NextStep.values())),
                Map.entry("position", among(Position.values())),
                Map.entry("level", among(Level.values())),
                Map.entry("origin", among(Origin.values())),
                Map.entry("verified", "no"::equals),
                Map.entry("owner", ListVocabulary::isId));
        var inOrder = new LinkedHashMap<String, Predicate<String>>();
        FILTERS.forEach(name -> inOrder.put(name, known.getOrDefault(name, "true"::equals)));
        inOrder.put("sort", SORTS::containsKey);
        inOrder.put("as", name -> Arrays.stream(ListLayout.values())
                .anyMatch(layout -> layout.key().equals(name)));
        inOrder.put("col", COLUMNS::contains);
        inOrder.put("from", MONTH.asMatchPredicate());
        inOrder.put("after", value -> value.length() <= LONGEST);
        return inOrder;
    }

    private static Predicate<String> among(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(Collectors.toUnmodifiableSet())::contains;
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static Map<String, Sort> sorts() {
        var sorts = new LinkedHashMap<String, Sort>();
        sorts.put("code", Sort.CODE);
        sorts.put("-code", Sort.CODE_BACK);
        sorts.put("due", Sort.DUE);
        sorts.put("-due", Sort.DUE_BACK);
        sorts.put("-news", Sort.LATEST_NEWS);
        sorts.put("news", Sort.OLDEST_NEWS);
        sorts.put("-updated", Sort.NEWEST);
        return java.util.Collections.unmodifiableMap(sorts);
    }
}
