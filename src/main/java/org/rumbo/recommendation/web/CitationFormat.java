package org.rumbo.recommendation.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.rumbo.recommendation.RecommendationCode;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The forms in which reference managers take a citation; the name is the ending of its file. */
enum CitationFormat {
    BIB("BibTeX", new MediaType("application", "x-bibtex", StandardCharsets.UTF_8), BibTex::of),
    RIS("RIS", new MediaType("application", "x-research-info-systems", StandardCharsets.UTF_8), Ris::of),
    JSON("CSL-JSON", new MediaType("application", "vnd.citationstyles.csl+json"), CslJson::of);

    private final String called;
    private final MediaType type;
    private final Function<CitedPassage, String> writer;

    CitationFormat(String called, MediaType type, Function<CitedPassage, String> writer) {
        this.called = called;
        this.type = type;
        this.writer = writer;
    }

    static CitationFormat ofEnding(String ending) {
        return valueOf(ending.toUpperCase(Locale.ROOT));
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    String of(CitedPassage cited) {
        return writer.apply(cited);
    }

    /** To be downloaded under the recommendation's code. */
    ResponseEntity<byte[]> file(RecommendationCode code, CitedPassage cited) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(code + "." + ending())
                                .build()
                                .toString())
                .body(of(cited).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A citation to be copied from a page.
     *
     * @param ending of its file's name
     * @param format what the format is called, in all languages
     */
    record Written(String ending, String format, String text) {}

    static List<Written> all(CitedPassage cited) {
        return Arrays.stream(values())
                .map(format -> new Written(format.ending(), format.called, format.of(cited)))
                .toList();
    }
}
