package org.rumbo.reporting.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.reporting.Audience;
import org.rumbo.reporting.Publications;
import org.rumbo.reporting.PublishedReport;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published reports over REST, and their stored files for programs and people alike. */
@RestController
class PublicationApi {
    private static final String ID =
            "/{id:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}}";
    private static final String API = "/api/v1/reports";
    private static final String PAGES = "/reports";

    private final Publications publications;

    PublicationApi(Publications publications) {
        this.publications = publications;
    }

    record Publish(
            @Nullable LocalDate asOf,
            @Nullable LocalDate from,
            @Nullable Audience audience) {}

    record Answers(List<Answer> items) {}

    /**
     * @param sha256 of the JSON file
     * @param files fingerprints by format; only where one report is asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            UUID id,
            LocalDate asOf,
            @Nullable LocalDate from,
            Instant publishedAt,
            String publishedBy,
            long total,
            long reached,
            String sha256,
            @Nullable Map<String, String> files) {
        static Answer of(PublishedReport report, @Nullable Map<String, String> files) {
            return new Answer(
                    report.id(),
                    report.asOf(),
                    report.from(),
                    report.publishedAt(),
                    report.publishedBy(),
                    report.total(),
                    report.reached(),
                    report.sha256(),
                    files);
        }
    }

    @PostMapping(API)
    @Needs(Permission.REPORT_PUBLISH)
    ResponseEntity<Answer> publish(@RequestBody(required = false) @Nullable Publish body, Actor actor) {
        var wish = body == null ? new Publish(null, null, null) : body;
        var audience = wish.audience() == null ? Audience.FUNDERS : wish.audience();
        var published = publications.publish(wish.asOf(), wish.from(), audience, actor);
        return ResponseEntity.created(URI.create(API + "/" + published.id())).body(answer(published, actor));
    }

    @GetMapping(API)
    @Needs(Permission.REPORT_READ)
    ResponseEntity<Answers> all(Actor actor) {
        return ResponseEntity.ok(new Answers(publications.all(actor).stream()
                .map(report -> Answer.of(report, null))
                .toList()));
    }

    @GetMapping(API + ID)
    @Needs(Permission.REPORT_READ)
    ResponseEntity<Answer> one(@PathVariable UUID id, Actor actor) {
        return ResponseEntity.ok(answer(publications.find(id, actor), actor));
    }

    @GetMapping({API + ID + ".json", PAGES + ID + ".json"})
    @Needs(Permission.REPORT_READ)
    ResponseEntity<byte[]> json(@PathVariable UUID id, Actor actor) {
        return Downloads.json(
                publications.file(id, "json", actor),
                publications.find(id, actor).asOf());
    }

    @GetMapping({API + ID + ".csv", PAGES + ID + ".csv"})
    @Needs(Permission.REPORT_READ)
    ResponseEntity<byte[]> csv(@PathVariable UUID id, Actor actor) {
        return Downloads.csv(
                publications.file(id, "csv", actor),
                publications.find(id, actor).asOf());
    }

    @GetMapping({API + ID + ".html", PAGES + ID + ".html"})
    @Needs(Permission.REPORT_READ)
    ResponseEntity<byte[]> html(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String lang, Locale locale, Actor actor) {
        return Downloads.html(publications.document(id, LiveReports.language(lang, locale), actor));
    }

    private Answer answer(PublishedReport report, Actor actor) {
        return Answer.of(report, publications.fingerprints(report.id(), actor));
    }
}
