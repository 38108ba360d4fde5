package org.rumbo.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists that are no recommendations, by where they stand. One item makes no list, and numbered headings are none. */
final class OtherLists {
    private final List<Line> lines;
    private final List<Item> items = new ArrayList<>();
    private final List<Item> open = new ArrayList<>();
    private @Nullable Mark last;

    OtherLists(List<Line> lines) {
        this.lines = lines;
    }

    List<Item> read(int from, int to) {
        for (var i = from; i < to; i++) {
            var mark = marked(i, from);
            if (mark == null) {
                continue;
            }
            if (last == null || mark.ordinal() <= 1 && !mark.isBullet() || !mark.isLike(last)) {
                flush();
            }
            open.add(new Item(mark, mark.rest(), i, textEnd(i, to), null, List.of()));
            last = mark;
        }
        flush();
        return items;
    }

    private @Nullable Mark marked(int index, int from) {
        var line = lines.get(index);
        var apart = index == from
                || line.isSetApart()
                || Typography.endsClause(lines.get(index - 1).text());
        for (var mark : Mark.readings(line.text())) {
            if (isHeading(index, mark)) {
                continue;
            }
            var continues =
                    last != null && mark.isLike(last) && (mark.isBullet() || mark.ordinal() == last.ordinal() + 1);
            if (continues && (apart || Typography.startsHigh(mark.rest())) || apart && mark.opensList()) {
                return mark;
            }
        }
        return null;
    }

    private boolean isHeading(int index, Mark mark) {
        if (mark.isBullet()
                || !Typography.looksLikeHeading(mark.rest())
                || !lines.get(index).isSetApart()) {
            return false;
        }
        if (index + 1 >= lines.size()) {
            return false;
        }
        var next = lines.get(index + 1);
        var listed = Mark.readings(next.text()).stream().anyMatch(other -> other.isLike(mark));
        return !listed && Typography.startsHigh(next.text());
    }

    private int textEnd(int from, int to) {
        var end = from + 1;
        while (end < to && !endsBefore(end)) {
            end++;
        }
        return end;
    }

    private boolean endsBefore(int index) {
        var line = lines.get(index);
        var before = lines.get(index - 1).text();
        var marked = Mark.readings(line.text()).stream()
                        .anyMatch(mark -> mark.opensList() || last == null || mark.isLike(last))
                && (line.isSetApart() || Typography.endsClause(before));
        return marked || line.isSetApart() && Typography.endsSentence(before) && !Typography.startsLow(line.text());
    }

    private void flush() {
        if (open.size() > 1) {
            items.addAll(open);
        }
        open.clear();
        last = null;
    }
}
