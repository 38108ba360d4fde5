package org.rumbo.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.text.TextPosition;

/**
 * Lines from letters' positions, in reading order: where strips down the page are free of text, the columns between them come
 * one after the other, between lines that cross them. More room than usual above a line, or another size of type, counts as a gap.
 */
final class PageLayout {
    private static final int FEWEST_IN_COLUMN = 4;
    private static final float WIDE_GAP = 1.4f;
    /** Words in one line that no strip down the page parts; see {@link Tables}. */
    private static final String WIDE_APART = "   ";

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Row> out = new ArrayList<>();
    private final List<List<Piece>> columns = new ArrayList<>();
    private final List<Float> expected;
    private List<Float> gutters = List.of();
    private float pitch;
    private float lastY = Float.NaN;
    private float lastSize;

    record Row(String text, boolean gap, boolean indented, float size) {}

    /** Letters side by side on one base line. */
    private record Piece(float x, float end, float y, float size, String text) {}

    /** @param expected where columns were parted on the page before; a short last column has too few lines to tell by itself */
    PageLayout(List<TextPosition> letters, List<Float> expected) {
        this.expected = List.copyOf(expected);
        var directions = letters.stream().collect(Collectors.groupingBy(TextPosition::getDir));
        directions.values().stream().max(Comparator.comparingInt(List::size)).ifPresent(this::cut);
    }

    List<Row> lines() {
        pitch = pitch();
        gutters = gutters();
        var rows = rows();
        if (gutters.isEmpty()) {
            emit(rows.stream().map(PageLayout::whole).toList());
            return out;
        }
        for (var i = 0; i <= gutters.size(); i++) {
            columns.add(new ArrayList<>());
        }
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.stream().anyMatch(this::crosses) || standsOff(rows, i)) {
                flush();
                emit(List.of(whole(row)));
            } else {
                row.forEach(piece -> columns.get(columnOf(piece)).add(piece));
            }
        }
        flush();
        return out;
    }

    /** Where this page's columns are parted, from left to right. */
    List<Float> parted() {
        return gutters;
    }

    private boolean crosses(Piece piece) {
        return gutters.stream().anyMatch(gutter -> piece.x() < gutter && piece.end() > gutter);
    }

    private int columnOf(Piece piece) {
        return (int) gutters.stream().filter(gutter -> piece.x() >= gutter).count();
    }

    private void cut(List<TextPosition> letters) {
        var sorted = new ArrayList<>(letters);
        sorted.sort(Comparator.comparingDouble(TextPosition::getYDirAdj));
        var row = new ArrayList<TextPosition>();
        for (var letter : sorted) {
            if (!row.isEmpty() && letter.getYDirAdj() - row.get(0).getYDirAdj() > 0.45f * size(row.get(0))) {
                cutRow(row);
                row.clear();
            }
            row.add(letter);
        }
        cutRow(row);
    }

    private void cutRow(List<TextPosition> row) {
        row.sort(Comparator.comparingDouble(TextPosition::getXDirAdj));
        var piece = new ArrayList<TextPosition>();
        for (var letter : row) {
            if (!piece.isEmpty() && letter.getXDirAdj() - end(piece.get(piece.size() - 1)) > 1.5f * size(letter)) {
                addPiece(piece);
                piece.clear();
            }
            piece.add(letter);
        }
        addPiece(piece);
    }

    private void addPiece(List<TextPosition> letters) {
        var text = new StringBuilder();
        var before = Float.NaN;
        for (var letter : letters) {
            var room = Math.max(0.12f * size(letter), 0.4f * letter.getWidthOfSpace());
            if (!Float.isNaN(before) && letter.getXDirAdj() - before > room) {
                text.append(' ');
            }
            text.append(letter.getUnicode());
            before = end(letter);
        }
        var words = text.toString().replaceAll("\\p{Cntrl}", " ").strip();
        if (words.isEmpty()) {
            return;
        }
        var sizes = letters.stream().map(PageLayout::size).sorted().toList();
        var baseline = letters.stream().map(TextPosition::getYDirAdj).sorted().toList();
        pieces.add(new Piece(
                letters.get(0).getXDirAdj(),
                end(letters.get(letters.size() - 1)),
                baseline.get(baseline.size() / 2),
                sizes.get(sizes.size() / 2),
                words));
    }

    private static float size(TextPosition letter) {
        return Math.max(1, letter.getFontSizeInPt());
    }

    private static float end(TextPosition letter) {
        return letter.getXDirAdj() + letter.getWidthDirAdj();
    }

    private List<List<Piece>> rows() {
        var rows = new ArrayList<List<Piece>>();
        for (var piece : pieces) {
            var last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            if (last != null && Math.abs(last.get(0).y() - piece.y()) < 0.4f * piece.size()) {
                last.add(piece);
            } else {
                rows.add(new ArrayList<>(List.of(piece)));
            }
        }
        return rows;
    }

    private static Piece whole(List<Piece> row) {
        var sorted = row.stream().sorted(Comparator.comparingDouble(Piece::x)).toList();
        var first = sorted.get(0);
        var text = sorted.stream().map(Piece::text).collect(Collectors.joining(WIDE_APART));
        return new Piece(first.x(), sorted.get(sorted.size() - 1).end(), first.y(), first.size(), text);
    }

    /** Heads and feet stand off from the columns. */
    private boolean standsOff(List<List<Piece>> rows, int index) {
        var y = rows.get(index).get(0).y();
        var top = index < 2
                && index + 1 < rows.size()
                && rows.get(index + 1).get(0).y() - y > WIDE_GAP * pitch;
        var foot = index >= rows.size() - 2
                && index > 0
                && y - rows.get(index - 1).get(0).y() > WIDE_GAP * pitch;
        return top || foot;
    }

    /** What lines are apart at the least, often enough to be no accident. */
    private float pitch() {
        var steps = new ArrayList<Float>();
        for (var i = 1; i < pieces.size(); i++) {
            var step = pieces.get(i).y() - pieces.get(i - 1).y();
            if (step > 0.6f * pieces.get(i).size() && step < 4 * pieces.get(i).size()) {
                steps.add(step);
            }
        }
        Collections.sort(steps);
        for (var i = 0; i < steps.size(); i++) {
            var least = steps.get(i);
            var alike = steps.stream()
                    .filter(step -> step >= least && step < 1.08f * least)
                    .count();
            if (alike >= Math.max(2, steps.size() / 5)) {
                return least;
            }
        }
        return pieces.isEmpty() ? 12 : 1.25f * pieces.get(0).size();
    }

    /** Three columns, else two, else those of the page before where hardly anything on this page crosses them. */
    private List<Float> gutters() {
        var from = (float) pieces.stream().mapToDouble(Piece::x).min().orElse(0);
        var to = (float) pieces.stream().mapToDouble(Piece::end).max().orElse(0);
        var width = to - from;
        var three = List.of(
                strip(from + 0.25f * width, from + 0.42f * width), strip(from + 0.58f * width, from + 0.75f * width));
        if (areGutters(three, from, to, FEWEST_IN_COLUMN)) {
            return three;
        }
        var two = List.of(strip(from + 0.3f * width, from + 0.7f * width));
        if (areGutters(two, from, to, FEWEST_IN_COLUMN)) {
            return two;
        }
        return fitsAsBefore() ? expected : List.of();
    }

    /** The middle of the widest strip that the fewest pieces cross. */
    private float strip(float begin, float end) {
        var best = begin;
        var fewest = Long.MAX_VALUE;
        var run = 0;
        var longest = 0;
        for (var x = begin; x < end; x += 1) {
            var at = x;
            var crossing = pieces.stream()
                    .filter(piece -> piece.x() < at && piece.end() > at)
                    .count();
            run = crossing == fewest ? run + 1 : 1;
            if (crossing < fewest || crossing == fewest && run > longest) {
                longest = run;
                fewest = crossing;
                best = x - run / 2f;
            }
        }
        return best;
    }

    /** Hardly any piece crosses them, and between them stand lines that fill a column. */
    private boolean areGutters(List<Float> parted, float from, float to, int fewest) {
        var edges = new ArrayList<Float>();
        edges.add(from);
        edges.addAll(parted);
        edges.add(to);
        var inside = 0;
        for (var i = 0; i + 1 < edges.size(); i++) {
            float begin = edges.get(i);
            float end = edges.get(i + 1);
            var column = pieces.stream()
                    .filter(piece -> piece.x() >= begin - 1 && piece.end() <= end + 1)
                    .toList();
            if (column.size() < fewest || usualWidth(column) <= 0.5 * (end - begin)) {
                return false;
            }
            inside += column.size();
        }
        return parted.stream().noneMatch(gutter -> crossing(gutter) > 0.3 * crossable(gutter)) && inside > 0;
    }

    private long crossing(float gutter) {
        return pieces.stream()
                .filter(piece -> piece.x() < gutter && piece.end() > gutter)
                .count();
    }

    private long crossable(float gutter) {
        return pieces.size() - crossing(gutter);
    }

    private boolean fitsAsBefore() {
        return !expected.isEmpty()
                && expected.stream().allMatch(gutter -> crossing(gutter) <= 0.3 * crossable(gutter))
                && pieces.stream().anyMatch(piece -> piece.end() <= expected.get(0));
    }

    private static double usualWidth(List<Piece> column) {
        var widths =
                column.stream().map(piece -> piece.end() - piece.x()).sorted().toList();
        return widths.get(widths.size() / 2);
    }

    private void flush() {
        for (var column : columns) {
            emit(column);
            column.clear();
        }
    }

    private void emit(List<Piece> column) {
        var edge = column.stream().mapToDouble(Piece::x).min().orElse(0);
        for (var piece : column) {
            var step = piece.y() - lastY;
            var gap = !Float.isNaN(lastY)
                    && step > 0
                    && (step > WIDE_GAP * pitch || Math.abs(piece.size() - lastSize) > 0.12f * lastSize);
            out.add(new Row(
                    piece.text(), gap, column.size() > 1 && piece.x() - edge > 0.9f * piece.size(), piece.size()));
            lastY = piece.y();
            lastSize = piece.size();
        }
    }
}
