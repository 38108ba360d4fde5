package org.rumbo.recommendation.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.EvidenceFiles;
import org.rumbo.recommendation.EvidenceType;
import org.rumbo.recommendation.EvidenceView;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.recommendation.Strength;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.FilePart;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.core.io.InputStreamResource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Evidence that comes as a file, and its file, over REST. */
@RestController
@RequestMapping("/api/v1/recommendations/{code}/evidence")
class EvidenceFileApi {

    private final EvidenceUploads uploads;
    private final EvidenceFiles files;
    private final RecommendationReader reader;

    EvidenceFileApi(EvidenceUploads uploads, EvidenceFiles files, RecommendationReader reader) {
        this.uploads = uploads;
        this.files = files;
        this.reader = reader;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Permission.EVIDENCE_ADD)
    ResponseEntity<EvidenceView> add(
            @PathVariable RecommendationCode code,
            @RequestParam(required = false) @Nullable EvidenceType type,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String issuer,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String url,
            @RequestParam(required = false) @Nullable Strength strength,
            @RequestParam(required = false) @Nullable Visibility visibility,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            MultipartHttpServletRequest request,
            Actor actor) {
        Bodies.present("type", type);
        Bodies.present("strength", strength);
        FilePart.requireOnlyOne(request);
        var sent = Bodies.present(FilePart.NAME, EvidenceUploads.chosen(file));
        var body = new Bodies.EvidenceBody(type, title, issuer, date, language, url, strength, visibility);
        var id = uploads.add(code, () -> body.toCommand(true), sent, actor, Expected.ofHeader(ifMatch));
        return ResponseEntity.created(URI.create("/api/v1/recommendations/" + code + "/evidence/" + id))
                .body(evidence(code, id, actor));
    }

    private EvidenceView evidence(RecommendationCode code, UUID id, Actor actor) {
        return reader.read(code, actor).evidence().stream()
                .filter(document -> document.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @GetMapping("/{id}/file")
    @Needs(Permission.ITEM_READ_RELEASED)
    ResponseEntity<InputStreamResource> file(
            @PathVariable RecommendationCode code, @PathVariable UUID id, Actor actor) {
        return FileAnswer.of(files.open(code, id, actor));
    }
}
