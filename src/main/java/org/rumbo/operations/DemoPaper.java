package org.rumbo.operations;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A small document as somebody would keep it in a demonstration: a PDF of one page with a few lines. */
final class DemoPaper {
    private static final int FIRST_LINE = 760;
    private static final int LINE = 18;
    private static final int WIDEST = 80;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();

    private DemoPaper() {}

    static byte[] pdf(List<String> paragraphs) {
        return new DemoPaper().write(text(paragraphs));
    }

    private byte[] write(String text) {
        append("%PDF-1.4\n");
        object("<< /Type /Catalog /Pages 2 0 R >>");
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
                + " /Resources << /Font << /F1 4 0 R >> >> >>");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        object("<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream");
        var table = written.size();
        append("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(place -> append("%010d 00000 n \n".formatted(place)));
        append("trailer\n<< /Size " + (places.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        return written.toByteArray();
    }

    private void object(String content) {
        places.add(written.size());
        append(places.size() + " 0 obj\n" + content + "\nendobj\n");
    }

    /** One byte a sign, as the font counts them. */
    private void append(String text) {
        written.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(List<String> paragraphs) {
        var text = new StringBuilder("BT /F1 12 Tf " + LINE + " TL 60 " + FIRST_LINE + " Td");
        for (var paragraph : paragraphs) {
            for (var line : lines(paragraph)) {
                text.append("\n(")
                        .append(line.replaceAll("([\\\\()])", "\\\\$1"))
                        .append(") Tj T*");
            }
            text.append(" T*");
        }
        return text.append("\nET").toString();
    }

    private static List<String> lines(String paragraph) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : paragraph.split(" ")) {
            if (!line.isEmpty() && line.length() + word.length() >= WIDEST) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
