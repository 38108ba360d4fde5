package org.rumbo.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.exchange.ColumnQuestion;
import org.rumbo.exchange.ImportRow;
import org.rumbo.exchange.ImportRow.CellChange;
import org.rumbo.exchange.ImportRow.Verdict;
import org.rumbo.exchange.SheetImport;
import org.rumbo.exchange.SheetImports;
import org.rumbo.exchange.SheetKind;
import org.rumbo.exchange.SheetWords;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.DayInWords;
import org.rumbo.shared.LongWork;
import org.rumbo.sheet.SheetLimits;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages of spreadsheets. */
@Component
class SheetPages {
    private static final Set<Verdict> USABLE = EnumSet.of(Verdict.NEW, Verdict.CHANGED, Verdict.CONFLICT);
    private static final int SHOWN_PROBLEMS = 100;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final SheetImports imports;
    private final SheetWords words;
    private final AccessPolicy policy;
    private final Network network;
    private final MessageSource messages;
    private final Clock clock;

    SheetPages(
            SheetImports imports,
            SheetWords words,
            AccessPolicy policy,
            Network network,
            MessageSource messages,
            Clock clock) {
        this.imports = imports;
        this.words = words;
        this.policy = policy;
        this.network = network;
        this.messages = messages;
        this.clock = clock;
    }

    /** An import as it is listed. */
    record ImportLine(SheetImport sheet, String at) {}

    /** A cell that differs, in words. */
    record ChangeLine(
            String label,
            @Nullable String cell,
            @Nullable String before,
            @Nullable String after,
            boolean contested) {}

    /** A row, in words. */
    record RowLine(
            ImportRow row,
            String sheet,
            List<ChangeLine> changes,
            List<String> problems,
            @Nullable String outcome,
            @Nullable String undone) {}

    /** An answer that can be chosen. */
    record Answer(String value, String label) {}

    /** The answers of one kind of sheet. */
    record Offer(String sheet, List<Answer> answers) {}

    /** A heading, and what it may mean. */
    record QuestionLine(ColumnQuestion question, String chosen, List<Offer> offers) {
        public String id() {
            return "column-" + question.place();
        }
    }

    String start(Actor actor, Model model) {
        policy.requireSomewhere(actor, Permission.SHEET_EXPORT);
        var mayImport = imports.mayImport(actor);
        model.addAttribute("mayImport", mayImport);
        model.addAttribute(
                "countries",
                network.countries().stream()
                        .filter(country ->
                                policy.permits(actor, Permission.SHEET_EXPORT, AccessTarget.country(country)))
                        .toList());
        model.addAttribute(
                "imports",
                mayImport
                        ? imports.latest(actor).stream()
                                .map(sheet -> new ImportLine(sheet, at(sheet.madeAt())))
                                .toList()
                        : List.of());
        return "exchange/start";
    }

    String upload(Model model) {
        crumbs("exchange.upload.title", model);
        model.addAttribute("largest", SheetLimits.FILE >> 20);
        return "exchange/upload";
    }

    String show(UUID id, int after, Actor actor, Model model, HttpServletResponse response) {
        var sheet = imports.find(id, actor);
        model.addAttribute("sheet", sheet);
        crumbs("exchange.import.title", model);
        return switch (sheet.status()) {
            case MATCHING -> match(id, List.of(), actor, model);
            case PREVIEW -> preview(sheet, after, actor, model);
            case APPLYING, UNDOING -> progress(sheet, model);
            case APPLIED, UNDONE -> result(sheet, after, actor, model, response);
        };
    }

    /**
     * Asks what the headings mean that are none of ours.
     *
     * @param said what was answered before, where that was refused
     */
    String match(UUID id, List<String> said, Actor actor, Model model) {
        var sheet = imports.find(id, actor);
        model.addAttribute("sheet", sheet);
        crumbs("exchange.import.title", model);
        var bySheet = new LinkedHashMap<String, List<QuestionLine>>();
        for (var question : imports.questions(id, actor)) {
            bySheet.computeIfAbsent(question.sheet(), name -> new ArrayList<>()).add(line(question, said));
        }
        model.addAttribute("questions", bySheet);
        return "exchange/match";
    }

    /** The id of the first input there. */
    String firstQuestion(UUID id, Actor actor) {
        return imports.questions(id, actor).stream()
                .findFirst()
                .map(question -> "column-" + question.place())
                .orElse("content");
    }

    private QuestionLine line(ColumnQuestion question, List<String> said) {
        var answered = said.stream()
                .filter(answer -> answer.startsWith(question.place() + ":"))
                .findFirst();
        var suggested =
                question.suggestion() == null ? "" : question.suggestion().toString();
        var kinds = question.kind() == null ? List.of(SheetKind.values()) : List.of(question.kind());
        return new QuestionLine(
                question,
                answered.orElse(question.place() + ":" + suggested),
                kinds.stream().map(kind -> offer(question, kind)).toList());
    }

    private Offer offer(ColumnQuestion question, SheetKind kind) {
        return new Offer(
                words.sheet(kind, locale()),
                imports.offers(kind).stream()
                        .map(meaning -> new Answer(
                                question.place() + ":" + meaning, words.field(kind, meaning.field(), locale())))
                        .toList());
    }

    private String preview(SheetImport sheet, int after, Actor actor, Model model) {
        rows(sheet, USABLE, after, actor, model);
        model.addAttribute(
                "broken", lines(imports.rows(sheet.id(), Set.of(Verdict.PROBLEM), -1, SHOWN_PROBLEMS, actor)));
        model.addAttribute(
                "notes",
                sheet.notes().stream()
                        .map(note -> messages.getMessage(
                                "exchange.note", new Object[] {note.cell(), words.problem(note, locale())}, locale()))
                        .toList());
        return "exchange/preview";
    }

    private String progress(SheetImport sheet, Model model) {
        var work = new LongWork(sheet.steps(), sheet.allSteps(), sheet.begunAt(), LongWork.State.RUNNING);
        model.addAttribute("work", work);
        model.addAttribute("left", work.left(clock.instant()).orElse(null));
        model.addAttribute("refresh", 3);
        return "exchange/progress";
    }

    private String result(SheetImport sheet, int after, Actor actor, Model model, HttpServletResponse response) {
        // Whoever watched the bar is shown what came of it.
        response.setHeader("HX-Refresh", "true");
        rows(sheet, USABLE, after, actor, model);
        var until = sheet.undoUntil();
        model.addAttribute("until", until == null ? null : at(until));
        return "exchange/result";
    }

    private void rows(SheetImport sheet, Set<Verdict> verdicts, int after, Actor actor, Model model) {
        var found = imports.rows(sheet.id(), verdicts, after, SheetImports.SHOWN + 1, actor);
        var more = found.size() > SheetImports.SHOWN;
        var shown = more ? found.subList(0, SheetImports.SHOWN) : found;
        model.addAttribute("rows", lines(shown));
        model.addAttribute("next", more ? shown.get(shown.size() - 1).place() : null);
        model.addAttribute("previous", previous(sheet, verdicts, after, actor));
    }

    /** After which row the page before begins. */
    private @Nullable Integer previous(SheetImport sheet, Set<Verdict> verdicts, int after, Actor actor) {
        if (after < 0) {
            return null;
        }
        var before = imports.rowsBefore(sheet.id(), verdicts, after + 1, SheetImports.SHOWN + 1, actor);
        return before.size() > SheetImports.SHOWN
                ? Integer.valueOf(before.get(0).place())
                : Integer.valueOf(-1);
    }

    private List<RowLine> lines(List<ImportRow> rows) {
        return rows.stream().map(this::line).toList();
    }

    private RowLine line(ImportRow row) {
        var outcome = row.outcome();
        var undone = row.undoOutcome();
        return new RowLine(
                row,
                words.sheet(row.sheet(), locale()),
                row.content().changes().stream()
                        .map(change -> change(row, change))
                        .toList(),
                row.content().problems().stream()
                        .map(problem -> words.problem(problem, row, locale()))
                        .toList(),
                outcome == null || row.done() || row.same() ? null : words.outcome(outcome, locale()),
                undone == null || row.setBack() ? null : words.outcome(undone, locale()));
    }

    private ChangeLine change(ImportRow row, CellChange change) {
        return new ChangeLine(
                words.field(row.sheet(), change.field(), locale()),
                change.cell(),
                words.value(row.sheet(), change.field(), change.before(), locale()),
                words.value(row.sheet(), change.field(), change.after(), locale()),
                change.contested());
    }

    private String at(Instant moment) {
        var local = moment.atZone(network.zone());
        return DayInWords.of(local.toLocalDate(), messages, locale()) + ", " + HOUR.format(local);
    }

    private void crumbs(String here, Model model) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/spreadsheets", messages.getMessage("exchange.title", null, locale())),
                        new Crumb(null, messages.getMessage(here, null, locale()))));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
