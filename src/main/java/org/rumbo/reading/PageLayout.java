package org.rumbo.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.text.TextPosition;

/**
 * Lines from letters' positions, in reading order: where a strip down the page's middle is free of text, the left column comes
 * before the right, between lines that cross it. More room than usual above a line, or another size of type, counts as a gap.
 */
final class PageLayout {
    private static final int FEWEST_IN_COLUMN = 4;
    private static final float WIDE_GAP = 1.4f;

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Row> out = new ArrayList<>();
    private final List<Piece> left = new ArrayList<>();
    private final List<Piece> right = new ArrayList<>();
    private float pitch;
    private float lastY = Float.NaN;
    private float lastSize;

    record Row(String text, boolean gap, boolean indented, float size) {}

    /** Letters side by side on one base line. */
    private record Piece(float x, float end, float y, float size, String text) {}

    PageLayout(List<TextPosition> letters) {
        var directions = letters.stream().collect(Collectors.groupingBy(TextPosition::getDir));
        directions.values().stream().max(Comparator.comparingInt(List::size)).ifPresent(this::cut);
    }

    List<Row> lines() {
        pitch = pitch();
        var gutter = gutter();
        var rows = rows();
        if (Float.isNaN(gutter)) {
            emit(rows.stream().map(PageLayout::whole).toList());
            return out;
        }
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var crosses =
                    row.stream().anyMatch(piece -> piece.x() < gutter && piece.end() > gutter) || standsOff(rows, i);
            if (crosses) {
                flush();
                emit(List.of(whole(row)));
            } else {
                row.forEach(piece -> (piece.end() <= gutter ? left : right).add(piece));
            }
        }
        flush();
        return out;
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
        var text = sorted.stream().map(Piece::text).collect(Collectors.joining(" "));
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

    /** The middle of a strip that hardly any piece crosses, with text of some width on both sides; NaN where there is none. */
    private float gutter() {
        var from = (float) pieces.stream().mapToDouble(Piece::x).min().orElse(0);
        var to = (float) pieces.stream().mapToDouble(Piece::end).max().orElse(0);
        var best = Float.NaN;
        var fewest = Long.MAX_VALUE;
        var run = 0;
        var longest = 0;
        for (var x = from + 0.3f * (to - from); x < from + 0.7f * (to - from); x += 1) {
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
        return isGutter(best, fewest, from, to) ? best : Float.NaN;
    }

    private boolean isGutter(float x, long crossing, float from, float to) {
        if (Float.isNaN(x)) {
            return false;
        }
        var before = pieces.stream().filter(piece -> piece.end() <= x).toList();
        var after = pieces.stream().filter(piece -> piece.x() >= x).toList();
        return before.size() >= FEWEST_IN_COLUMN
                && after.size() >= FEWEST_IN_COLUMN
                && crossing <= 0.3 * (before.size() + after.size())
                && usualWidth(before) > 0.5 * (x - from)
                && usualWidth(after) > 0.5 * (to - x);
    }

    private static double usualWidth(List<Piece> column) {
        var widths =
                column.stream().map(piece -> piece.end() - piece.x()).sorted().toList();
        return widths.get(widths.size() / 2);
    }

    private void flush() {
        emit(left);
        emit(right);
        left.clear();
        right.clear();
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
