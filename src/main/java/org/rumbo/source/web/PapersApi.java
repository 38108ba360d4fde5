package org.rumbo.source.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.source.ImportReading;
import org.rumbo.source.ImportView;
import org.rumbo.source.PaperLibrary;
import org.rumbo.source.PaperView;
import org.rumbo.source.WordingView;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Papers over REST. */
@RestController
@RequestMapping("/api/v1")
class PapersApi {
    private final PaperUpload upload;
    private final PaperLibrary library;
    private final ImportReading imports;

    PapersApi(PaperUpload upload, PaperLibrary library, ImportReading imports) {
        this.upload = upload;
        this.library = library;
        this.imports = imports;
    }

    record Papers(List<PaperView> items) {}

    record Wordings(List<WordingView> items) {}

    /** Begins an import (202); a file that was imported before begins none and answers with its import (200). */
    @PostMapping("/papers")
    @Needs(Permission.PAPER_IMPORT)
    ResponseEntity<ImportView> add(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String title,
            HttpServletRequest request,
            Actor actor) {
        upload.requireOneFile(request, actor);
        var begun = upload.begin(file, language, key, title, actor);
        return ResponseEntity.status(begun.begun() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .location(URI.create("/api/v1/imports/" + begun.id()))
                .body(imports.read(begun.id(), actor));
    }

    @GetMapping("/papers")
    @Needs(Permission.PAPER_READ)
    Papers list(Actor actor) {
        return new Papers(library.list(actor));
    }

    @GetMapping("/papers/{key}")
    @Needs(Permission.PAPER_READ)
    PaperView read(@PathVariable String key, Actor actor) {
        return library.read(key, actor);
    }

    /** What the paper says of a recommendation in its own words, the newest version first. */
    @GetMapping("/recommendations/{code}/wording")
    @Needs(Permission.ITEM_READ_RELEASED)
    Wordings wording(@PathVariable RecommendationCode code, Actor actor) {
        return new Wordings(library.wordings(code, actor));
    }
}
