package org.rumbo.reporting.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.rumbo.reporting.ReportFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a report as a file; its fingerprint stands beside it, since a file cannot hold its own. */
final class Downloads {
    static final String FINGERPRINT = "X-Content-SHA256";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    /** A stored document brings its style with it and may fetch nothing. */
    private static final String DOCUMENT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Downloads() {}

    static ResponseEntity<byte[]> json(ReportFile file, LocalDate asOf) {
        return answer(file, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, named("inline", asOf, "json"))
                .body(file.content());
    }

    static ResponseEntity<byte[]> csv(ReportFile file, LocalDate asOf) {
        return answer(file, CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, named("attachment", asOf, "csv"))
                .body(file.content());
    }

    static ResponseEntity<byte[]> html(ReportFile file) {
        return answer(file, HTML)
                .header("Content-Security-Policy", DOCUMENT_POLICY)
                .body(file.content());
    }

    /** Something that is made for this reader at this moment, to be kept under a name. */
    static ResponseEntity<byte[]> named(String content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity.BodyBuilder answer(ReportFile file, MediaType type) {
        return ResponseEntity.ok().contentType(type).header(FINGERPRINT, file.sha256());
    }

    private static String named(String how, LocalDate asOf, String extension) {
        return ContentDisposition.builder(how)
                .filename("rumbo-" + asOf + "." + extension)
                .build()
                .toString();
    }
}
