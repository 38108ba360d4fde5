package org.rumbo.exchange.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
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
import org.rumbo.exchange.RowProblem;
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
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
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

    /** A column or sheet that was passed over, or read differently from what one might think. */
    record NoteView(@Nullable String at, String message) {}

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
            List<NoteView> notes,
            List<RowView> rows,
            @Nullable Integer next) {}

    /** Which rows are to be done; those that are ticked where it does not say. */
    record Choice(@Nullable List<Integer> rows) {}

    @GetMapping(value = "/recommendations.xlsx", produces = SheetAnswers.XLSX)
    @Needs(Permission.SHEET_EXPORT)
    void xlsx(@ParameterObject AskedParameters parameters, Actor actor, HttpServletResponse response)
            throws IOException {
        answers.write(Format.XLSX, asked.ofApi(parameters.all()), actor, response);
    }

    @GetMapping(value = "/recommendations.csv", produces = SheetAnswers.CSV)
    @Needs(Permission.SHEET_EXPORT)
    void csv(@ParameterObject AskedParameters parameters, Actor actor, HttpServletResponse response)
            throws IOException {
        answers.write(Format.CSV, asked.ofApi(parameters.all()), actor, response);
    }

    @GetMapping(value = "/recommendations.zip", produces = SheetAnswers.ZIP)
    @Needs(Permission.SHEET_EXPORT)
    void zip(@ParameterObject AskedParameters parameters, Actor actor, HttpServletResponse response)
            throws IOException {
        answers.write(Format.ZIP, asked.ofApi(parameters.all()), actor, response);
    }

    @PostMapping
    @Needs(Permission.SHEET_IMPORT)
    ResponseEntity<SheetView> upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @Parameter(
                            description =
                                    "What a heading means that is not known, as heading=recommendations.title; may be repeated",
                            array = @ArraySchema(schema = @Schema(type = "string")))
                    @RequestParam(required = false)
                    String @Nullable [] column,
            HttpServletRequest request,
            Actor actor) {
        imports.requireMayImport(actor);
        if (file == null || !(request instanceof MultipartHttpServletRequest files)) {
            throw DomainException.malformed(FilePart.NAME);
        }
        FilePart.requireOnlyOne(files);
        try {
            var language = Language.of(LocaleContextHolder.getLocale());
            var id = uploads.take(
                    file, (name, copy) -> imports.take(name, copy, said(column, request), actor, language));
            return ResponseEntity.created(URI.create("/api/v1/sheets/" + id)).body(view(id, -1, MOST, actor));
        } catch (WorkbookRefused refused) {
            throw SheetUploads.refusal(refused);
        }
    }

    /** As they were sent: a heading may have a comma in it, at which a single one would be taken apart. */
    private static List<String> said(String @Nullable [] column, HttpServletRequest request) {
        return column == null ? List.of() : List.of(request.getParameterValues("column"));
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
                found.notes().stream().map(this::note).toList(),
                shown.stream().map(this::view).toList(),
                more ? shown.get(shown.size() - 1).place() : null);
    }

    private NoteView note(RowProblem note) {
        return new NoteView(note.cell(), words.problem(note, LocaleContextHolder.getLocale()));
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
