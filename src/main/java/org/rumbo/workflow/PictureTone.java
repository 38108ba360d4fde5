package org.rumbo.workflow;

/** How a step or a flow is inked; the order is the order of drawing, so that the walked path lies on top. */
enum PictureTone {
    MUTED("muted", "#6B7685", "#FFFFFF", "#4A5766", 1),
    PLAIN("plain", "#16202C", "#FFFFFF", "#16202C", 1.25),
    DONE("done", "#0B5235", "#DFF3E7", "#16202C", 1.75),
    NOW("now", "#0B5394", "#FFFFFF", "#16202C", 3);

    private final String cssClass;
    private final String line;
    private final String fill;
    private final String ink;
    private final double width;

    PictureTone(String cssClass, String line, String fill, String ink, double width) {
        this.cssClass = cssClass;
        this.line = line;
        this.fill = fill;
        this.ink = ink;
        this.width = width;
    }

    String cssClass() {
        return cssClass;
    }

    String line() {
        return line;
    }

    String fill() {
        return fill;
    }

    String ink() {
        return ink;
    }

    double width() {
        return width;
    }
}
