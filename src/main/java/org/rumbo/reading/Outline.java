package org.rumbo.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds where chapters begin. A chapter begins with a title and its authors beneath, or says that it is one ({@code Chapter 3:
 * Chile}, {@code Country: XA}); only where a paper has neither are numbered headings and lines that name a country taken. A heading
 * inside a chapter has no authors and so begins none.
 */
final class Outline {
    private static final Pattern CHAPTER = Pattern.compile(
            "^(?:chapter|cap[ií]tulo)\\s+(?:\\d{1,2}|[IVX]{1,5})\\b\\s*[.:\\u2013\\u2014-]?\\s*(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST_TITLE = 4;
    private static final int MOST_AUTHOR_LINES = 12;
    private static final int NEAR = 6;

    private final List<Line> lines;
    private final List<Headings.Kind> kinds;
    private final CountryNames countries;
    private final Authors authors;
    private final Joining joining;
    private final TreeMap<Integer, Start> starts = new TreeMap<>();
    private final @Nullable Boolean[] authorLines;
    private @Nullable String title;

    Outline(List<Line> lines, List<Headings.Kind> kinds, CountryNames countries, Authors authors, Joining joining) {
        this.lines = lines;
        this.kinds = kinds;
        this.countries = countries;
        this.authors = authors;
        this.joining = joining;
        this.authorLines = new @Nullable Boolean[lines.size()];
    }

    List<Start> find() {
        for (var i = 0; i < lines.size(); i++) {
            var start = explicit(i);
            if (start == null && i > 0) {
                start = titled(i);
            }
            if (start != null) {
                starts.put(start.from(), start);
                i = Math.max(i, start.body() - 1);
            }
        }
        if (starts.isEmpty()) {
            addNamed();
            dropGathered();
        }
        dropContents();
        takePaperTitle();
        addUntold();
        if (starts.isEmpty() && kinds.contains(Headings.Kind.RECOMMENDATIONS)) {
            addWhole();
        }
        return List.copyOf(starts.values());
    }

    /** The paper's own title; null where it prints none. */
    @Nullable
    String title() {
        return title;
    }

    private @Nullable Start explicit(int index) {
        var line = lines.get(index);
        if (line.text().length() > Typography.LONGEST_HEADING || !begins(index) || Headings.isOfContents(line.text())) {
            return null;
        }
        var chapter = CHAPTER.matcher(line.text());
        if (chapter.matches()) {
            var rest = chapter.group(1).strip();
            var fits = rest.isEmpty() || Typography.startsHigh(rest) && ".,;".indexOf(Typography.lastMark(rest)) < 0;
            return fits ? withTitleBelow(index, rest) : null;
        }
        var near = starts.isEmpty() ? -NEAR : starts.lastEntry().getValue().body();
        return countries.stated(line.text()) != null && index - near >= NEAR ? withTitleBelow(index, "") : null;
    }

    private Start withTitleBelow(int index, String rest) {
        var end = index + 1;
        while (end < lines.size()
                && end - index <= LONGEST_TITLE
                && isTitleLine(end)
                && (end == index + 1 && rest.isEmpty() || !lines.get(end).isSetApart())) {
            end++;
        }
        var below = lines.subList(index + 1, end);
        var ownTitle = !below.isEmpty()
                && (end == lines.size()
                        || endsTitle(end)
                        || rest.isEmpty()
                                && Typography.startsHigh(lines.get(end).text()));
        if (!ownTitle) {
            end = index + 1;
        }
        var text = !ownTitle ? rest : rest.isEmpty() ? joining.join(below) : joining.join(lines.subList(index, end));
        if (ownTitle && !rest.isEmpty()) {
            var chapter = CHAPTER.matcher(text);
            text = chapter.matches() ? chapter.group(1) : text;
        }
        var named = lines.get(index).text();
        return start(index, end, text.isEmpty() ? named : text, countries.stated(named));
    }

    private boolean endsTitle(int index) {
        return lines.get(index).isSetApart()
                || isAuthorLine(index)
                || countries.stated(lines.get(index).text()) != null;
    }

    private boolean isTitleLine(int index) {
        var text = lines.get(index).text();
        return text.length() <= Typography.LONGEST_HEADING
                && kinds.get(index) == Headings.Kind.NONE
                && !Typography.endsSentence(text)
                && !isAuthorLine(index)
                && countries.stated(text) == null
                && !Headings.isOfContents(text)
                && Mark.readings(text).isEmpty();
    }

    private @Nullable Start titled(int index) {
        if (!isAuthorLine(index) || index > 1 && isAuthorLine(index - 1) && isAuthorLine(index - 2)) {
            return null;
        }
        var from = titleAbove(index - 1);
        if (from < 0) {
            return null;
        }
        var text = joining.join(lines.subList(from, index));
        var numbered = Mark.readings(text).stream()
                .filter(mark -> mark.style() == Mark.Style.NUMBER || mark.style() == Mark.Style.CAPITAL_ROMAN)
                .findFirst();
        text = numbered.map(Mark::rest).orElse(text);
        if (Typography.words(text) > 45
                || !Typography.startsHigh(text)
                || ".,;:".indexOf(Typography.lastMark(text)) >= 0) {
            return null;
        }
        var above = from - 1;
        var alone = above >= 0 && lines.get(from).isSetApart()
                ? countries.alone(lines.get(above).text())
                : null;
        if (alone == null && countries.in(text).isEmpty() && !(lines.get(from).isSetApart() || from == 0)) {
            return null;
        }
        return start(alone == null ? from : above, index, text, alone);
    }

    /** Where the title begins whose last line this is; below zero where the lines are no title. */
    private int titleAbove(int last) {
        var first = last;
        while (first > 0
                && !lines.get(first).isSetApart()
                && last - first <= LONGEST_TITLE
                && kinds.get(first - 1) == Headings.Kind.NONE) {
            first--;
        }
        if (kinds.get(last) != Headings.Kind.NONE || lines.get(last).text().length() > Typography.LONGEST_HEADING) {
            return -1;
        }
        var runsOn = last - first + 1 > LONGEST_TITLE || !mayOpenTitle(first);
        if (!runsOn) {
            return first;
        }
        for (var i = last; i > Math.max(first, last - LONGEST_TITLE); i--) {
            if (Typography.endsSentence(lines.get(i - 1).text()) || kinds.get(i - 1) != Headings.Kind.NONE) {
                return Typography.startsHigh(lines.get(i).text()) ? i : -1;
            }
        }
        for (var i = last; i > Math.max(first, last - LONGEST_TITLE); i--) {
            if (mayOpenTitle(i)
                    && !countries
                            .named(joining.join(lines.subList(i, last + 1)))
                            .isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private boolean mayOpenTitle(int index) {
        var text = lines.get(index).text();
        var listed = Mark.readings(text).stream()
                .anyMatch(mark -> mark.style() != Mark.Style.NUMBER
                        && mark.style() != Mark.Style.CAPITAL_ROMAN
                        && mark.style() != Mark.Style.CAPITAL);
        return !listed && Typography.startsHigh(text);
    }

    private Start start(int from, int firstAuthor, String text, @Nullable String stated) {
        var names = new ArrayList<String>();
        var places = new ArrayList<String>();
        var body = firstAuthor;
        var country = stated;
        for (; body < lines.size() && body - firstAuthor < MOST_AUTHOR_LINES; body++) {
            var line = lines.get(body).text();
            var found = authors.in(line);
            var named = countries.stated(line);
            if (named != null) {
                country = named;
            } else if (!found.isEmpty()) {
                names.addAll(found);
            } else if (!authors.isAffiliation(line)) {
                break;
            }
            if (found.isEmpty() || line.contains(",") || line.contains("(")) {
                places.add(line);
            }
        }
        return judge(from, body, text, names, country, String.join(" ", places));
    }

    private Start judge(int from, int body, String text, List<String> names, @Nullable String stated, String places) {
        var warnings = new ArrayList<Warning>();
        var line = lines.get(from).number();
        var inTitle = countries.in(text);
        var country = stated != null
                ? stated
                : inTitle.size() == 1 ? inTitle.iterator().next() : null;
        if (country == null) {
            var guesses = inTitle.isEmpty() ? countries.in(places) : inTitle;
            warnings.add(new Warning(Warning.Kind.COUNTRY_UNKNOWN, line, List.copyOf(guesses)));
        }
        if (names.isEmpty()) {
            warnings.add(new Warning(Warning.Kind.AUTHORS_UNKNOWN, line, List.of()));
        }
        var confidence = warnings.isEmpty() ? Confidence.HIGH : Confidence.MEDIUM;
        return new Start(from, body, text, List.copyOf(names), country, confidence, List.copyOf(warnings));
    }

    /** For papers without authors: numbered headings that name a country, and lines that are a country's name. */
    private void addNamed() {
        for (var i = 0; i < lines.size(); i++) {
            if (!begins(i)
                    || lines.get(i).text().length() > Typography.LONGEST_HEADING
                    || kinds.get(i) != Headings.Kind.NONE) {
                continue;
            }
            var text = lines.get(i).text();
            var numbered = Mark.readings(text).stream()
                    .filter(mark -> mark.style() == Mark.Style.NUMBER || mark.style() == Mark.Style.CAPITAL_ROMAN)
                    .findFirst();
            var rest = numbered.map(Mark::rest).orElse(text);
            var standsAlone = i + 1 < lines.size()
                    && lines.get(i).isSetApart() | i == 0
                    && lines.get(i + 1).isSetApart();
            var whole = countries.alone(rest) != null;
            var heads = numbered.isPresent()
                    && Typography.looksLikeHeading(rest)
                    && countries.named(rest).size() == 1;
            if (standsAlone && (whole || heads)) {
                starts.put(i, start(i, i + 1, rest, null));
            }
        }
    }

    /** Names of countries below the last heading for recommendations gather what those countries are recommended. */
    private void dropGathered() {
        var last = kinds.lastIndexOf(Headings.Kind.RECOMMENDATIONS);
        if (last < 0) {
            return;
        }
        var below = starts.tailMap(last, false);
        var above = new HashSet<@Nullable String>();
        starts.headMap(last).values().forEach(start -> above.add(start.country()));
        var gathered = starts.headMap(last).isEmpty() && below.size() > 1
                || below.values().stream().anyMatch(start -> above.contains(start.country()));
        if (gathered) {
            below.clear();
        }
    }

    /** Starts with hardly a line between them are a table of contents, or a title page. */
    private void dropContents() {
        Integer earlier = null;
        for (var from : List.copyOf(starts.keySet())) {
            if (earlier != null && from - bodyOf(earlier) < 2) {
                var dropped = starts.remove(earlier);
                if (dropped != null && title == null && earlier < NEAR && dropped.country() == null) {
                    title = dropped.title();
                }
            }
            earlier = from;
        }
    }

    private int bodyOf(int from) {
        var start = starts.get(from);
        return start == null ? from : start.body();
    }

    private void takePaperTitle() {
        if (!starts.isEmpty()) {
            var first = starts.firstEntry().getValue();
            var next = starts.higherEntry(first.from());
            var opens = first.from() < NEAR && first.country() == null && next != null;
            if (opens && !kinds.subList(first.from(), next.getKey()).contains(Headings.Kind.RECOMMENDATIONS)) {
                title = first.title();
                starts.remove(first.from());
            }
        }
        var limit = starts.isEmpty() ? lines.size() : starts.firstKey();
        if (title == null && limit > 0 && kinds.get(0) == Headings.Kind.NONE) {
            var end = blockEnd(0, limit);
            var text = joining.join(lines.subList(0, end));
            var heads = end <= LONGEST_TITLE
                    && text.length() <= 2 * Typography.LONGEST_HEADING
                    && Typography.startsHigh(text);
            if (heads
                    && ".,;:".indexOf(Typography.lastMark(text)) < 0
                    && countries.stated(text) == null
                    && end < lines.size()) {
                title = text;
            }
        }
    }

    private int blockEnd(int from, int limit) {
        var end = from + 1;
        while (end < limit && end - from <= LONGEST_TITLE + 1 && !lines.get(end).isSetApart()) {
            end++;
        }
        return end;
    }

    /** A heading that names another country after a chapter's recommendations, with recommendations of its own to come. */
    private void addUntold() {
        var taken = new HashSet<String>();
        starts.values().stream().map(Start::country).filter(Objects::nonNull).forEach(taken::add);
        for (var start : List.copyOf(starts.values())) {
            var next = starts.higherKey(start.from());
            var end = next == null ? lines.size() : next;
            var told = false;
            for (var i = start.body(); i < end; i++) {
                if (kinds.get(i) == Headings.Kind.RECOMMENDATIONS) {
                    told = true;
                } else if (told && lines.get(i).isSetApart() && namesOther(i, end, taken)) {
                    var blockEnd = blockEnd(i, end);
                    var found = start(i, blockEnd, joining.join(lines.subList(i, blockEnd)), null);
                    starts.put(i, found);
                    taken.add(String.valueOf(found.country()));
                    told = false;
                }
            }
        }
    }

    private boolean namesOther(int index, int end, Set<String> taken) {
        var blockEnd = blockEnd(index, end);
        if (blockEnd - index > LONGEST_TITLE || blockEnd >= end || !mayOpenTitle(index)) {
            return false;
        }
        var text = joining.join(lines.subList(index, blockEnd));
        var named = countries.named(text);
        return named.size() == 1
                && !taken.containsAll(named)
                && ".,;:".indexOf(Typography.lastMark(text)) < 0
                && kinds.subList(blockEnd, end).contains(Headings.Kind.RECOMMENDATIONS);
    }

    /** A paper that is one chapter. */
    private void addWhole() {
        var heading = title == null ? "" : title;
        var first = title == null ? 0 : blockEnd(0, lines.size());
        starts.put(0, start(0, Math.min(first, kinds.indexOf(Headings.Kind.RECOMMENDATIONS)), heading, null));
    }

    private boolean isAuthorLine(int index) {
        var known = authorLines[index];
        if (known == null) {
            known = !authors.in(lines.get(index).text()).isEmpty();
            authorLines[index] = known;
        }
        return known;
    }

    private boolean begins(int index) {
        return index == 0
                || lines.get(index).isSetApart()
                || Typography.endsSentence(lines.get(index - 1).text());
    }
}
