package org.rumbo.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through the chapters and gathers what each recommends, what it lists besides, and what is doubtful. */
final class Findings {
    private static final Set<Warning.Kind> GUESSES =
            EnumSet.of(Warning.Kind.COUNTRY_GUESSED, Warning.Kind.GATHERED, Warning.Kind.TABLE);

    private final Layout layout;
    private final List<Line> lines;
    private final List<Headings.Kind> kinds;
    private final Joining joining;
    private final CountryNames countries;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Chapter> chapters = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<SkippedItem> skipped = new ArrayList<>();

    Findings(Layout layout, List<Headings.Kind> kinds, Joining joining, CountryNames countries) {
        this.layout = layout;
        this.lines = layout.lines();
        this.kinds = kinds;
        this.joining = joining;
        this.countries = countries;
    }

    void gather(List<Start> starts, ReadingProgress progress) {
        skip(0, 0, starts.isEmpty() ? lines.size() : starts.get(0).from(), beforeFirst(starts));
        for (var i = 0; i < starts.size(); i++) {
            var last = i + 1 == starts.size();
            var end = last ? lines.size() : starts.get(i + 1).from();
            var draft = new Draft(starts.get(i), i + 1, end);
            drafts.add(draft);
            read(draft, last);
            progress.reached(end, lines.size());
        }
        drafts.removeIf(Draft::isEmptied);
        for (var i = 0; i < drafts.size(); i++) {
            addPassages(i + 1, drafts.get(i).found);
            addChapter(i + 1, drafts.get(i));
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

    /** An item, and where it ends at the latest. */
    private record Found(Item item, int end) {}

    /** A chapter while it is gone through: the last one's section may hold what others are recommended. */
    private static final class Draft {
        private final Start start;
        private final int number;
        private final int end;
        private final List<Warning> warnings;
        private final List<Found> found = new ArrayList<>();
        private int heading = -1;
        private boolean gaveAway;

        Draft(Start start, int number, int end) {
            this.start = start;
            this.number = number;
            this.end = end;
            this.warnings = new ArrayList<>(start.warnings());
        }

        /** It was only what the paper has besides its countries' recommendations. */
        boolean isEmptied() {
            return gaveAway
                    && found.isEmpty()
                    && start.country() == null
                    && start.authors().isEmpty();
        }
    }

    private void read(Draft draft, boolean last) {
        var end = draft.end;
        var heading = nextHeading(draft.start.body(), end);
        draft.heading = heading;
        var reason = heading < 0 ? SkippedItem.Reason.NO_HEADING : SkippedItem.Reason.BEFORE_HEADING;
        var at = draft.start.body();
        while (heading >= 0) {
            skip(draft.number, at, heading, reason);
            var to = sectionEnd(heading, end);
            at = Math.max(last ? readLast(draft, heading, to) : readOwn(draft, heading, to), heading + 1);
            reason = SkippedItem.Reason.AFTER_END;
            heading = nextHeading(at, end);
        }
        skip(draft.number, at, end, reason);
    }

    private int readOwn(Draft draft, int heading, int to) {
        var list = new RecommendationList(lines, joining, heading + 1, to).read();
        var first = heading == draft.heading;
        (first ? list.items() : doubted(list.items(), heading))
                .forEach(item -> draft.found.add(new Found(item, draft.end)));
        draft.warnings.addAll(list.warnings());
        if (!first) {
            draft.warnings.add(warning(Warning.Kind.UNKNOWN_LAYOUT, heading));
        }
        if (layout.hasTable(
                lines.get(heading).number(),
                lines.get(Math.max(heading, to - 1)).number())) {
            draft.warnings.add(warning(Warning.Kind.TABLE, heading));
        }
        return list.end();
    }

    /** Behind the last chapter may stand what all are recommended; what stands there alone is nobody's for certain. */
    private int readLast(Draft draft, int heading, int to) {
        var others = drafts.subList(0, drafts.size() - 1);
        var alone = others.stream().allMatch(other -> other.heading < 0);
        var own = heading == draft.heading && !alone;
        var gathered = own && !saysSo(heading) ? null : Gathered.in(lines, joining, countries, heading, to);
        if (gathered != null) {
            gathered.items().forEach(given -> give(draft, given, heading));
            draft.warnings.addAll(gathered.warnings());
            return gathered.end();
        }
        var named = Gathered.inHeading(countries, lines.get(heading).text());
        if (named != null && !named.equals(draft.start.country()) && (heading != draft.heading || alone)) {
            var list = new RecommendationList(lines, joining, heading + 1, to).read();
            list.items().forEach(item -> give(draft, new Gathered.Given(named, true, item, heading, to), heading));
            draft.warnings.addAll(list.warnings());
            return list.end();
        }
        var before = draft.found.size();
        var end = readOwn(draft, heading, to);
        if (alone && !others.isEmpty() && named == null) {
            for (var i = before; i < draft.found.size(); i++) {
                var found = draft.found.get(i);
                draft.found.set(i, new Found(with(found.item(), warning(Warning.Kind.GATHERED, heading)), found.end()));
            }
        }
        return end;
    }

    private boolean saysSo(int heading) {
        return Gathered.saysSo(lines.get(heading).text());
    }

    /** To the chapter of that country, else to a new one; where the chapter has its own, people are asked. */
    private void give(Draft from, Gathered.Given given, int heading) {
        var theirs = drafts.stream()
                .filter(draft -> given.country() != null && given.country().equals(draft.start.country()))
                .toList();
        var draft = theirs.isEmpty() ? opened(from, given, heading) : theirs.get(0);
        var ownBefore = draft.heading >= 0 && draft.heading < heading;
        var doubt = given.country() == null
                ? warning(Warning.Kind.GATHERED, given.item().from())
                : !given.sure() || theirs.size() > 1 || ownBefore
                        ? warning(Warning.Kind.COUNTRY_GUESSED, given.head())
                        : null;
        draft.found.add(new Found(doubt == null ? given.item() : with(given.item(), doubt), given.end()));
        draft.heading = draft.heading < 0 || draft == from ? Math.max(draft.heading, heading) : draft.heading;
        from.gaveAway |= draft != from;
    }

    private Draft opened(Draft from, Gathered.Given given, int heading) {
        if (given.country() == null && from.start.country() == null) {
            return from;
        }
        for (var draft : drafts) {
            if (given.country() == null && draft.start.country() == null && draft.start.from() == heading) {
                return draft;
            }
        }
        var none = given.country() == null;
        var at = none ? heading : given.head();
        var title = none || given.head() != given.item().from() ? lines.get(at).text() : countryName(given);
        var start = new Start(
                at,
                at + 1,
                Mark.readings(title).stream().findFirst().map(Mark::rest).orElse(title),
                List.of(),
                given.country(),
                none ? Confidence.LOW : Confidence.HIGH,
                none ? List.of(warning(Warning.Kind.COUNTRY_UNKNOWN, heading)) : List.of());
        var draft = new Draft(start, drafts.size() + 1, given.end());
        drafts.add(draft);
        return draft;
    }

    /** As the paper itself writes it. */
    private static String countryName(Gathered.Given given) {
        return given.item()
                .first()
                .replaceFirst("\\s*[:.,(\\u2013\\u2014-].*$", "")
                .replaceFirst("^((?:\\S+\\s+){2}\\S+).*$", "$1");
    }

    private Warning warning(Warning.Kind kind, int index) {
        return new Warning(kind, lines.get(index).number(), List.of());
    }

    private static Item with(Item item, Warning doubt) {
        return new Item(
                item.mark(), item.first(), item.from(), item.to(), item.leadIn(), withDoubt(item.warnings(), doubt));
    }

    /** Under a chapter's second heading may stand what the whole paper recommends. */
    private List<Item> doubted(List<Item> items, int heading) {
        return items.stream()
                .map(item -> with(item, warning(Warning.Kind.UNKNOWN_LAYOUT, heading)))
                .toList();
    }

    private static List<Warning> withDoubt(List<Warning> warnings, Warning doubt) {
        var all = new ArrayList<>(warnings);
        all.add(doubt);
        return List.copyOf(all);
    }

    private void addChapter(int number, Draft draft) {
        var start = draft.start;
        var warnings = draft.warnings;
        var none = draft.found.isEmpty() && !draft.gaveAway;
        var first = lines.get(start.from()).number();
        var confidence = start.confidence();
        if (draft.found.isEmpty() && (draft.heading < 0 || draft.gaveAway)) {
            warnings.add(new Warning(Warning.Kind.NONE_MADE, first, List.of()));
        } else if (none) {
            warnings.add(warning(Warning.Kind.UNKNOWN_LAYOUT, draft.heading));
            confidence = Confidence.LOW;
        } else if (warnings.size() > start.warnings().size() && confidence == Confidence.HIGH) {
            confidence = Confidence.MEDIUM;
        }
        chapters.add(new Chapter(
                number,
                start.country(),
                start.title(),
                start.authors(),
                layout.pages()
                        .place(
                                first,
                                lines.get(Math.max(start.from(), draft.end - 1)).number()),
                place(draft.heading),
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

    private void addPassages(int chapter, List<Found> found) {
        var letters = Letters.of(found.stream().map(Found::item).toList());
        for (var i = 0; i < found.size(); i++) {
            var item = found.get(i).item();
            var end = found.get(i).end();
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
            if (layout.hasTable(place.firstLine(), place.lastLine())) {
                warnings.add(new Warning(Warning.Kind.TABLE, place.firstLine(), List.of()));
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
        if (warnings.stream().anyMatch(one -> GUESSES.contains(one.kind()))) {
            return Confidence.LOW;
        }
        var sure = item.mark() != null && warnings.stream().allMatch(one -> one.kind() == Warning.Kind.LETTERS_GIVEN);
        return sure ? Confidence.HIGH : Confidence.MEDIUM;
    }
}
