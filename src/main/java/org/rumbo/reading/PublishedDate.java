package org.rumbo.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.reading.Imprint.Told;

/** When a paper was published, where a line says nothing else: month and year in three languages, or the year alone. */
final class PublishedDate {
    private static final List<List<String>> MONTHS = List.of(
            List.of("january", "enero", "janeiro"),
            List.of("february", "febrero", "fevereiro"),
            List.of("march", "marzo", "marco"),
            List.of("april", "abril"),
            List.of("may", "mayo", "maio"),
            List.of("june", "junio", "junho"),
            List.of("july", "julio", "julho"),
            List.of("august", "agosto"),
            List.of("september", "septiembre", "setiembre", "setembro"),
            List.of("october", "octubre", "outubro"),
            List.of("november", "noviembre", "novembro"),
            List.of("december", "diciembre", "dezembro"));
    private static final String YEAR = "((?:19|20)\\d\\d)";
    private static final String LABEL =
            "(?:(published|publication date|date|fecha(?: de publicacion)?|publicado(?: en| em)?|data(?: de publicacao)?)\\s*:?\\s+)?";
    /** A place, or the number of a series. */
    private static final String BEFORE = "(?:[^.;:]{2,60}?\\s*[,|\\u00b7\\u2013\\u2014-]\\s*)?";

    private static final Pattern MONTH =
            Pattern.compile(LABEL + BEFORE + "(?:\\d{1,2}(?:st|nd|rd|th|[ºo°])?\\s+(?:de\\s+|of\\s+)?)?("
                    + MONTHS.stream().flatMap(List::stream).collect(Collectors.joining("|"))
                    + ")(?:\\s+\\d{1,2}(?:st|nd|rd|th)?)?[\\s,]*(?:del?\\s+|of\\s+)?" + YEAR + "\\.?");
    private static final Pattern NUMBERS =
            Pattern.compile(LABEL + "(?:" + YEAR + "-(0[1-9]|1[0-2])(?:-\\d\\d)?|(0?[1-9]|1[0-2])/" + YEAR + ")\\.?");
    private static final Pattern ONLY_YEAR =
            Pattern.compile(LABEL + BEFORE + "(?:(?:copyright\\s+)?(?:\\u00a9|\\(c\\))\\s*)?\\(?" + YEAR + "\\)?\\.?");
    private static final Pattern RIGHTS =
            Pattern.compile("(?:copyright\\s+)?(?:\\u00a9|\\(c\\))\\s*" + YEAR + "\\b.{0,100}");
    private static final int LONGEST = 100;

    private PublishedDate() {}

    private record Found(String value, boolean said, int line) {}

    /** @param front where the date may stand without a label, by lines */
    static @Nullable Told in(Map<Integer, String> front, Map<Integer, String> everywhere) {
        var months = new ArrayList<Found>();
        var years = new ArrayList<Found>();
        for (var place : everywhere.entrySet()) {
            var text = Typography.fold(place.getValue());
            var found = text.length() > LONGEST ? null : read(text, place.getKey());
            if (found != null && (found.said() || front.containsKey(place.getKey()))) {
                (found.value().length() > 4 ? months : years).add(found);
            }
        }
        var told = months.isEmpty() ? years : months;
        if (told.isEmpty()) {
            return null;
        }
        var first = told.stream().filter(Found::said).findFirst().orElse(told.get(0));
        var agree = told.stream().map(Found::value).distinct().count() == 1;
        var sure = first.said() || agree && first.value().length() > 4;
        return new Told(first.value(), sure ? Confidence.HIGH : Confidence.MEDIUM, first.line());
    }

    static boolean isDate(String text) {
        return text.length() <= LONGEST && read(Typography.fold(text), 0) != null;
    }

    private static @Nullable Found read(String text, int line) {
        var month = MONTH.matcher(text);
        if (month.matches()) {
            return new Found(value(month.group(3), number(month.group(2))), month.group(1) != null, line);
        }
        var numbers = NUMBERS.matcher(text);
        if (numbers.matches() && numbers.group(1) != null) {
            return ofNumbers(numbers, line);
        }
        var year = ONLY_YEAR.matcher(text);
        if (year.matches()) {
            return new Found(year.group(2), year.group(1) != null, line);
        }
        var rights = RIGHTS.matcher(text);
        return rights.matches() ? new Found(rights.group(1), false, line) : null;
    }

    private static Found ofNumbers(Matcher numbers, int line) {
        var year = numbers.group(2) == null ? numbers.group(5) : numbers.group(2);
        var month = numbers.group(3) == null ? numbers.group(4) : numbers.group(3);
        return new Found(value(year, Integer.parseInt(month)), true, line);
    }

    private static String value(String year, int month) {
        return "%s-%02d".formatted(year, month);
    }

    private static int number(String name) {
        for (var i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).contains(name)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
