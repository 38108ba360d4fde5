package org.rumbo.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rumbo.reading.Imprint.Told;

/** What papers tell of themselves, in three languages, and what they do not tell. */
class TitlePageTests {
    private static final String BODY = """


            Lamps of Alboria
            Ida Sorrel

            The lamps of the harbour are old, and the keepers of the lamps are older than that, as everybody knows.

            Recommendations

            a. Light the lamps.

            Lamps of Bresalia
            Tom Wexley

            In March 2011 the lamps of the town were counted.

            Recommendations

            a. Count them again.
            """;

    @TempDir
    private Path folder;

    private static Imprint read(String front) throws UnreadablePaper {
        return Reading.ofText(front + BODY).imprint();
    }

    private static String said(@Nullable Told told) {
        return told == null ? "nothing" : told.value() + " " + told.confidence() + " " + told.line();
    }

    @Test
    void anEnglishTitlePageIsReadWhole() throws UnreadablePaper {
        var imprint = read("""
                Harbour Papers No. 7

                Light on the water. A paper about lamps

                Edited by Ana Pardo and Tom Wexley
                Published by: Institute of Small Harbours
                Port Sorrel, December 2018
                ISBN 978-9972-671-66-1
                Available at: https://papers.harbour.example/7/light.pdf
                """);
        assertThat(said(imprint.title())).isEqualTo("Light on the water. A paper about lamps MEDIUM 3");
        assertThat(said(imprint.editors())).isEqualTo("Ana Pardo; Tom Wexley HIGH 5");
        assertThat(said(imprint.publishers())).isEqualTo("Institute of Small Harbours HIGH 6");
        assertThat(said(imprint.published())).isEqualTo("2018-12 HIGH 7");
        assertThat(said(imprint.isbn())).isEqualTo("978-9972-671-66-1 HIGH 8");
        assertThat(said(imprint.address())).isEqualTo("https://papers.harbour.example/7/light.pdf HIGH 9");
    }

    @Test
    void aTitleAboveTheChaptersIsTakenAndASeriesIsNone() throws UnreadablePaper {
        assertThat(said(read("Light on the water\nA paper about lamps\n").title()))
                .isEqualTo("Light on the water A paper about lamps MEDIUM 1");
        assertThat(said(read("Working paper 12\n\nNothing else.\n").title())).isEqualTo("nothing");
        assertThat(said(read("December 2018\n\nNothing else.\n").title())).isEqualTo("nothing");
        assertThat(said(read("Title: Light on the water\n\nNothing else.\n").title()))
                .isEqualTo("Light on the water HIGH 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lima, diciembre de 2018 | 2018-12",
                "15 de março de 2019 | 2019-03",
                "Setembro 2020 | 2020-09",
                "3rd May 2021 | 2021-05",
                "May 3, 2021 | 2021-05",
                "Policy paper 5, October 2019 | 2019-10",
                "Publicado en: 07/2017 | 2017-07",
                "Date: 2017-07-30 | 2017-07",
                "© 2016 Harbour Press | 2016",
                "Port Sorrel, 2015 | 2015"
            })
    void datesAreReadHoweverTheyAreWritten(String line, String published) throws UnreadablePaper {
        var told = read("Light on the water\n\n" + line + "\n").published();
        assertThat(told == null ? "nothing" : told.value()).isEqualTo(published);
    }

    @Test
    void aDateInsideASentenceIsNone() throws UnreadablePaper {
        assertThat(read("Light on the water\n\nIn December 2018 the lamps went out.\n")
                        .published())
                .isNull();
        assertThat(read("").published()).isNull();
    }

    @Test
    void whatContradictsItselfIsNotSure() throws UnreadablePaper {
        var two = read("Light on the water\n\nMay 2019\n\nJune 2020\n").published();
        assertThat(said(two)).isEqualTo("2019-05 MEDIUM 3");
    }

    @Test
    void labelsAreKnownInThreeLanguages() throws UnreadablePaper {
        var spanish = read("Luz en el agua\n\nCoordinadores: Ana Pardo y Rui Tavera\nEditorial: Casa del Faro\n"
                + "Disponible en https://faro.example/luz\n");
        assertThat(said(spanish.editors())).isEqualTo("Ana Pardo; Rui Tavera HIGH 3");
        assertThat(said(spanish.publishers())).isEqualTo("Casa del Faro HIGH 4");
        assertThat(said(spanish.address())).isEqualTo("https://faro.example/luz HIGH 5");
        var portuguese = read("Luz na água\n\nAna Pardo e Rui Tavera (orgs.)\nPublicado por Casa do Farol\n"
                + "DOI: 10.1234/luz.7\n");
        assertThat(said(portuguese.editors())).isEqualTo("Ana Pardo; Rui Tavera HIGH 3");
        assertThat(said(portuguese.publishers())).isEqualTo("Casa do Farol HIGH 4");
        assertThat(said(portuguese.address())).isEqualTo("https://doi.org/10.1234/luz.7 HIGH 5");
    }

    @Test
    void whatOnlyMayBeAPublisherIsHardlyAGuess() throws UnreadablePaper {
        var told = read("Light on the water\n\nInstitute of Small Harbours\n").publishers();
        assertThat(said(told)).isEqualTo("Institute of Small Harbours LOW 3");
        assertThat(read("Light on the water\n\nwww.harbour.example\n").address())
                .isNull();
    }

    @Test
    void aNumberWhoseLastDigitIsWrongIsNoIsbn() throws UnreadablePaper {
        assertThat(read("Light on the water\n\nISBN 978-9972-671-66-2\n").isbn())
                .isNull();
        assertThat(Isbn.isRight("0-306-40615-2")).isTrue();
        assertThat(Isbn.isRight("0-306-40615-3")).isFalse();
        assertThat(Isbn.isRight("80-902734-1-X")).isFalse();
    }

    @Test
    void anotherLanguageThanSaidIsPointedOut() throws UnreadablePaper {
        var spanish = "El faro está en la isla y los barcos van con la luz del faro en una noche larga. ".repeat(8);
        var reading = Reading.ofText("Faros\n\n" + spanish + BODY);
        assertThat(said(reading.imprint().language())).startsWith("es ");
        assertThat(reading.warnings().stream().map(Warning::kind)).contains(Warning.Kind.LANGUAGE_DIFFERS);
        assertThat(Reading.ofText(BODY.repeat(4)).warnings().stream().map(Warning::kind))
                .doesNotContain(Warning.Kind.LANGUAGE_DIFFERS);
    }

    @Test
    void theLargestTypeOfAPdfIsItsTitle() throws UnreadablePaper, IOException {
        var text = "# Light on the water\n\n" + BODY.strip();
        var file = Pdfs.set(folder.resolve("paper.pdf"), 1, 40, 1, text.replace("\n\n\n", "\n\n"));
        assertThat(Files.size(file)).isPositive();
        assertThat(said(Reading.of(file, "en", Set.of("XA", "XB")).imprint().title()))
                .startsWith("Light on the water HIGH");
    }
}
