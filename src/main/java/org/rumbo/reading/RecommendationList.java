package org.rumbo.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items under a heading for recommendations. The first enumerator sets how items of the list are marked; other enumerators
 * inside are parts of an item. A blank line ends nothing by itself: only where a sentence has ended too, and what follows is
 * neither a lead-in nor a heading for more items, is the list over.
 */
final class RecommendationList {
    private static final int MOST_SKIPPED = 3;

    private final List<Line> lines;
    private final Joining joining;
    private final int from;
    private final int to;
    private final List<Item> items = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Warning> ofItem = new ArrayList<>();
    private @Nullable Mark style;
    private @Nullable Mark mark;
    private int itemFrom = -1;
    private int expected = 1;
    private boolean mayRestart;
    private boolean longItems;
    private @Nullable String leadIn;
    private int end;
    private int noMoreFrom = -1;

    RecommendationList(List<Line> lines, Joining joining, int from, int to) {
        this.lines = lines;
        this.joining = joining;
        this.from = from;
        this.to = to;
        this.end = to;
    }

    RecommendationList read() {
        var first = firstMarked();
        if (first < 0) {
            var plain = new PlainParagraphs(lines, joining, from, to);
            items.addAll(plain.read());
            end = plain.end();
            warnings.addAll(plain.warnings());
            return this;
        }
        readLeadIn(first);
        for (var i = first; i < end; i++) {
            see(i);
        }
        close(end);
        return this;
    }

    List<Item> items() {
        return items;
    }

    List<Warning> warnings() {
        return warnings;
    }

    /** Index after the list. */
    int end() {
        return end;
    }

    private int firstMarked() {
        for (var i = from; i < to; i++) {
            var readings = Mark.readings(lines.get(i).text());
            if (readings.isEmpty()
                    || !(i == from
                            || lines.get(i).isSetApart()
                            || Typography.endsClause(lines.get(i - 1).text()))) {
                continue;
            }
            var at = i;
            var opening = readings.stream().filter(Mark::opensList).findFirst().orElse(null);
            if (opening == null) {
                opening = readings.stream()
                        .filter(one -> goesOn(one, at))
                        .findFirst()
                        .orElse(null);
            }
            if (opening != null) {
                var nested = nestedUnder(opening, i);
                style = nested == null ? opening : nested;
                return nested == null ? i : i + 1;
            }
        }
        return -1;
    }

    private boolean goesOn(Mark first, int index) {
        for (var i = index + 1; i < to; i++) {
            if (Mark.readings(lines.get(i).text()).stream()
                    .anyMatch(next -> next.isLike(first) && next.ordinal() == first.ordinal() + 1)) {
                expected = first.ordinal();
                return true;
            }
        }
        return false;
    }

    /** Where the first mark only numbers a group, with a list of another kind right below. */
    private @Nullable Mark nestedUnder(Mark opening, int index) {
        if (index + 1 >= to || !Typography.looksLikeHeading(opening.rest())) {
            return null;
        }
        leadIn = opening.rest();
        var below = Mark.readings(lines.get(index + 1).text()).stream()
                .filter(next -> next.opensList() && !next.isLike(opening))
                .findFirst()
                .orElse(null);
        leadIn = below == null ? null : leadIn;
        return below;
    }

    private void readLeadIn(int first) {
        if (first == from || leadIn != null) {
            return;
        }
        var begin = first - 1;
        while (begin > from
                && !(lines.get(begin).isSetApart()
                        && Typography.endsSentence(lines.get(begin - 1).text()))) {
            begin--;
        }
        leadIn = joining.join(lines.subList(begin, first));
        if (begin > from) {
            warnings.add(
                    new Warning(Warning.Kind.UNKNOWN_LAYOUT, lines.get(from).number(), List.of()));
        }
    }

    private void see(int index) {
        var next = accepted(index);
        if (next != null) {
            close(index);
            warnOfOrder(next, index);
            mark = next;
            itemFrom = index;
            mayRestart = false;
            expected = next.ordinal() + 1;
            noMoreFrom = -1;
        } else if (itemFrom >= 0 && lines.get(index).isSetApart() && isOver(index)) {
            leave(index);
        }
    }

    private void warnOfOrder(Mark next, int index) {
        var kind = next.isBullet() || itemsBegin(next) || next.ordinal() == expected
                ? null
                : next.ordinal() > expected ? Warning.Kind.ENUMERATOR_MISSING : Warning.Kind.SOURCE_SLIP;
        if (kind != null && !(next.opensList() && mayRestart)) {
            ofItem.add(new Warning(kind, lines.get(index).number(), List.of(next.printed())));
        }
    }

    private boolean itemsBegin(Mark next) {
        return items.isEmpty() && next.opensList();
    }

    private @Nullable Mark accepted(int index) {
        for (var reading : Mark.readings(lines.get(index).text())) {
            if (style != null && reading.isLike(style) && fits(reading, index)) {
                return reading;
            }
        }
        return null;
    }

    private boolean fits(Mark reading, int index) {
        var line = lines.get(index);
        var apart = index == from
                || line.isSetApart()
                || Typography.endsClause(lines.get(index - 1).text());
        var high = Typography.startsHigh(reading.rest());
        if (reading.isBullet() || items.isEmpty() && itemFrom < 0 || reading.ordinal() == expected) {
            return apart || high;
        }
        if (!apart) {
            return false;
        }
        if (reading.opensList()) {
            return mayRestart || expected > 2 && line.isSetApart();
        }
        return reading.ordinal() > expected
                ? reading.ordinal() <= expected + MOST_SKIPPED
                : reading.ordinal() == expected - 1 && high;
    }

    private boolean isOver(int index) {
        var before = lines.get(index - 1).text();
        if (Typography.startsLow(lines.get(index).text()) || Typography.breaksWord(before) || before.endsWith(",")) {
            return false;
        }
        var block = blockEnd(index);
        var alone = block == index + 1
                && Typography.looksLikeHeading(lines.get(index).text());
        return Typography.endsSentence(before)
                || alone
                        && !Typography.endsClause(before)
                        && (block < end && lines.get(block).isSetApart())
                || before.endsWith(";");
    }

    /** What stands here is not part of the item by layout: a heading or lead-in for more, a further paragraph, or the end. */
    private void leave(int index) {
        var block = blockEnd(index);
        var text = joining.join(lines.subList(index, block));
        var more = moreAfter(block);
        var heads = Typography.looksLikeHeading(text);
        if (more && (heads || text.endsWith(":"))) {
            close(index);
            leadIn = groupTitle(text);
            mayRestart = true;
        } else if (more || longItems && !heads) {
            longItems = true;
            ofItem.add(new Warning(Warning.Kind.END_UNCERTAIN, lines.get(index).number(), List.of()));
        } else {
            ofItem.add(new Warning(Warning.Kind.END_UNCERTAIN, lines.get(index).number(), List.of()));
            close(index);
            end = index;
        }
    }

    private static String groupTitle(String text) {
        return Mark.readings(text).stream().findFirst().map(Mark::rest).orElse(text);
    }

    private int blockEnd(int index) {
        var block = index + 1;
        while (block < end && !lines.get(block).isSetApart() && accepted(block) == null) {
            block++;
        }
        return block;
    }

    private boolean moreAfter(int index) {
        if (noMoreFrom >= 0 && index >= noMoreFrom) {
            return false;
        }
        for (var i = index; i < end; i++) {
            for (var reading : Mark.readings(lines.get(i).text())) {
                var like = style != null && reading.isLike(style);
                if (like && (reading.isBullet() || reading.ordinal() == expected || reading.ordinal() == 1)) {
                    return true;
                }
            }
        }
        noMoreFrom = index;
        return false;
    }

    private void close(int index) {
        if (itemFrom >= 0) {
            items.add(new Item(mark, mark == null ? "" : mark.rest(), itemFrom, index, leadIn, List.copyOf(ofItem)));
            itemFrom = -1;
            ofItem.clear();
        }
    }
}
