package org.rumbo.workflow;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes SVG and keeps account of the room that the drawing takes. */
final class SvgCanvas {
    /** Marks, drawn around the origin; those that begin with a capital F are filled. */
    static final String PERSON = "M0,-6a3,3 0 1,0 0.01,0ZM-6,7v-2a6,5 0 0,1 12,0v2Z";

    static final String ENVELOPE = "M-7,-5h14v10h-14ZM-7,-5L0,1L7,-5";
    static final String CLOCK = "M0,-9a9,9 0 1,0 0.01,0ZM0,-6V0L4,3";
    static final String GEAR =
            "M0,-3a3,3 0 1,0 0.01,0ZM0,-7V-5M0,5V7M-7,0H-5M5,0H7M-5,-5L-3.5,-3.5M3.5,3.5L5,5M-5,5L-3.5,3.5M3.5,-3.5L5,-5";
    static final String TABLE = "M-7,-6h14v12h-14ZM-7,-2h14M-7,2h14M-3,-2v8";
    static final String CROSS = "M-6,-6L6,6M6,-6L-6,6";
    static final String PLUS = "M-8,0H8M0,-8V8";
    static final String PARALLEL = "M-4,-5V5M0,-5V5M4,-5V5";
    static final String LINK_IN = "M-8,-3H1V-7L9,0L1,7V3H-8Z";
    static final String LINK_OUT = "F" + LINK_IN;

    private static final String ACTION_BLUE = "#0B5394";
    private static final String TICK_GREEN = "#0B5235";
    private static final double SIZE = 12;
    private static final double LINE = 14;

    /** Shown so large that the smallest words are as large as a page's smallest. */
    private static final double SHOWN = 14 / SIZE;

    private static final double INNER_MARGIN = 14;

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
    }

    private final StringBuilder body = new StringBuilder();
    private double left = Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double right = -Double.MAX_VALUE;
    private double bottom = -Double.MAX_VALUE;

    String document(String title, double margin, double above) {
        var x = left - margin;
        var y = top - margin - above;
        var width = right - left + 2 * margin;
        var height = bottom - top + 2 * margin + above;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"" + escape(title) + "\" viewBox=\""
                + number(x) + " " + number(y) + " " + number(width) + " " + number(height) + "\" width=\""
                + number(width * SHOWN)
                + "\" height=\"" + number(height * SHOWN)
                + "\" font-family=\"Inter, 'Source Sans 3', system-ui, sans-serif\" font-size=\""
                + number(SIZE) + "\"><title>" + escape(title) + "</title>" + body + "</svg>";
    }

    void begin(String id, String kind, PictureTone tone) {
        body.append("<g data-element=\"").append(escape(id));
        if (tone == PictureTone.NOW) {
            body.append("\" id=\"now-").append(escape(id)); // so that a link leads the eye there
        }
        body.append("\" class=\"")
                .append(escape(kind))
                .append(' ')
                .append(tone.cssClass())
                .append("\">");
    }

    void end() {
        body.append("</g>");
    }

    void rectangle(Box box, PictureTone tone, double width, String dashes) {
        take(box);
        body.append("<rect class=\"outline\" x=\"")
                .append(number(box.x()))
                .append("\" y=\"")
                .append(number(box.y()))
                .append("\" width=\"")
                .append(number(box.width()))
                .append("\" height=\"")
                .append(number(box.height()))
                .append("\" rx=\"4\"")
                .append(inked(tone, width, dashes));
    }

    void circle(Box box, double inset, PictureTone tone, double width, String dashes) {
        take(box);
        var centre = box.centre();
        body.append("<circle class=\"outline\" cx=\"")
                .append(number(centre.x()))
                .append("\" cy=\"")
                .append(number(centre.y()))
                .append("\" r=\"")
                .append(number(box.width() / 2 - inset))
                .append('"')
                .append(inked(tone, width, dashes));
    }

    void diamond(Box box, PictureTone tone) {
        take(box);
        var centre = box.centre();
        body.append("<path class=\"outline\" d=\"M")
                .append(pair(centre.x(), box.y()))
                .append('L')
                .append(pair(box.x() + box.width(), centre.y()))
                .append('L')
                .append(pair(centre.x(), box.y() + box.height()))
                .append('L')
                .append(pair(box.x(), centre.y()))
                .append("Z\"")
                .append(inked(tone, tone.width(), ""));
    }

    private static String inked(PictureTone tone, double width, String dashes) {
        return " fill=\"" + tone.fill() + "\" stroke=\"" + tone.line() + "\" stroke-width=\"" + number(width) + '"'
                + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + '"') + "/>";
    }

    void mark(String shape, Point at, PictureTone tone) {
        var filled = shape.startsWith("F");
        body.append("<path class=\"mark\" transform=\"translate(")
                .append(pair(at.x(), at.y()))
                .append(")\" d=\"")
                .append(filled ? shape.substring(1) : shape)
                .append("\" fill=\"")
                .append(filled ? tone.line() : "none")
                .append("\" stroke=\"")
                .append(tone.line())
                .append("\" stroke-width=\"1.25\" stroke-linejoin=\"round\"/>");
    }

    void arrow(List<Point> points, PictureTone tone) {
        points.forEach(point -> take(new Box(point.x(), point.y(), 0, 0)));
        var path = points.stream().map(point -> pair(point.x(), point.y())).collect(Collectors.joining("L", "M", ""));
        body.append("<path class=\"line\" d=\"")
                .append(path)
                .append("\" fill=\"none\" stroke=\"")
                .append(tone.line())
                .append("\" stroke-width=\"")
                .append(number(Math.min(2, tone.width())))
                .append("\" stroke-linejoin=\"round\"/>");
        var tip = points.get(points.size() - 1);
        var before = points.get(points.size() - 2);
        var angle = Math.toDegrees(Math.atan2(tip.y() - before.y(), tip.x() - before.x()));
        body.append("<path class=\"head\" transform=\"translate(")
                .append(pair(tip.x(), tip.y()))
                .append(") rotate(")
                .append(number(angle))
                .append(")\" d=\"M0,0L-8,-4V4Z\" fill=\"")
                .append(tone.line())
                .append("\"/>");
    }

    /** Text in the middle of a shape, below its mark. */
    void textInside(String text, Box box, PictureTone tone) {
        write(TextLines.wrap(text, box.width() - INNER_MARGIN, SIZE), box.centre(), tone, "middle");
    }

    /** Text beside a flow: one line where the layout leaves one, however long the translation. */
    void captionOfFlow(String text, Box box, PictureTone tone) {
        var lines = box.height() < 2 * LINE - 2 ? List.of(text) : TextLines.wrap(text, box.width() + LINE, SIZE);
        write(lines, box.centre(), tone, "middle");
    }

    /** Text beside a shape: it grows away from the shape, whichever side the layout puts it on. */
    void captionOfShape(String text, Box box, Box shape, PictureTone tone) {
        var lines = TextLines.wrap(text, box.width() + LINE, SIZE);
        var half = lines.size() * LINE / 2;
        var centre = box.centre();
        if (box.y() >= shape.y() + shape.height()) {
            write(lines, new Point(centre.x(), box.y() + half), tone, "middle");
        } else if (box.y() + box.height() <= shape.y()) {
            write(lines, new Point(centre.x(), box.y() + box.height() - half), tone, "middle");
        } else if (box.x() >= shape.x() + shape.width() || box.x() >= shape.x() && box.width() < shape.width()) {
            write(lines, new Point(box.x(), centre.y()), tone, "start");
        } else {
            write(lines, centre, tone, "middle");
        }
    }

    private void write(List<String> lines, Point centre, PictureTone tone, String anchor) {
        var y = centre.y() - (lines.size() - 1) * LINE / 2 + SIZE * 0.35;
        for (var line : lines) {
            var width = TextLines.width(line, SIZE);
            var x = anchor.equals("middle") ? centre.x() - width / 2 : centre.x();
            take(new Box(x, y - SIZE, width, LINE));
            body.append("<text x=\"")
                    .append(number(centre.x()))
                    .append("\" y=\"")
                    .append(number(y))
                    .append("\" text-anchor=\"")
                    .append(anchor)
                    .append("\" fill=\"")
                    .append(tone.ink())
                    .append("\">")
                    .append(escape(line))
                    .append("</text>");
            y += LINE;
        }
    }

    void tick(Box box) {
        var x = box.x() + box.width() - 2;
        body.append("<g class=\"tick\"><circle cx=\"")
                .append(number(x))
                .append("\" cy=\"")
                .append(number(box.y() + 2))
                .append("\" r=\"8\" fill=\"")
                .append(TICK_GREEN)
                .append("\"/><path transform=\"translate(")
                .append(pair(x, box.y() + 2))
                .append(")\" d=\"M-4,0L-1,3L4,-3\" fill=\"none\" stroke=\"#FFFFFF\" stroke-width=\"2\"/></g>");
        take(new Box(x - 8, box.y() - 6, 16, 16));
    }

    /** A flag on the upper left edge of the step at which the item stands. */
    void flag(Box box, String words) {
        if (words.isEmpty()) {
            return;
        }
        var width = TextLines.width(words, SIZE) + 16;
        var x = box.centre().x() - width / 2;
        var y = box.y() - 18;
        take(new Box(x, y, width, 20));
        body.append("<g class=\"flag\"><rect x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"")
                .append(number(width))
                .append("\" height=\"20\" rx=\"3\" fill=\"")
                .append(ACTION_BLUE)
                .append("\"/><text x=\"")
                .append(number(x + width / 2))
                .append("\" y=\"")
                .append(number(y + 14))
                .append("\" text-anchor=\"middle\" font-weight=\"600\" fill=\"#FFFFFF\">")
                .append(escape(words))
                .append("</text></g>");
    }

    private void take(Box box) {
        left = Math.min(left, box.x());
        top = Math.min(top, box.y());
        right = Math.max(right, box.x() + box.width());
        bottom = Math.max(bottom, box.y() + box.height());
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
