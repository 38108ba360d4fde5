package org.rumbo.reporting.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationRow;

/**
 * Recommendations down, countries across. A passage that concerns several countries has an item in each of them; those
 * stand in one line.
 */
record NetworkMatrix(List<Column> columns, List<Line> lines) {

    /** A country with its totals, which stand on top. */
    record Column(String country, long reached, long total) {}

    /** One recommendation; {@code cells} are in the order of the columns. */
    record Line(String code, String title, @Nullable String titleLanguage, List<List<Mark>> cells) {}

    /** An item in a cell. */
    record Mark(String code, String state, @Nullable String closeReason) {}

    static NetworkMatrix of(List<RecommendationRow> rows, List<String> countries, String language) {
        var passages = new LinkedHashMap<String, List<RecommendationRow>>();
        var known = Set.copyOf(countries);
        rows.stream()
                .sorted(Comparator.comparingInt((RecommendationRow row) -> countries.indexOf(row.country()))
                        .thenComparing(RecommendationRow::code))
                .forEach(row -> passages.computeIfAbsent(passage(row.code(), known), code -> new ArrayList<>())
                        .add(row));
        return new NetworkMatrix(
                countries.stream().map(country -> column(country, rows)).toList(),
                passages.entrySet().stream()
                        .map(passage -> line(passage, countries, language))
                        .toList());
    }

    private static Column column(String country, List<RecommendationRow> rows) {
        var own = rows.stream().filter(row -> row.country().equals(country)).toList();
        return new Column(
                country, own.stream().filter(row -> row.state().isReached()).count(), own.size());
    }

    /** The code without the country to which its passage was given besides its own. */
    private static String passage(String code, Set<String> countries) {
        var dot = code.lastIndexOf('.');
        return dot > 0 && countries.contains(code.substring(dot + 1)) ? code.substring(0, dot) : code;
    }

    private static Line line(
            Map.Entry<String, List<RecommendationRow>> passage, List<String> countries, String language) {
        var first = passage.getValue().get(0);
        return new Line(
                passage.getKey(),
                first.titleIn(language),
                first.titles().containsKey(language) ? null : first.language(),
                countries.stream()
                        .map(country -> passage.getValue().stream()
                                .filter(row -> row.country().equals(country))
                                .map(NetworkMatrix::mark)
                                .toList())
                        .toList());
    }

    private static Mark mark(RecommendationRow row) {
        return new Mark(
                row.code(),
                row.state().name(),
                row.closeReason() == null ? null : row.closeReason().name());
    }
}
