package org.rumbo.recommendation.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.EvidenceView;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.MarkerView;
import org.rumbo.recommendation.RecommendationAnswers;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InputText;
import org.rumbo.shared.Language;
import org.rumbo.shared.Page;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recommendations, their fields, markers and evidence over REST. */
@RestController
@RequestMapping("/api/v1/recommendations")
class RecommendationApi {
    private final RecommendationQueries queries;
    private final RecommendationReader reader;
    private final RecommendationAnswers answers;
    private final RecommendationEditing editing;
    private final People people;
    private final Network network;
    private final JsonMapper json;

    RecommendationApi(
            RecommendationQueries queries,
            RecommendationReader reader,
            RecommendationAnswers answers,
            RecommendationEditing editing,
            People people,
            Network network,
            JsonMapper json) {
        this.queries = queries;
        this.reader = reader;
        this.answers = answers;
        this.editing = editing;
        this.people = people;
        this.network = network;
        this.json = json;
    }

    @GetMapping
    @Needs(Permission.ITEM_READ_RELEASED)
    Page<RecommendationRow> list(
            @RequestParam(required = false) @Nullable List<String> country,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable List<String> theme,
            @RequestParam(required = false) @Nullable String addressee,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String overdue,
            @RequestParam(required = false) @Nullable String stale,
            @RequestParam(required = false) @Nullable String mine,
            @RequestParam(required = false) @Nullable String verified,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        var parameters = new ListParameters(
                country, state, theme, addressee, q, overdue, stale, mine, verified, sort, limit, after);
        return queries.list(parameters.toFilter(network), actor);
    }

    @GetMapping("/{code}")
    @Needs(Permission.ITEM_READ_RELEASED)
    ResponseEntity<RecommendationView> read(@PathVariable RecommendationCode code, Actor actor) {
        return answers.item(code, actor);
    }

    @PostMapping
    @Needs(Permission.ITEM_PROPOSE)
    ResponseEntity<RecommendationView> propose(@RequestBody Bodies.Proposal body, Actor actor) {
        var country = new CountryCode(Bodies.present("country", body.country()));
        var language = body.language() == null
                ? network.defaultLanguage()
                : Language.of(body.language()).orElseThrow(() -> DomainException.malformed("language"));
        var input = new InputText();
        var title = input.required("title", body.title(), Bodies.TITLE, "title-required");
        var summary = input.required("summary", body.summary(), Bodies.PARAGRAPH, "summary-required");
        editing.requireMayPropose(country, actor);
        input.check();
        return answers.created(editing.propose(country, language, title, summary, actor), actor);
    }

    @PatchMapping("/{code}")
    @Needs(Permission.ITEM_EDIT)
    ResponseEntity<RecommendationView> edit(
            @PathVariable RecommendationCode code,
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        editing.edit(
                code,
                () -> EditBody.command(body, json, people),
                actor,
                Expected.ofHeader(ifMatch).asRequired());
        return answers.item(code, actor);
    }

    @PostMapping("/{code}/markers")
    @Needs(Permission.MARKER_EDIT)
    ResponseEntity<MarkerView> addMarker(
            @PathVariable RecommendationCode code,
            @RequestBody Bodies.MarkerBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        var id = editing.addMarker(code, body::newMarker, actor, Expected.ofHeader(ifMatch));
        return ResponseEntity.created(address(code, "markers", id)).body(marker(code, id, actor));
    }

    @PatchMapping("/{code}/markers/{id}")
    @Needs(Permission.MARKER_MET)
    MarkerView changeMarker(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @RequestBody Bodies.MarkerBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        editing.changeMarker(code, id, body.needed(), body::toCommand, actor, Expected.ofHeader(ifMatch));
        return marker(code, id, actor);
    }

    @PostMapping("/{code}/evidence")
    @Needs(Permission.EVIDENCE_ADD)
    ResponseEntity<EvidenceView> addEvidence(
            @PathVariable RecommendationCode code,
            @RequestBody Bodies.EvidenceBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        Bodies.present("type", body.type());
        Bodies.present("strength", body.strength());
        var id = editing.addEvidence(code, body::toCommand, actor, Expected.ofHeader(ifMatch));
        return ResponseEntity.created(address(code, "evidence", id)).body(evidence(code, id, actor));
    }

    @PostMapping("/{code}/evidence/{id}/release")
    @Needs(Permission.EVIDENCE_RELEASE)
    EvidenceView releaseEvidence(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @RequestBody Bodies.Release body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        var visibility = Bodies.present("visibility", body.visibility());
        editing.releaseEvidence(code, id, visibility, actor, Expected.ofHeader(ifMatch));
        return evidence(code, id, actor);
    }

    @PostMapping("/{code}/evidence/{id}/link")
    @Needs(Permission.EVIDENCE_LINK)
    EvidenceView markLink(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @RequestBody Bodies.Link body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        var leads = Bodies.present("leads", body.leads());
        editing.markLink(code, id, leads, body::since, actor, Expected.ofHeader(ifMatch));
        return evidence(code, id, actor);
    }

    private MarkerView marker(RecommendationCode code, UUID id, Actor actor) {
        var view = (RecommendationView.Full) reader.read(code, actor);
        return view.facts().markers().stream()
                .filter(marker -> marker.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private EvidenceView evidence(RecommendationCode code, UUID id, Actor actor) {
        return reader.read(code, actor).evidence().stream()
                .filter(document -> document.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static URI address(RecommendationCode code, String kind, UUID id) {
        return URI.create("/api/v1/recommendations/" + code + "/" + kind + "/" + id);
    }
}
