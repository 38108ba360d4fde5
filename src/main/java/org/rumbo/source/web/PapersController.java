package org.rumbo.source.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.Violation;
import org.rumbo.source.PaperLibrary;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The papers whose recommendations are tracked, their imports, and the form that hands one in. */
@Controller
@RequestMapping("/papers")
class PapersController {
    private final PaperLibrary library;
    private final PaperUpload upload;
    private final ImportPages pages;
    private final AccessPolicy policy;
    private final Network network;
    private final MessageSource messages;
    private final long largest;

    PapersController(
            PaperLibrary library,
            PaperUpload upload,
            ImportPages pages,
            AccessPolicy policy,
            Network network,
            MessageSource messages,
            @Value("${rumbo.files.largest-paper}") DataSize largest) {
        this.library = library;
        this.upload = upload;
        this.pages = pages;
        this.policy = policy;
        this.network = network;
        this.messages = messages;
        this.largest = largest.toMegabytes();
    }

    /** A paper as it is handed in, but for its file. */
    record PaperForm(
            @Nullable String language,
            @Nullable String key,
            @Nullable String title) {}

    @GetMapping
    @Needs(Permission.PAPER_READ)
    String all(Actor actor, Model model) {
        var mayImport = policy.permits(actor, Permission.PAPER_IMPORT, AccessTarget.NETWORK);
        model.addAttribute("papers", library.list(actor));
        model.addAttribute("unassigned", mayImport ? library.unassigned(actor) : List.of());
        model.addAttribute("mayImport", mayImport);
        model.addAttribute("network", network);
        return "source/papers";
    }

    @GetMapping("/new")
    @Needs(Permission.PAPER_IMPORT)
    String form(Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.PAPER_IMPORT);
        return draw(new PaperForm(null, null, null), locale, model);
    }

    @PostMapping
    @Needs(Permission.PAPER_IMPORT)
    String add(
            @ModelAttribute("form") PaperForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            var begun = upload.begin(file, form.language(), form.key(), form.title(), actor);
            after.addFlashAttribute("done", begun.begun() ? "imports.done.begun" : "imports.done.known");
            return "redirect:/imports/" + begun.id();
        } catch (DomainException refused) {
            model.addAttribute("problems", problems(refused, locale));
            model.addAttribute("fileAgain", file != null && !file.isEmpty());
            response.setStatus(refused.type().status());
            return draw(form, locale, model);
        }
    }

    /** What is wrong with the file, or with the paper's key, is said beside it. */
    private List<FormProblem> problems(DomainException refused, Locale locale) {
        var violation =
                switch (refused.type()) {
                    case TOO_LARGE -> new Violation("file", "paper-too-large");
                    case FILE_NOT_STORED -> new Violation("file", "file-not-stored");
                    case IMPORT_OPEN -> new Violation("key", "paper-open");
                    default -> null;
                };
        return violation == null
                ? FormProblem.of(refused, messages, locale)
                : List.of(new FormProblem(
                        violation.field(), pages.say("rule." + violation.rule(), locale, String.valueOf(largest))));
    }

    private String draw(PaperForm form, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("largest", largest);
        model.addAttribute("languages", Language.values());
        model.addAttribute("crumbs", pages.crumbs(null, pages.say("imports.new.title", locale), locale));
        return "source/paper-new";
    }

    static DomainException notFound() {
        return new DomainException(ProblemType.NOT_FOUND);
    }
}
