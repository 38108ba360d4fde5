package org.rumbo.reporting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.recommendation.State;

/**
 * Recommendations down, countries across. A passage that concerns several countries has an item in each of them; those
 * stand in one line.
 */
record NetworkMatrix(List<Column> columns, List<Line> lines) {

    /**
     * What is drawn of an item.
     *
     * @param titleLanguage the title's own language where it is not the reader's; else null
     * @param unverifiedSince since when nobody confirmed its state; null where that is recent
     */
    record Item(
            String code,
            String country,
            String title,
            @Nullable String titleLanguage,
            State state,
            @Nullable String closeReason,
            @Nullable LocalDate unverifiedSince) {
        static Item of(RecommendationRow row, String language) {
            return new Item(
                    row.code(),
                    row.country(),
                    row.titleIn(language),
                    row.titles().containsKey(language) ? null : row.language(),
                    row.state(),
                    row.closeReason() == null ? null : row.closeReason().name(),
                    row.unverifiedSince());
        }
    }

    /** A country with its totals, which stand on top. */
    record Column(String country, long reached, long total) {}

    /** One recommendation; {@code cells} are in the order of the columns. */
    record Line(String code, String title, @Nullable String titleLanguage, List<List<Mark>> cells) {}

    /** An item in a cell. */
    record Mark(
            String code,
            String state,
            @Nullable String closeReason,
            @Nullable LocalDate unverifiedSince) {}

    static NetworkMatrix of(List<Item> items, List<String> countries) {
        var passages = new LinkedHashMap<String, List<Item>>();
        var known = Set.copyOf(countries);
        items.stream()
                .sorted(Comparator.comparingInt((Item item) -> countries.indexOf(item.country()))
                        .thenComparing(Item::code))
                .forEach(item -> passages.computeIfAbsent(passage(item.code(), known), code -> new ArrayList<>())
                        .add(item));
        return new NetworkMatrix(
                countries.stream().map(country -> column(country, items)).toList(),
                passages.entrySet().stream()
                        .map(passage -> line(passage.getKey(), passage.getValue(), countries))
                        .toList());
    }

    private static Column column(String country, List<Item> items) {
        var own = items.stream().filter(item -> item.country().equals(country)).toList();
        return new Column(
                country, own.stream().filter(item -> item.state().isReached()).count(), own.size());
    }

    /** The code without the country to which its passage was given besides its own. */
    private static String passage(String code, Set<String> countries) {
        var dot = code.lastIndexOf('.');
        return dot > 0 && countries.contains(code.substring(dot + 1)) ? code.substring(0, dot) : code;
    }

    private static Line line(String code, List<Item> items, List<String> countries) {
        var first = items.get(0);
        return new Line(
                code,
                first.title(),
                first.titleLanguage(),
                countries.stream()
                        .map(country -> items.stream()
                                .filter(item -> item.country().equals(country))
                                .map(item -> new Mark(
                                        item.code(), item.state().name(), item.closeReason(), item.unverifiedSince()))
                                .toList())
                        .toList());
    }
}
