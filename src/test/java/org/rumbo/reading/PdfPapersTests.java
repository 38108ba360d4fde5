package org.rumbo.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same invented paper as a printer sets it, in one column and in two, read by the process that reads PDFs. */
class PdfPapersTests {
    private static final Path PAPER = Path.of("src/test/resources/papers/harbours.set");

    @TempDir
    private Path folder;

    @Test
    void inOneColumn() throws IOException, UnreadablePaper {
        assertRead(1, 26, 5);
    }

    @Test
    void inTwoColumns() throws IOException, UnreadablePaper {
        assertRead(2, 24, 11);
    }

    @Test
    void inTwoColumnsOfOtherLengths() throws IOException, UnreadablePaper {
        for (var lines = 18; lines < 44; lines += 7) {
            assertRead(2, lines, 1);
        }
    }

    @Test
    void inThreeColumns() throws IOException, UnreadablePaper {
        for (var lines : new int[] {22, 31, 40}) {
            assertRead(3, lines, 7);
        }
    }

    @Test
    void tablesAreDoubtedAndNotMixedSilently() throws IOException, UnreadablePaper {
        var file = Pdfs.set(folder.resolve("table.pdf"), 1, 40, 1, """
                # Fences of Alboria
                Ida Sorrel

                Fences fall in the storm, and nobody mends them before the next one comes and carries the posts away.

                # Recommendations
                |1. Mend the fences|Ministry of fields|2031
                |before the storm|with the farmers|or later
                |2. Count the posts|Office of counting|2032
                |and paint them|with two painters|at once
                """);
        var reading = Reading.of(file, "en", Set.of("XA", "XB"));
        assertThat(reading.confidence()).isEqualTo(Confidence.LOW);
        assertThat(reading.passages()).isNotEmpty().allSatisfy(passage -> {
            assertThat(passage.confidence()).isEqualTo(Confidence.LOW);
            assertThat(passage.warnings().stream().map(Warning::kind)).contains(Warning.Kind.TABLE);
        });
    }

    @Test
    void tellsHowFarItIs() throws IOException, UnreadablePaper {
        var pages = new ArrayList<String>();
        Reading.reader().read(set(1, 20, 3), "en", Set.of("XA", "XB"), (done, total) -> pages.add(done + "/" + total));
        assertThat(pages).startsWith("1/3", "2/3", "3/3");
    }

    private void assertRead(int columns, int lines, int firstNumber) throws IOException, UnreadablePaper {
        var reading = Reading.of(set(columns, lines, firstNumber), "en", Set.of("XA", "XB"));
        var label = columns + " columns of " + lines;
        assertThat(reading.chapters().stream()
                        .map(chapter -> chapter.country() + " " + chapter.title() + " " + chapter.authors()))
                .as(label)
                .containsExactly(
                        "XA Ferries in Alboria [Lena Ortwin, Paul Marsted]", "XB Bridges of Bresalia [Mira Kalder]");
        assertThat(reading.passages().stream()
                        .map(passage -> passage.chapter() + passage.mark() + " " + passage.text()))
                .as(label)
                .containsExactlyElementsOf(Files.readAllLines(PAPER).stream()
                        .filter(line -> line.startsWith("=="))
                        .map(line -> line.substring(3))
                        .toList());
        assertThat(reading.passages().get(0).leadIn())
                .as(label)
                .isEqualTo("The ministry of harbours should, together with the islands:");
        assertThat(reading.skipped().stream().map(SkippedItem::mark)).as(label).containsExactly("a", "b", "c");
        for (var passage : reading.passages()) {
            var place = passage.place();
            assertThat(place.pageDerived()).isFalse();
            assertThat(place.firstPage()).as(label).isGreaterThanOrEqualTo(firstNumber);
            var printed = reading.linePages().get(place.firstLine() - 1);
            assertThat(place.firstPage()).isEqualTo(printed);
        }
    }

    private Path set(int columns, int lines, int firstNumber) throws IOException {
        var text = Files.readString(PAPER).replaceAll("(?m)^== .*\\R?", "");
        return Pdfs.set(folder.resolve("paper.pdf"), columns, lines, firstNumber, text);
    }
}
