package org.rumbo.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through the chapters and gathers what each recommends, what it lists besides, and what is doubtful. */
final class Findings {
    private final Layout layout;
    private final List<Line> lines;
    private final List<Headings.Kind> kinds;
    private final Joining joining;
    private final List<Chapter> chapters = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<SkippedItem> skipped = new ArrayList<>();

    Findings(Layout layout, List<Headings.Kind> kinds, Joining joining) {
        this.layout = layout;
        this.lines = layout.lines();
        this.kinds = kinds;
        this.joining = joining;
    }

    void gather(List<Start> starts, ReadingProgress progress) {
        skip(0, 0, starts.isEmpty() ? lines.size() : starts.get(0).from(), beforeFirst(starts));
        for (var i = 0; i < starts.size(); i++) {
            var end = i + 1 < starts.size() ? starts.get(i + 1).from() : lines.size();
            read(i + 1, starts.get(i), end);
            progress.reached(end, lines.size());
        }
    }

    List<Chapter> chapters() {
        return List.copyOf(chapters);
    }

    List<Passage> passages() {
        return List.copyOf(passages);
    }

    List<SkippedItem> skipped() {
        return List.copyOf(skipped);
    }

    private static SkippedItem.Reason beforeFirst(List<Start> starts) {
        return starts.isEmpty() ? SkippedItem.Reason.NO_HEADING : SkippedItem.Reason.BEFORE_HEADING;
    }

    private void read(int number, Start start, int end) {
        var warnings = new ArrayList<>(start.warnings());
        var found = new ArrayList<Item>();
        var heading = nextHeading(start.body(), end);
        var firstHeading = heading;
        var reason = heading < 0 ? SkippedItem.Reason.NO_HEADING : SkippedItem.Reason.BEFORE_HEADING;
        var at = start.body();
        while (heading >= 0) {
            skip(number, at, heading, reason);
            var list = new RecommendationList(lines, joining, heading + 1, sectionEnd(heading, end)).read();
            found.addAll(list.items());
            warnings.addAll(list.warnings());
            if (heading != firstHeading) {
                warnings.add(new Warning(
                        Warning.Kind.UNKNOWN_LAYOUT, lines.get(heading).number(), List.of()));
            }
            at = Math.max(list.end(), heading + 1);
            reason = SkippedItem.Reason.AFTER_END;
            heading = nextHeading(at, end);
        }
        skip(number, at, end, reason);
        addPassages(number, found, end);
        addChapter(number, start, end, firstHeading, found.isEmpty(), warnings);
    }

    private void addChapter(int number, Start start, int end, int heading, boolean none, List<Warning> warnings) {
        var first = lines.get(start.from()).number();
        var confidence = start.confidence();
        if (none && heading < 0) {
            warnings.add(new Warning(Warning.Kind.NONE_MADE, first, List.of()));
        } else if (none) {
            warnings.add(
                    new Warning(Warning.Kind.UNKNOWN_LAYOUT, lines.get(heading).number(), List.of()));
            confidence = Confidence.LOW;
        } else if (warnings.size() > start.warnings().size()) {
            confidence = Confidence.MEDIUM;
        }
        chapters.add(new Chapter(
                number,
                start.country(),
                start.title(),
                start.authors(),
                layout.pages()
                        .place(first, lines.get(Math.max(start.from(), end - 1)).number()),
                place(heading),
                confidence,
                List.copyOf(warnings)));
    }

    private @Nullable Place place(int index) {
        return index < 0
                ? null
                : layout.pages()
                        .place(lines.get(index).number(), lines.get(index).number());
    }

    private int nextHeading(int from, int end) {
        for (var i = from; i < end; i++) {
            if (kinds.get(i) == Headings.Kind.RECOMMENDATIONS) {
                return i;
            }
        }
        return -1;
    }

    /** Where another heading ends the recommendations; a numbered one does if it goes on counting from theirs. */
    private int sectionEnd(int heading, int end) {
        var numbered = Mark.readings(lines.get(heading).text());
        for (var i = heading + 1; i < end; i++) {
            if (kinds.get(i) != Headings.Kind.NONE) {
                return i;
            }
            var index = i;
            if (lines.get(i).isSetApart() && numbered.stream().anyMatch(mark -> isNextHeading(mark, index))) {
                return i;
            }
        }
        return end;
    }

    private boolean isNextHeading(Mark heading, int index) {
        return Mark.readings(lines.get(index).text()).stream()
                .anyMatch(mark -> mark.isLike(heading)
                        && mark.ordinal() == heading.ordinal() + 1
                        && Typography.looksLikeHeading(mark.rest()));
    }

    private void skip(int chapter, int from, int to, SkippedItem.Reason reason) {
        for (var item : new OtherLists(lines).read(from, to)) {
            var mark = item.mark() == null ? "" : item.mark().printed();
            var text = joining.join(lines.subList(item.from(), item.to()), item.first())
                    .text();
            skipped.add(new SkippedItem(chapter, mark, text, place(item), reason));
        }
    }

    private Place place(Item item) {
        return layout.pages()
                .place(lines.get(item.from()).number(), lines.get(item.to() - 1).number());
    }

    private void addPassages(int chapter, List<Item> items, int end) {
        var letters = Letters.of(items);
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var joined = joining.join(lines.subList(item.from(), item.to()), item.first());
            var warnings = new ArrayList<>(item.warnings());
            joined.doubts()
                    .forEach(doubt -> warnings.add(
                            new Warning(Warning.Kind.HYPHEN_UNCERTAIN, doubt.line(), List.of(doubt.word()))));
            var place = place(item);
            if (layout.hasFurnitureBetween(place.firstLine(), place.lastLine())) {
                warnings.add(new Warning(Warning.Kind.FURNITURE_REMOVED, place.firstLine(), List.of()));
            }
            if (item.to() == end
                    && end < lines.size()
                    && !lines.get(end).gap()
                    && warnings.stream().noneMatch(one -> one.kind() == Warning.Kind.END_UNCERTAIN)) {
                warnings.add(new Warning(Warning.Kind.END_UNCERTAIN, place.lastLine(), List.of()));
            }
            if (item.mark() == null || item.mark().isBullet()) {
                warnings.add(new Warning(Warning.Kind.LETTERS_GIVEN, place.firstLine(), List.of()));
            }
            var confidence = confidence(item, warnings);
            for (var slip : Slips.in(joined.text())) {
                warnings.add(new Warning(Warning.Kind.SOURCE_SLIP, place.firstLine(), List.of(slip)));
            }
            var mark = item.mark() == null ? "" : item.mark().printed();
            passages.add(new Passage(
                    chapter,
                    mark,
                    letters.get(i),
                    joined.text(),
                    item.leadIn(),
                    place,
                    confidence,
                    List.copyOf(warnings)));
        }
    }

    private static Confidence confidence(Item item, List<Warning> warnings) {
        var sure = item.mark() != null && warnings.stream().allMatch(one -> one.kind() == Warning.Kind.LETTERS_GIVEN);
        return sure ? Confidence.HIGH : Confidence.MEDIUM;
    }
}
