package org.rumbo.recommendation.web;

import org.rumbo.file.FileName;
import org.rumbo.recommendation.EvidenceFiles;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file that somebody handed in is for saving, never for showing: whatever a browser makes of it, it may do nothing. */
final class FileAnswer {
    private FileAnswer() {}

    static ResponseEntity<InputStreamResource> of(EvidenceFiles.Opened opened) {
        var file = opened.file();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.offered(file.name()))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .body(new InputStreamResource(opened.content()));
    }
}
