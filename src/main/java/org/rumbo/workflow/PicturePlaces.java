package org.rumbo.workflow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.workflow.SvgCanvas.Box;
import org.rumbo.workflow.SvgCanvas.Point;

/**
 * Finds places for words beside shapes and flows. The layout was made for the words of one language; those of another are longer,
 * so each is tried where the layout has it and around there, and goes where it covers nothing.
 */
final class PicturePlaces {
    private static final double GAP = 5;
    private static final double FAR = 13;
    private static final double FARTHER = 25;
    private static final double CLEARANCE = 1;
    private static final double COVERS = 1000;
    private static final double CROSSES = 40;
    private static final double PER_LINE = 4;
    private static final double[] WIDTHS = {60, 84, 110, 150, 220};
    private static final double[] ALONG = {0.5, 0.3, 0.7, 0.15, 0.85};

    private final List<Box> taken = new ArrayList<>();
    private final List<Box> lines = new ArrayList<>();

    /**
     * Words with their place.
     *
     * @param strong how many of the last lines are set in bold
     * @param anchor {@code start}, {@code middle} or {@code end}
     */
    record Label(List<String> lines, int strong, Box box, String anchor) {}

    /** What is to be written, and where the layout would have it; {@code strong} is a last line of its own, or empty. */
    record Words(String text, String strong, @Nullable Box wish) {}

    void take(Box shape) {
        taken.add(shape);
    }

    /** Words may come close to the edges of a diamond, where its box has empty corners. */
    void takeDiamond(Box box) {
        for (var part : new double[] {0.04, 0.12, 0.2, 0.28, 0.36, 0.44}) {
            var beside = 0.5 - part;
            take(new Box(
                    box.x() + box.width() * part,
                    box.y() + box.height() * beside,
                    box.width() * (1 - 2 * part),
                    box.height() * 2 * part));
        }
    }

    void take(List<Point> flow) {
        for (var i = 1; i < flow.size(); i++) {
            var from = flow.get(i - 1);
            var to = flow.get(i);
            lines.add(new Box(
                    Math.min(from.x(), to.x()),
                    Math.min(from.y(), to.y()),
                    Math.abs(from.x() - to.x()) + 0.1,
                    Math.abs(from.y() - to.y()) + 0.1));
        }
    }

    /** The edge of something that holds others: words may stand in it, but not on it. */
    void takeEdge(Box box) {
        take(List.of(
                new Point(box.x(), box.y()),
                new Point(box.right(), box.y()),
                new Point(box.right(), box.bottom()),
                new Point(box.x(), box.bottom()),
                new Point(box.x(), box.y())));
    }

    Label beside(Box shape, Words words) {
        var candidates = new ArrayList<Label>();
        for (var block : blocks(words)) {
            if (words.wish() != null) {
                candidates.add(wished(block, words.wish(), shape));
            }
            around(block, shape, candidates);
        }
        return best(
                candidates, words.wish() == null ? shape.centre() : words.wish().centre());
    }

    Label along(List<Point> flow, Words words) {
        var candidates = new ArrayList<Label>();
        for (var block : blocks(words)) {
            if (words.wish() != null) {
                candidates.add(block.centredAt(words.wish().centre()));
            }
            for (var i = 1; i < flow.size(); i++) {
                for (var share : ALONG) {
                    beside(block, flow.get(i - 1), flow.get(i), share, candidates);
                }
            }
        }
        return best(
                candidates, words.wish() == null ? middle(flow) : words.wish().centre());
    }

    private static Point middle(List<Point> flow) {
        var at = flow.size() / 2;
        return new Point(
                (flow.get(at - 1).x() + flow.get(at).x()) / 2,
                (flow.get(at - 1).y() + flow.get(at).y()) / 2);
    }

    /** The words broken into lines in one way. */
    private record Block(List<String> lines, int strong, double width, double height) {
        Label at(double x, double y, String anchor) {
            return new Label(lines, strong, new Box(x, y, width, height), anchor);
        }

        Label centredAt(Point centre) {
            return at(centre.x() - width / 2, centre.y() - height / 2, "middle");
        }
    }

    private static List<Block> blocks(Words words) {
        var blocks = new ArrayList<Block>();
        var widths = new ArrayList<Double>();
        if (words.wish() != null) {
            widths.add(words.wish().width() + SvgCanvas.LINE);
        }
        for (var width : WIDTHS) {
            widths.add(width);
        }
        for (var room : widths) {
            var lines = new ArrayList<>(TextLines.wrap(words.text(), room, SvgCanvas.SIZE));
            var strong = words.strong().isEmpty() ? 0 : 1;
            if (strong > 0) {
                lines.add(words.strong());
            }
            if (blocks.stream().noneMatch(block -> block.lines().equals(lines))) {
                var width = lines.stream()
                        .mapToDouble(line -> TextLines.width(line, SvgCanvas.SIZE))
                        .max()
                        .orElse(0);
                blocks.add(new Block(lines, strong, width * (strong > 0 ? 1.08 : 1), lines.size() * SvgCanvas.LINE));
            }
        }
        return blocks;
    }

    /** Where the layout has it, growing away from the shape. */
    private static Label wished(Block block, Box wish, Box shape) {
        var x = wish.centre().x() - block.width() / 2;
        if (wish.y() >= shape.bottom()) {
            return block.at(x, wish.y(), "middle");
        }
        if (wish.bottom() <= shape.y()) {
            return block.at(x, wish.bottom() - block.height(), "middle");
        }
        var y = wish.centre().y() - block.height() / 2;
        if (wish.x() >= shape.right()) {
            return block.at(wish.x(), y, "start");
        }
        return wish.right() <= shape.x()
                ? block.at(wish.right() - block.width(), y, "end")
                : block.at(wish.x(), y, "start");
    }

    private static void around(Block block, Box shape, List<Label> candidates) {
        var centred = shape.centre().x() - block.width() / 2;
        var level = shape.centre().y() - block.height() / 2;
        var above = shape.y() - GAP - block.height();
        var below = shape.bottom() + GAP;
        var right = shape.right() + GAP;
        var left = shape.x() - GAP - block.width();
        candidates.add(block.at(centred, below, "middle"));
        candidates.add(block.at(centred, above, "middle"));
        candidates.add(block.at(right, level, "start"));
        candidates.add(block.at(left, level, "end"));
        for (var y : new double[] {above, above + 10, below, below - 10}) {
            candidates.add(block.at(shape.centre().x() + GAP, y, "start"));
            candidates.add(block.at(shape.centre().x() - GAP - block.width(), y, "end"));
            candidates.add(block.at(right, y, "start"));
            candidates.add(block.at(left, y, "end"));
        }
    }

    private static void beside(Block block, Point from, Point to, double share, List<Label> candidates) {
        var x = from.x() + (to.x() - from.x()) * share;
        var y = from.y() + (to.y() - from.y()) * share;
        if (Math.abs(from.y() - to.y()) < Math.abs(from.x() - to.x())) {
            // Where the flow is shorter than its words, these keep to one end of it.
            var last = Math.max(from.x(), to.x()) - GAP - block.width();
            for (var distance : new double[] {GAP - 1, FAR, FARTHER}) {
                for (var start : new double[] {x - block.width() / 2, last}) {
                    candidates.add(block.at(start, y - distance - block.height(), "middle"));
                    candidates.add(block.at(start, y + distance, "middle"));
                }
            }
        } else {
            candidates.add(block.at(x + GAP, y - block.height() / 2, "start"));
            candidates.add(block.at(x - GAP - block.width(), y - block.height() / 2, "end"));
        }
    }

    private Label best(List<Label> candidates, Point wish) {
        var best = candidates.get(0);
        var least = Double.MAX_VALUE;
        for (var candidate : candidates) {
            var cost = cost(candidate, wish);
            if (cost < least) {
                least = cost;
                best = candidate;
            }
        }
        taken.add(best.box());
        return best;
    }

    private double cost(Label label, Point wish) {
        var room = label.box().wider(CLEARANCE);
        var covered = taken.stream().filter(room::meets).count();
        var crossed = lines.stream().filter(label.box()::meets).count();
        var centre = label.box().centre();
        return covered * COVERS
                + crossed * CROSSES
                + label.lines().size() * PER_LINE
                + Math.hypot(centre.x() - wish.x(), centre.y() - wish.y());
    }
}
