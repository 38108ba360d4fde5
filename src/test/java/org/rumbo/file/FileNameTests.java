package org.rumbo.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Decreto 12.pdf              | PDF  | Decreto 12.pdf
            C:\\tmp\\Decreto.PDF         | PDF  | Decreto.PDF
            ../../etc/passwd            | PDF  | passwd.pdf
            law.pdf.exe                 | PDF  | law.pdf.exe.pdf
            page.html                   | PDF  | page.html.pdf
            .htaccess                   | TEXT | htaccess.txt
            data.csv                    | TEXT | data.csv
            photo.jpeg                  | JPEG | photo.jpeg
            a"b;c<d>%0d%0a.pdf          | PDF  | abcd0d0a.pdf
            ...                         | PDF  | document.pdf
            """)
    void isWhatItsOwnerCalledItButHarmless(String given, FileType type, String kept) {
        assertThat(FileName.of(given, type)).isEqualTo(kept);
    }

    @Test
    void signsThatSteerOrMisleadAreGone() {
        assertThat(FileName.of("a\r\nSet-Cookie: x\0.pdf", FileType.PDF)).isEqualTo("a Set-Cookie x.pdf");
        assertThat(FileName.of("annex\u202efdp.exe", FileType.PDF)).isEqualTo("annexfdp.exe.pdf");
        assertThat(FileName.of("half \ud800 pair.pdf", FileType.PDF)).isEqualTo("half pair.pdf");
        assertThat(FileName.of("cafe\u0301.pdf", FileType.PDF)).isEqualTo("caf\u00e9.pdf");
        assertThat(FileName.of(null, FileType.PDF)).isEqualTo("document.pdf");
        assertThat(FileName.of("x".repeat(5000), FileType.PDF)).hasSize(104);
    }

    @Test
    void aHeaderNamesItInPlainLettersAndInFull() {
        assertThat(FileName.offered("Resolución 5 — año.pdf"))
                .isEqualTo("attachment; filename=\"Resolucion 5 _ ano.pdf\";"
                        + " filename*=UTF-8''Resoluci%C3%B3n%205%20%E2%80%94%20a%C3%B1o.pdf");
        assertThat(FileName.offered("a\"; filename=\"b.exe"))
                .doesNotContain("\"b.exe")
                .contains("%22");
    }
}
