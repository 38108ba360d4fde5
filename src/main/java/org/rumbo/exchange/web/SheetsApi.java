package org.rumbo.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.exchange.ImportRow;
import org.rumbo.exchange.ImportRow.CellChange;
import org.rumbo.exchange.ImportRow.Verdict;
import org.rumbo.exchange.SheetDownloads.Format;
import org.rumbo.exchange.SheetImport;
import org.rumbo.exchange.SheetImports;
import org.rumbo.exchange.SheetKind;
import org.rumbo.exchange.SheetWords;
import org.rumbo.recommendation.AskedRecommendations;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FilePart;
import org.rumbo.shared.Language;
import org.rumbo.sheet.WorkbookRefused;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Spreadsheets over REST: taking recommendations away, and bringing changes back. */
@RestController
@RequestMapping("/api/v1/sheets")
class SheetsApi {
    private static final int MOST = 200;

    private final SheetImports imports;
    private final SheetUploads uploads;
    private final SheetAnswers answers;
    private final SheetWords words;
    private final AskedRecommendations asked;

    SheetsApi(
            SheetImports imports,
            SheetUploads uploads,
            SheetAnswers answers,
            SheetWords words,
            AskedRecommendations asked) {
        this.imports = imports;
        this.uploads = uploads;
        this.answers = answers;
        this.words = words;
        this.asked = asked;
    }

    /** What is wrong with a row, and where. */
    record ProblemView(@Nullable String cell, @Nullable String field, String rule, String message) {}

    record RowView(
            int row,
            SheetKind sheet,
            int number,
            @Nullable String code,
            Verdict verdict,
            boolean ticked,
            List<CellChange> changes,
            List<ProblemView> problems,
            @Nullable String outcome,
            @Nullable String undoOutcome) {}

    record SheetView(
            UUID id,
            @Nullable String fileName,
            Instant madeAt,
            SheetImport.Status status,
            Map<Verdict, Integer> counts,
            int unchanged,
            int ticked,
            int tried,
            int done,
            int undone,
            @Nullable Instant undoUntil,
            List<RowView> rows,
            @Nullable Integer next) {}

    /** Which rows are to be done; those that are ticked where it does not say. */
    record Choice(@Nullable List<Integer> rows) {}

    @GetMapping(value = "/recommendations.xlsx", produces = SheetAnswers.XLSX)
    @Needs(Permission.SHEET_EXPORT)
    void xlsx(
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
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var parameters = given(country, state, theme, addressee, q, overdue, stale, mine, verified, sort);
        answers.write(Format.XLSX, asked.ofApi(parameters), actor, response);
    }

    @GetMapping(value = "/recommendations.csv", produces = SheetAnswers.CSV)
    @Needs(Permission.SHEET_EXPORT)
    void csv(
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
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var parameters = given(country, state, theme, addressee, q, overdue, stale, mine, verified, sort);
        answers.write(Format.CSV, asked.ofApi(parameters), actor, response);
    }

    @GetMapping(value = "/recommendations.zip", produces = SheetAnswers.ZIP)
    @Needs(Permission.SHEET_EXPORT)
    void zip(
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
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var parameters = given(country, state, theme, addressee, q, overdue, stale, mine, verified, sort);
        answers.write(Format.ZIP, asked.ofApi(parameters), actor, response);
    }

    private static MultiValueMap<String, String> given(
            @Nullable List<String> country,
            @Nullable List<String> state,
            @Nullable List<String> theme,
            @Nullable String... others) {
        var names = List.of("addressee", "q", "overdue", "stale", "mine", "verified", "sort");
        var all = new LinkedMultiValueMap<String, String>();
        put(all, "country", country);
        put(all, "state", state);
        put(all, "theme", theme);
        for (var at = 0; at < others.length; at++) {
            var value = others[at];
            if (value != null) {
                all.add(names.get(at), value);
            }
        }
        return all;
    }

    private static void put(MultiValueMap<String, String> all, String name, @Nullable List<String> values) {
        if (values != null) {
            all.put(name, values);
        }
    }

    @PostMapping
    @Needs(Permission.SHEET_IMPORT)
    ResponseEntity<SheetView> upload(
            @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request, Actor actor) {
        imports.requireMayImport(actor);
        if (file == null || !(request instanceof MultipartHttpServletRequest files)) {
            throw DomainException.malformed(FilePart.NAME);
        }
        FilePart.requireOnlyOne(files);
        try {
            var id = uploads.take(file, actor, Language.of(LocaleContextHolder.getLocale()));
            return ResponseEntity.created(URI.create("/api/v1/sheets/" + id)).body(view(id, -1, MOST, actor));
        } catch (WorkbookRefused refused) {
            throw SheetUploads.refusal(refused);
        }
    }

    @GetMapping("/{import}")
    @Needs(Permission.SHEET_IMPORT)
    SheetView find(
            @PathVariable("import") UUID id,
            @RequestParam(required = false, defaultValue = "-1") int after,
            @RequestParam(required = false, defaultValue = "200") int limit,
            Actor actor) {
        if (limit < 1 || limit > MOST) {
            throw DomainException.malformed("limit");
        }
        return view(id, after, limit, actor);
    }

    @PostMapping("/{import}/apply")
    @Needs(Permission.SHEET_IMPORT)
    SheetView apply(
            @PathVariable("import") UUID id, @RequestBody(required = false) @Nullable Choice choice, Actor actor) {
        imports.requireMayImport(actor);
        imports.apply(id, choice == null ? null : choice.rows(), actor);
        return view(id, -1, MOST, actor);
    }

    @PostMapping("/{import}/undo")
    @Needs(Permission.SHEET_IMPORT)
    SheetView undo(@PathVariable("import") UUID id, Actor actor) {
        imports.undo(id, actor);
        return view(id, -1, MOST, actor);
    }

    private SheetView view(UUID id, int after, int limit, Actor actor) {
        var found = imports.find(id, actor);
        var rows = imports.rows(id, EnumSet.allOf(Verdict.class), after, limit + 1, actor);
        var more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        return new SheetView(
                id,
                found.fileName(),
                found.madeAt(),
                found.status(),
                found.counts(),
                found.unchanged(),
                found.ticked(),
                found.tried(),
                found.done(),
                found.back(),
                found.undoUntil(),
                shown.stream().map(this::view).toList(),
                more ? shown.get(shown.size() - 1).place() : null);
    }

    private RowView view(ImportRow row) {
        var locale = LocaleContextHolder.getLocale();
        return new RowView(
                row.place(),
                row.sheet(),
                row.number(),
                row.code(),
                row.verdict(),
                row.ticked(),
                row.content().changes(),
                row.content().problems().stream()
                        .map(problem -> new ProblemView(
                                problem.cell(),
                                problem.field(),
                                problem.key().substring(problem.key().lastIndexOf('.') + 1),
                                words.problem(problem, locale)))
                        .toList(),
                row.outcome(),
                row.undoOutcome());
    }
}
