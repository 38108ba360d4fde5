package org.rumbo.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * Sets a text as a printer would: in one column or two, words broken at line ends, pages with heads and feet. Lines that begin with
 * {@code #} are headings across the page, empty ones leave room, {@code ^} begins a note at the foot.
 */
final class Pdfs {
    private static final PDFont FONT = new PDType1Font(FontName.TIMES_ROMAN);
    private static final PDFont BOLD = new PDType1Font(FontName.TIMES_BOLD);
    private static final float SIZE = 11;
    private static final float LEADING = 13.5f;
    private static final float MARGIN = 60;

    private final PDDocument document = new PDDocument();
    private final int columns;
    private final int linesOfPage;
    private final int firstNumber;
    private PDPageContentStream out;
    private int page;
    private int column;
    private int line;
    private int top;

    private Pdfs(int columns, int linesOfPage, int firstNumber) {
        this.columns = columns;
        this.linesOfPage = linesOfPage;
        this.firstNumber = firstNumber;
    }

    /** Columns go in turn as text is set; a heading across the page starts them anew beneath. What stands between bars is a row. */
    static Path set(Path file, int columns, int linesOfPage, int firstNumber, String text) throws IOException {
        var pdf = new Pdfs(columns, linesOfPage, firstNumber);
        pdf.turn();
        for (var paragraph : text.lines().toList()) {
            if (paragraph.startsWith("# ")) {
                pdf.heading(paragraph.substring(2));
            } else if (paragraph.startsWith("|")) {
                pdf.row(paragraph.substring(1).split("\\|"));
            } else if (paragraph.isEmpty()) {
                pdf.line++;
            } else {
                pdf.paragraph(paragraph);
            }
        }
        pdf.out.close();
        pdf.document.save(file.toFile());
        pdf.document.close();
        return file;
    }

    private void turn() throws IOException {
        if (out != null) {
            out.close();
        }
        var sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        out = new PDPageContentStream(document, sheet);
        page++;
        column = 0;
        line = 0;
        top = 0;
        var number = String.valueOf(firstNumber + page - 1);
        write(FONT, 9, MARGIN, 800, page % 2 == 0 ? "Papers of the Harbour Network" : "On ferries and bridges");
        write(FONT, 9, 290, 40, number);
    }

    private void heading(String text) throws IOException {
        if (column > 0 || line > linesOfPage - 4) {
            turn();
        }
        line++;
        write(BOLD, 14, MARGIN, y(), text);
        line += 2;
        top = line;
    }

    private void paragraph(String text) throws IOException {
        for (var words : broken(text)) {
            if (line >= linesOfPage) {
                line = top;
                column++;
                if (column == columns) {
                    turn();
                }
            }
            write(FONT, SIZE, MARGIN + column * (width() + 24), y(), words);
            line++;
        }
    }

    /** Cells beside each other, as in a table. */
    private void row(String[] cells) throws IOException {
        for (var i = 0; i < cells.length; i++) {
            write(FONT, SIZE, MARGIN + i * 160, y(), cells[i].strip());
        }
        line++;
    }

    private float width() {
        return (PDRectangle.A4.getWidth() - 2 * MARGIN - (columns - 1) * 24) / columns;
    }

    private float y() {
        return 770 - line * LEADING;
    }

    private List<String> broken(String text) throws IOException {
        var lines = new ArrayList<String>();
        var current = new StringBuilder();
        for (var word : text.split(" ")) {
            var longer = current.isEmpty() ? word : current + " " + word;
            if (wide(longer)) {
                var cut = word.length() / 2;
                var head = current + " " + word.substring(0, cut) + "-";
                var splits = word.matches("\\p{L}{8,}") && !wide(head);
                lines.add(splits ? head : current.toString());
                current = new StringBuilder(splits ? word.substring(cut) : word);
            } else {
                current = new StringBuilder(longer);
            }
        }
        lines.add(current.toString());
        return lines;
    }

    private boolean wide(String text) throws IOException {
        return FONT.getStringWidth(text) / 1000 * SIZE > width();
    }

    private void write(PDFont font, float size, float x, float y, String text) throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
    }
}
