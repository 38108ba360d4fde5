package org.rumbo.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.exchange.SheetCorrections;
import org.rumbo.exchange.SheetDownloads.Format;
import org.rumbo.exchange.SheetImports;
import org.rumbo.recommendation.AskedRecommendations;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.sheet.WorkbookRefused;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way of a spreadsheet: get it, bring it back, look at what it would change, let it be done, see what came of it. */
@Controller
@RequestMapping("/spreadsheets")
class SpreadsheetsController {
    private final SheetImports imports;
    private final SheetUploads uploads;
    private final SheetAnswers answers;
    private final SheetCorrections corrections;
    private final SheetPages pages;
    private final AskedRecommendations asked;
    private final MessageSource messages;

    SpreadsheetsController(
            SheetImports imports,
            SheetUploads uploads,
            SheetAnswers answers,
            SheetCorrections corrections,
            SheetPages pages,
            AskedRecommendations asked,
            MessageSource messages) {
        this.imports = imports;
        this.uploads = uploads;
        this.answers = answers;
        this.corrections = corrections;
        this.pages = pages;
        this.asked = asked;
        this.messages = messages;
    }

    @GetMapping
    @Needs(Permission.SHEET_EXPORT)
    String start(Actor actor, Model model) {
        return pages.start(actor, model);
    }

    @GetMapping(value = "/recommendations.xlsx", produces = SheetAnswers.XLSX)
    @Needs(Permission.SHEET_EXPORT)
    void xlsx(@RequestParam MultiValueMap<String, String> typed, Actor actor, HttpServletResponse response)
            throws IOException {
        answers.write(Format.XLSX, asked.ofPage(typed, actor), actor, response);
    }

    @GetMapping(value = "/recommendations.csv", produces = SheetAnswers.CSV)
    @Needs(Permission.SHEET_EXPORT)
    void csv(@RequestParam MultiValueMap<String, String> typed, Actor actor, HttpServletResponse response)
            throws IOException {
        answers.write(Format.CSV, asked.ofPage(typed, actor), actor, response);
    }

    @GetMapping(value = "/recommendations.zip", produces = SheetAnswers.ZIP)
    @Needs(Permission.SHEET_EXPORT)
    void zip(@RequestParam MultiValueMap<String, String> typed, Actor actor, HttpServletResponse response)
            throws IOException {
        answers.write(Format.ZIP, asked.ofPage(typed, actor), actor, response);
    }

    @GetMapping("/import")
    @Needs(Permission.SHEET_IMPORT)
    String form(Actor actor, Model model) {
        imports.requireMayImport(actor);
        return pages.upload(model);
    }

    @PostMapping("/import")
    @Needs(Permission.SHEET_IMPORT)
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        imports.requireMayImport(actor);
        if (file == null || file.isEmpty()) {
            return again("exchange.upload.none", 422, model, response);
        }
        try {
            var language = Language.of(LocaleContextHolder.getLocale());
            var id = uploads.take(file, (name, copy) -> imports.bring(name, copy, actor, language));
            return "redirect:/spreadsheets/" + id;
        } catch (WorkbookRefused refused) {
            var words = refused.words(messages, LocaleContextHolder.getLocale());
            return again(words, 422, model, response);
        } catch (DomainException refused) {
            if (refused.type() != ProblemType.TOO_LARGE) {
                throw refused;
            }
            return again("exchange.upload.large", refused.type().status(), model, response);
        }
    }

    private String again(String words, int status, Model model, HttpServletResponse response) {
        var text = messages.getMessage(words, null, words, LocaleContextHolder.getLocale());
        model.addAttribute("problems", List.of(new FormProblem("file", text == null ? words : text)));
        response.setStatus(status);
        return pages.upload(model);
    }

    @GetMapping("/{import}")
    @Needs(Permission.SHEET_IMPORT)
    String show(
            @PathVariable("import") UUID id,
            @RequestParam(required = false, defaultValue = "-1") int after,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return pages.show(id, after, actor, model, response);
    }

    /** Keeps what is ticked on this page, and does what the pressed button says. */
    @PostMapping("/{import}")
    @Needs(Permission.SHEET_IMPORT)
    String choose(
            @PathVariable("import") UUID id,
            @RequestParam(required = false) @Nullable List<Integer> shown,
            @RequestParam(required = false) @Nullable List<Integer> row,
            @RequestParam(required = false) @Nullable String then,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        imports.tick(id, shown == null ? List.of() : shown, row == null ? List.of() : row, actor);
        if (then != null && then.matches("-?\\d{1,9}")) {
            after.addAttribute("after", then);
            return "redirect:/spreadsheets/" + id;
        }
        try {
            imports.apply(id, null, actor);
        } catch (DomainException refused) {
            model.addAttribute("problems", FormProblem.of(refused, messages, LocaleContextHolder.getLocale()));
            response.setStatus(refused.type().status());
            return pages.show(id, -1, actor, model, response);
        }
        return "redirect:/spreadsheets/" + id;
    }

    /** Says what the headings of a file mean that are none of ours, and goes on with it. */
    @PostMapping("/{import}/columns")
    @Needs(Permission.SHEET_IMPORT)
    String match(
            @PathVariable("import") UUID id,
            @RequestParam(required = false) @Nullable List<String> column,
            Actor actor,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var said = column == null ? List.<String>of() : column;
        try {
            imports.match(id, said, actor);
            return "redirect:/spreadsheets/" + id;
        } catch (WorkbookRefused refused) {
            var words = refused.reason() == WorkbookRefused.Reason.NO_KNOWN_SHEET
                    ? say("exchange.match.none")
                    : refused.words(messages, LocaleContextHolder.getLocale());
            model.addAttribute("problems", List.of(new FormProblem(pages.firstQuestion(id, actor), words)));
        } catch (DomainException refused) {
            model.addAttribute("problems", FormProblem.of(refused, messages, LocaleContextHolder.getLocale()));
        }
        response.setStatus(422);
        return pages.match(id, said, actor, model);
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    @PostMapping("/{import}/undo")
    @Needs(Permission.SHEET_IMPORT)
    String undo(@PathVariable("import") UUID id, Actor actor) {
        imports.undo(id, actor);
        return "redirect:/spreadsheets/" + id;
    }

    @GetMapping(value = "/{import}/corrections.xlsx", produces = SheetAnswers.XLSX)
    @Needs(Permission.SHEET_IMPORT)
    void corrections(@PathVariable("import") UUID id, Actor actor, HttpServletResponse response) throws IOException {
        imports.find(id, actor);
        answers.head(response, "corrections", Format.XLSX);
        corrections.write(id, actor, Language.of(LocaleContextHolder.getLocale()), response.getOutputStream());
    }
}
