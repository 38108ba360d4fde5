package org.rumbo.recommendation.web;

/** Writes a cited passage in the tagged lines that reference managers exchange: two letters, two blanks, a hyphen, a value. */
final class Ris {
    private Ris() {}

    static String of(CitedPassage cited) {
        var lines = new StringBuilder();
        line(lines, "TY", cited.chapter() == null ? "RPRT" : "CHAP");
        line(lines, "ID", cited.key());
        // An asterisk in a name is a sign of the format's own.
        cited.authors().forEach(author -> line(lines, "AU", author.replace("*", "")));
        cited.editors().forEach(editor -> line(lines, "ED", editor.replace("*", "")));
        if (cited.chapter() == null) {
            line(lines, "TI", cited.title());
        } else {
            line(lines, "TI", cited.chapter());
            // Some programs look for the book's title here, others there.
            line(lines, "T2", cited.title());
            line(lines, "BT", cited.title());
        }
        // Only authors may have several lines.
        if (!cited.publishers().isEmpty()) {
            line(lines, "PB", String.join("; ", cited.publishers()));
        }
        line(lines, "PY", String.valueOf(cited.year()));
        line(
                lines,
                "DA",
                cited.month() == null
                        ? "%04d///".formatted(cited.year())
                        : "%04d/%02d//".formatted(cited.year(), cited.month()));
        if (cited.isbn() != null) {
            line(lines, "SN", cited.isbn());
        }
        if (cited.page() != null) {
            line(lines, "SP", String.valueOf(cited.page()));
            line(lines, "EP", String.valueOf(cited.page()));
        }
        line(lines, "LA", cited.language());
        line(lines, "N1", cited.place());
        if (cited.paperAddress() != null) {
            line(lines, "UR", cited.paperAddress());
        }
        line(lines, "UR", cited.address());
        return lines.append("ER  - \r\n").toString();
    }

    private static void line(StringBuilder lines, String tag, String value) {
        lines.append(tag).append("  - ").append(value).append("\r\n");
    }
}
