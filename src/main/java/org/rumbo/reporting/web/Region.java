package org.rumbo.reporting.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.ItemLink;
import org.rumbo.recommendation.LinkType;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.recommendation.State;

/**
 * What the countries have in common and where their recommendations pull apart.
 *
 * @param themes the themes that recommendations are about, the most widely shared first
 * @param convergences links by which an item of one country furthers one of another
 * @param tensions links between items that get in each other's way
 * @param linked the items that have such links, each with the countries to which they lead
 */
record Region(List<ThemeLine> themes, List<Pair> convergences, List<Pair> tensions, List<Linked> linked) {

    /** A theme and what each country has on it; {@code cells} are in the order of the countries. */
    record ThemeLine(String theme, List<Cell> cells, long countries, long items) {}

    record Cell(String country, List<Count> counts, long total) {}

    record Count(String state, long items) {}

    /** The first item supports, depends on or conflicts with the second; {@code themes} are those of both. */
    record Pair(LinkType type, Side from, Side to, List<String> themes) {}

    record Side(
            String code,
            String country,
            String title,
            @Nullable String titleLanguage,
            String state,
            @Nullable String closeReason) {}

    /** An item with its links; {@code cells} are in the order of the countries. */
    record Linked(Side item, List<Ties> cells) {}

    /**
     * An item's links to one country.
     *
     * @param own whether it is the item's own country
     */
    record Ties(String country, boolean own, long convergences, long tensions) {}

    static Region of(List<RecommendationRow> rows, List<ItemLink> links, List<String> countries, String language) {
        var byCode = new HashMap<String, RecommendationRow>();
        rows.forEach(row -> byCode.put(row.code(), row));
        var pairs = links.stream().map(link -> pair(link, byCode, language)).toList();
        var convergences = pairs.stream()
                .filter(pair -> pair.type() != LinkType.CONFLICTS_WITH && crosses(pair))
                .toList();
        var tensions = pairs.stream()
                .filter(pair -> pair.type() == LinkType.CONFLICTS_WITH)
                .toList();
        return new Region(themes(rows, countries), convergences, tensions, linked(convergences, tensions, countries));
    }

    /** How many themes two or more countries have in common. */
    public long shared() {
        return themes.stream().filter(line -> line.countries() > 1).count();
    }

    private static List<Linked> linked(List<Pair> convergences, List<Pair> tensions, List<String> countries) {
        var items = new TreeMap<String, Side>();
        Stream.concat(convergences.stream(), tensions.stream())
                .flatMap(pair -> Stream.of(pair.from(), pair.to()))
                .forEach(side -> items.put(side.code(), side));
        return items.values().stream()
                .sorted(Comparator.comparingInt((Side side) -> countries.indexOf(side.country()))
                        .thenComparing(Side::code))
                .map(side -> new Linked(
                        side,
                        countries.stream()
                                .map(country -> new Ties(
                                        country,
                                        country.equals(side.country()),
                                        leading(side, country, convergences),
                                        leading(side, country, tensions)))
                                .toList()))
                .toList();
    }

    private static long leading(Side item, String country, List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> pair.from().code().equals(item.code())
                                && pair.to().country().equals(country)
                        || pair.to().code().equals(item.code())
                                && pair.from().country().equals(country))
                .count();
    }

    private static boolean crosses(Pair pair) {
        return !pair.from().country().equals(pair.to().country());
    }

    private static List<ThemeLine> themes(List<RecommendationRow> rows, List<String> countries) {
        var byTheme = new TreeMap<String, List<RecommendationRow>>();
        rows.forEach(row -> row.themes().forEach(theme -> byTheme.computeIfAbsent(theme, key -> new ArrayList<>())
                .add(row)));
        return byTheme.entrySet().stream()
                .map(theme -> line(theme, countries))
                .sorted(Comparator.comparing(ThemeLine::countries)
                        .thenComparing(ThemeLine::items)
                        .reversed()
                        .thenComparing(ThemeLine::theme))
                .toList();
    }

    private static ThemeLine line(Map.Entry<String, List<RecommendationRow>> theme, List<String> countries) {
        var cells = countries.stream()
                .map(country -> cell(
                        country,
                        theme.getValue().stream()
                                .filter(row -> row.country().equals(country))
                                .toList()))
                .toList();
        return new ThemeLine(
                theme.getKey(),
                cells,
                cells.stream().filter(cell -> cell.total() > 0).count(),
                theme.getValue().size());
    }

    private static Cell cell(String country, List<RecommendationRow> rows) {
        var counts = new ArrayList<Count>();
        for (var state : State.values()) {
            var items = rows.stream().filter(row -> row.state() == state).count();
            if (items > 0) {
                counts.add(new Count(state.name(), items));
            }
        }
        return new Cell(country, counts, rows.size());
    }

    private static Pair pair(ItemLink link, Map<String, RecommendationRow> byCode, String language) {
        var from = Objects.requireNonNull(byCode.get(link.from()));
        var to = Objects.requireNonNull(byCode.get(link.to()));
        return new Pair(
                link.type(),
                side(from, language),
                side(to, language),
                from.themes().stream()
                        .filter(theme -> to.themes().contains(theme))
                        .toList());
    }

    private static Side side(RecommendationRow row, String language) {
        return new Side(
                row.code(),
                row.country(),
                row.titleIn(language),
                row.titles().containsKey(language) ? null : row.language(),
                row.state().name(),
                row.closeReason() == null ? null : row.closeReason().name());
    }
}
