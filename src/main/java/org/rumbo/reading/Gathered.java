package org.rumbo.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recommendations of several countries that stand together under one heading: below each country's name, or each beginning with
 * it. Nothing is gathered where fewer than two countries are named so.
 */
final class Gathered {
    private static final Pattern BY_COUNTRY = Pattern.compile(
            ".*\\b(?:by|per|for each|por|para cada|segun|de cada) (?:countr(?:y|ies)|nations?|pais(?:es)?)\\b.*");
    private static final Pattern ADDRESSED = Pattern.compile(
            "^(?:(?:for|to|in|para|em|en|al?|ao)\\s+)?(?:(?:the|el|la|los|las|o|a|os|as)\\s+)?"
                    + "(?:(?:governments?|gobierno|governo|republic|republica|case|caso) (?:of|del?|d[aeo])\\s+)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final List<Line> lines;
    private final Joining joining;
    private final CountryNames countries;
    private final int heading;
    private final int to;
    private final List<Given> given = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private int end;

    /**
     * An item and whose it is.
     *
     * @param country null where nothing tells
     * @param sure whether a name that stands apart tells it
     * @param head index of the line that names the country; the item's own where it does so itself
     * @param end index after which the item cannot go on
     */
    record Given(@Nullable String country, boolean sure, Item item, int head, int end) {}

    private record Head(int index, String country) {}

    private Gathered(List<Line> lines, Joining joining, CountryNames countries, int heading, int to) {
        this.lines = lines;
        this.joining = joining;
        this.countries = countries;
        this.heading = heading;
        this.to = to;
        this.end = to;
    }

    /** Null where the section does not tell countries apart. */
    static @Nullable Gathered in(List<Line> lines, Joining joining, CountryNames countries, int heading, int to) {
        var gathered = new Gathered(lines, joining, countries, heading, to);
        return gathered.byHeads() || gathered.byNames() ? gathered : null;
    }

    List<Given> items() {
        return given;
    }

    List<Warning> warnings() {
        return warnings;
    }

    int end() {
        return end;
    }

    /** Whether the heading itself says that countries follow. */
    static boolean saysSo(String heading) {
        return BY_COUNTRY.matcher(Typography.fold(heading)).matches();
    }

    private boolean byHeads() {
        var heads = new ArrayList<Head>();
        var named = new HashSet<String>();
        for (var i = heading + 1; i + 1 < to; i++) {
            var country = headed(i);
            if (country != null) {
                heads.add(new Head(i, country));
                named.add(country);
            }
        }
        if (named.size() < 2) {
            return false;
        }
        beforeAll(heads.get(0).index());
        for (var i = 0; i < heads.size(); i++) {
            var head = heads.get(i);
            var next = i + 1 < heads.size() ? heads.get(i + 1).index() : to;
            var list = new RecommendationList(lines, joining, head.index() + 1, next).read();
            warnings.addAll(list.warnings());
            list.items().forEach(item -> given.add(new Given(head.country(), true, item, head.index(), next)));
            end = i + 1 < heads.size() ? to : list.end();
        }
        return true;
    }

    /** What is listed before the first country's name is nobody's; a paragraph there only leads in. */
    private void beforeAll(int first) {
        if (first > heading + 1) {
            new RecommendationList(lines, joining, heading + 1, first)
                    .read().items().stream()
                            .filter(item -> item.mark() != null)
                            .forEach(item -> given.add(new Given(null, false, item, item.from(), first)));
        }
    }

    private @Nullable String headed(int index) {
        var line = lines.get(index);
        var begins = index == heading + 1
                || line.isSetApart()
                || Typography.endsSentence(lines.get(index - 1).text());
        if (!begins || line.text().length() > Typography.LONGEST_HEADING) {
            return null;
        }
        var text =
                Mark.readings(line.text()).stream().findFirst().map(Mark::rest).orElse(line.text());
        var name = ADDRESSED.matcher(text).replaceFirst("").replaceFirst("\\s*[.:\\u2013\\u2014-]+$", "");
        return Typography.startsHigh(name) ? countries.alone(name) : null;
    }

    private boolean byNames() {
        var list = new RecommendationList(lines, joining, heading + 1, to).read();
        var named = new HashSet<String>();
        var count = 0;
        var found = new ArrayList<Given>();
        for (var item : list.items()) {
            var opening = countries.opening(item.first());
            if (opening != null) {
                count++;
                named.add(opening.country());
            }
            var country = opening == null ? null : opening.country();
            found.add(new Given(country, opening != null && opening.apart(), item, item.from(), to));
        }
        if (named.size() < 2 || 2 * count < list.items().size()) {
            return false;
        }
        given.addAll(found);
        warnings.addAll(list.warnings());
        end = list.end();
        return true;
    }

    /** The country that a heading for recommendations names; null where it names none, or several. */
    static @Nullable String inHeading(CountryNames countries, String heading) {
        var named = countries.named(heading);
        return named.size() == 1 ? Objects.requireNonNull(named.iterator().next()) : null;
    }
}
