package org.rumbo.workflow;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes SVG and keeps account of the room that the drawing takes. */
final class SvgCanvas {
    static final double SIZE = 12;
    static final double LINE = 14;

    private static final String ACTION_BLUE = "#0B5394";
    private static final String TICK_GREEN = "#0B5235";
    private static final String ATTENTION = "#97141C";

    /** Shown so large that the smallest words are as large as a page's smallest. */
    private static final double SHOWN = 14 / SIZE;

    private static final double INNER_MARGIN = 8;
    private static final double TIGHT = 6;

    /** A line that passes behind a word does not strike it out. */
    private static final String HALO =
            " class=\"caption\" stroke=\"#FFFFFF\" stroke-width=\"4\" stroke-linejoin=\"round\""
                    + " paint-order=\"stroke\"";

    record Point(double x, double y) {}

    record Box(double x, double y, double width, double height) {
        Point centre() {
            return new Point(x + width / 2, y + height / 2);
        }

        Point corner() {
            return new Point(x + 14, y + 13);
        }

        Point foot() {
            return new Point(x + width / 2, y + height - 10);
        }

        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        Box wider(double by) {
            return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
        }

        boolean meets(Box other) {
            return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
        }
    }

    private final StringBuilder body = new StringBuilder();
    private double left = Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double right = -Double.MAX_VALUE;
    private double bottom = -Double.MAX_VALUE;

    String document(String title, double margin) {
        var x = left - margin;
        var y = top - margin;
        var width = right - left + 2 * margin;
        var height = bottom - top + 2 * margin;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"" + escape(title) + "\" viewBox=\""
                + number(x) + " " + number(y) + " " + number(width) + " " + number(height) + "\" width=\""
                + number(width * SHOWN)
                + "\" height=\"" + number(height * SHOWN)
                + "\" font-family=\"Inter, 'Source Sans 3', system-ui, sans-serif\" font-size=\""
                + number(SIZE) + "\"><title>" + escape(title) + "</title>" + body + "</svg>";
    }

    void begin(String id, String kind, PictureTone tone) {
        body.append("<g data-element=\"").append(escape(id)).append('"');
        if (tone == PictureTone.NOW) {
            attribute("id", "now-" + id); // so that a link leads the eye there
        }
        attribute("class", kind + " " + tone.cssClass());
        body.append('>');
    }

    void end() {
        body.append("</g>");
    }

    private void attribute(String name, String value) {
        body.append(' ').append(name).append("=\"").append(escape(value)).append('"');
    }

    private void attribute(String name, double value) {
        attribute(name, number(value));
    }

    void rectangle(Box box, PictureTone tone, double width, String dashes) {
        take(box.wider(width / 2));
        body.append("<rect class=\"outline\"");
        corners(box);
        attribute("rx", 4);
        ink(tone, width, dashes);
    }

    private void corners(Box box) {
        attribute("x", box.x());
        attribute("y", box.y());
        attribute("width", box.width());
        attribute("height", box.height());
    }

    void circle(Box box, double inset, PictureTone tone, double width, String dashes) {
        take(box.wider(width / 2));
        body.append("<circle class=\"outline\"");
        attribute("cx", box.centre().x());
        attribute("cy", box.centre().y());
        attribute("r", box.width() / 2 - inset);
        ink(tone, width, dashes);
    }

    void diamond(Box box, PictureTone tone) {
        take(box.wider(tone.width()));
        var centre = box.centre();
        body.append("<path class=\"outline\"");
        attribute(
                "d",
                "M" + pair(centre.x(), box.y()) + "L" + pair(box.right(), centre.y()) + "L"
                        + pair(centre.x(), box.bottom()) + "L" + pair(box.x(), centre.y()) + "Z");
        ink(tone, tone.width(), "");
    }

    private void ink(PictureTone tone, double width, String dashes) {
        attribute("fill", tone.fill());
        attribute("stroke", tone.line());
        attribute("stroke-width", width);
        if (!dashes.isEmpty()) {
            attribute("stroke-dasharray", dashes);
        }
        body.append("/>");
    }

    void mark(String shape, Point at, PictureTone tone) {
        var filled = shape.startsWith("F");
        body.append("<path class=\"").append(filled ? "mark full" : "mark").append('"');
        attribute("transform", "translate(" + pair(at.x(), at.y()) + ")");
        attribute("d", filled ? shape.substring(1) : shape);
        attribute("fill", filled ? tone.line() : "none");
        attribute("stroke", filled && shape.equals(PictureMarks.SENT_ENVELOPE) ? tone.fill() : tone.line());
        attribute("stroke-width", "1.25");
        attribute("stroke-linejoin", "round");
        body.append("/>");
    }

    void arrow(List<Point> points, PictureTone tone) {
        points.forEach(point -> take(new Box(point.x(), point.y(), 0, 0)));
        body.append("<path class=\"line\"");
        attribute(
                "d",
                points.stream().map(point -> pair(point.x(), point.y())).collect(Collectors.joining("L", "M", "")));
        attribute("fill", "none");
        attribute("stroke", tone.line());
        attribute("stroke-width", Math.min(2, tone.width()));
        attribute("stroke-linejoin", "round");
        body.append("/>");
        var tip = points.get(points.size() - 1);
        var before = points.get(points.size() - 2);
        var angle = Math.toDegrees(Math.atan2(tip.y() - before.y(), tip.x() - before.x()));
        body.append("<path class=\"head\"");
        attribute("transform", "translate(" + pair(tip.x(), tip.y()) + ") rotate(" + number(angle) + ")");
        attribute("d", "M0,0L-8,-4V4Z");
        attribute("fill", tone.line());
        body.append("/>");
    }

    /** Text in the middle of a shape; where a mark stands at its foot, above that. */
    void textInside(String text, Box box, boolean footTaken, PictureTone tone) {
        var lines = TextLines.wrap(text, box.width() - INNER_MARGIN, SIZE);
        var up = footTaken ? Math.min(8, Math.max(0, (box.height() - lines.size() * LINE) / 2 - 4)) : 0;
        var y = box.centre().y() - up - lines.size() * LINE / 2;
        for (var line : lines) {
            write(line, new Point(box.centre().x(), y), "middle", tone.ink(), squeezed(line, box.width() - TIGHT));
            y += LINE;
        }
    }

    /** Text where a place was found for it. */
    void caption(PicturePlaces.Label label, PictureTone tone) {
        var box = label.box();
        take(box);
        var x =
                switch (label.anchor()) {
                    case "start" -> box.x();
                    case "end" -> box.right();
                    default -> box.centre().x();
                };
        var y = box.y();
        for (var i = 0; i < label.lines().size(); i++) {
            var strong = i >= label.lines().size() - label.strong() ? " font-weight=\"600\"" : "";
            write(label.lines().get(i), new Point(x, y), label.anchor(), tone.ink(), HALO + strong);
            y += LINE;
        }
    }

    private void write(String line, Point top, String anchor, String ink, String more) {
        body.append("<text");
        attribute("x", top.x());
        attribute("y", top.y() + LINE / 2 + SIZE * 0.35);
        attribute("text-anchor", anchor);
        attribute("fill", ink);
        body.append(more).append('>').append(escape(line)).append("</text>");
    }

    /** A single word longer than its shape is set closer, whatever the font. */
    private static String squeezed(String line, double room) {
        return TextLines.width(line, SIZE) <= room
                ? ""
                : " textLength=\"" + number(room) + "\" lengthAdjust=\"spacingAndGlyphs\"";
    }

    void tick(Box box) {
        var x = box.right() - 2;
        var y = box.y() + 2;
        take(new Box(x - 9, y - 9, 18, 18));
        body.append("<g class=\"tick\"><circle");
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", 8);
        attribute("fill", TICK_GREEN);
        body.append("/><path");
        attribute("transform", "translate(" + pair(x, y) + ")");
        body.append(" d=\"M-4,0L-1,3L4,-3\" fill=\"none\" stroke=\"#FFFFFF\" stroke-width=\"2\"/></g>");
    }

    /** The place that a flag with these words takes above a step. */
    static Box flagOf(Box step, String words) {
        var width = TextLines.width(words, SIZE) * 1.08 + 16;
        return new Box(step.centre().x() - width / 2, step.y() - 18, width, 20);
    }

    /** A flag on the upper edge of the step at which the item stands. */
    void flag(Box step, String words) {
        if (!words.isEmpty()) {
            plate(flagOf(step, words), "flag", ACTION_BLUE, words, 0);
        }
    }

    /** How many stand at a step, on its upper left corner; and how many of them for too long, on its upper right. */
    void counts(Box step, String all, String stuck) {
        var width = TextLines.width(all, SIZE) + 16;
        var late = stuck.isEmpty() ? 0 : TextLines.width(stuck, SIZE) + 28;
        var y = step.y() - 17;
        var end = step.right() + 8;
        // On a narrow step the first one moves out to the left, so that both can be read.
        plate(new Box(Math.min(step.x() - 8, end - late - width - 2), y, width, 20), "flag", ACTION_BLUE, all, 0);
        if (!stuck.isEmpty()) {
            plate(new Box(end - late, y, late, 20), "flag stuck", ATTENTION, stuck, 14);
            body.append("<path class=\"stuck-mark\" fill=\"none\" stroke=\"#FFFFFF\" stroke-width=\"1.5\"");
            attribute("transform", "translate(" + pair(end - late + 12, y + 10) + ")");
            attribute("d", PictureMarks.FLAG);
            body.append("/>");
        }
    }

    private void plate(Box box, String kind, String fill, String words, double room) {
        take(box);
        body.append("<g class=\"").append(kind).append("\"><rect");
        corners(box);
        attribute("rx", 3);
        attribute("fill", fill);
        body.append("/><text");
        attribute("x", box.centre().x() + room / 2);
        attribute("y", box.y() + 14);
        attribute("text-anchor", "middle");
        attribute("font-weight", "600");
        attribute("fill", "#FFFFFF");
        body.append('>').append(escape(words)).append("</text></g>");
    }

    private void take(Box box) {
        left = Math.min(left, box.x());
        top = Math.min(top, box.y());
        right = Math.max(right, box.right());
        bottom = Math.max(bottom, box.bottom());
    }

    private static String pair(double x, double y) {
        return number(x) + "," + number(y);
    }

    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String escape(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isXml(point) ? point : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
