package org.rumbo.reading;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes the letters of a PDF's page with their positions and has them put in lines. */
final class PageText extends PDFTextStripper {
    private static final int MOST_LETTERS = 100_000;

    private final List<TextPosition> letters = new ArrayList<>();
    /** Where the page before was parted in columns. */
    private List<Float> parted = List.of();

    PageText() {
        setShouldSeparateByBeads(false);
    }

    List<PageLayout.Row> lines(PDDocument document, int page) throws IOException {
        letters.clear();
        setStartPage(page);
        setEndPage(page);
        writeText(document, Writer.nullWriter());
        var layout = new PageLayout(letters, parted);
        var lines = layout.lines();
        parted = layout.parted();
        return lines;
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (letters.size() > MOST_LETTERS) {
            throw new IllegalStateException("No page of a paper holds so many letters");
        }
        super.processTextPosition(text);
    }

    @Override
    protected void writePage() {
        for (var article : getCharactersByArticle()) {
            letters.addAll(article);
        }
    }
}
