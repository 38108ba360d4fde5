package org.rumbo.source.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.InputText;
import org.rumbo.shared.ProblemType;
import org.rumbo.source.DecisionOfPassage;
import org.rumbo.source.ImportReading;
import org.rumbo.source.ImportState;
import org.rumbo.source.ImportView;
import org.rumbo.source.PaperDecisions;
import org.rumbo.source.PaperImports;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One import from its reading to its end: how far it is, what was found, what carrying it out would do, and giving it up. */
@Controller
@RequestMapping("/imports/{id}")
class ImportController {
    private static final int SECONDS = 3;
    private static final int REASON = 2000;

    private final ImportReading reading;
    private final PaperDecisions decisions;
    private final PaperImports imports;
    private final ImportPages pages;
    private final AccessPolicy policy;
    private final Network network;
    private final Clock clock;
    private final MessageSource messages;

    ImportController(
            ImportReading reading,
            PaperDecisions decisions,
            PaperImports imports,
            ImportPages pages,
            AccessPolicy policy,
            Network network,
            Clock clock,
            MessageSource messages) {
        this.reading = reading;
        this.decisions = decisions;
        this.imports = imports;
        this.pages = pages;
        this.policy = policy;
        this.network = network;
        this.clock = clock;
        this.messages = messages;
    }

    /** Why an import is given up. */
    record CancelForm(@Nullable String reason) {}

    @GetMapping
    @Needs(Permission.PAPER_ACCEPT)
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "paper") String order,
            @RequestParam(defaultValue = "ALL") String show,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String polled,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var paper = reading.read(id, actor);
        var works = paper.state() == ImportState.READING || paper.state() == ImportState.CREATING;
        var shown = shown(show);
        model.addAttribute("paper", paper);
        model.addAttribute("title", ImportPages.title(paper));
        model.addAttribute("byName", pages.name(paper.importedBy()));
        model.addAttribute("day", network.day(paper.importedAt()));
        model.addAttribute("order", order.equals("doubt") ? "doubt" : "paper");
        model.addAttribute("shown", shown.name());
        model.addAttribute("groups", ImportPages.groups(paper, order.equals("doubt"), shown));
        model.addAttribute("sure", ImportPages.sure(paper));
        model.addAttribute("next", ImportPages.nextOpen(paper, order.equals("doubt"), 0));
        model.addAttribute("mayCancel", policy.permitsSomewhere(actor, Permission.PAPER_IMPORT));
        model.addAttribute(
                "left", works ? paper.progress().left(clock.instant()).orElse(null) : null);
        model.addAttribute("crumbs", pages.crumbs(null, ImportPages.title(paper), locale));
        if (works) {
            model.addAttribute("refresh", SECONDS);
        } else if (polled != null) {
            response.setHeader("HX-Refresh", "true");
        }
        return "source/import";
    }

    private static ImportPages.Shown shown(String typed) {
        for (var shown : ImportPages.Shown.values()) {
            if (shown.name().equals(typed)) {
                return shown;
            }
        }
        return ImportPages.Shown.ALL;
    }

    /** Accepts those of the named passages that are sure still; what somebody else decided meanwhile stands. */
    @PostMapping("/sure")
    @Needs(Permission.PAPER_ACCEPT)
    String acceptSure(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<Integer> passages,
            Actor actor,
            RedirectAttributes after) {
        var named = new HashSet<>(Objects.requireNonNullElse(passages, List.<Integer>of()));
        var paper = reading.read(id, actor);
        requireReview(paper);
        var accepted = ImportPages.sure(paper).stream()
                .filter(passage -> named.contains(passage.passage()))
                .map(passage -> new DecisionOfPassage(
                        passage.passage(),
                        DecisionOfPassage.Verdict.ACCEPT,
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null))
                .toList();
        if (!accepted.isEmpty()) {
            decisions.note(id, () -> accepted, actor);
        }
        after.addFlashAttribute("acceptedSure", accepted.size());
        return "redirect:/imports/" + id;
    }

    @GetMapping("/finish")
    @Needs(Permission.PAPER_ACCEPT)
    String askToFinish(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        var paper = reading.read(id, actor);
        requireReview(paper);
        return drawFinish(paper, locale, model);
    }

    @PostMapping("/finish")
    @Needs(Permission.PAPER_ACCEPT)
    String finish(
            @PathVariable UUID id,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            decisions.carryOut(id, actor);
            after.addFlashAttribute("done", "imports.done.finished");
            return "redirect:/imports/" + id;
        } catch (DomainException refused) {
            model.addAttribute("problems", FormProblem.of(refused, messages, locale));
            response.setStatus(refused.type().status());
            return drawFinish(reading.read(id, actor), locale, model);
        }
    }

    private String drawFinish(ImportView paper, Locale locale, Model model) {
        var codes = paper.passages().stream()
                .filter(passage -> passage.decision() != null)
                .flatMap(passage -> passage.decision().items().stream())
                .map(ImportView.Becomes::code)
                .collect(Collectors.toSet());
        model.addAttribute("paper", paper);
        model.addAttribute("title", ImportPages.title(paper));
        model.addAttribute("outlook", ImportPages.Outlook.of(paper, reading.existing(codes)));
        model.addAttribute("next", ImportPages.nextOpen(paper, false, 0));
        model.addAttribute("crumbs", pages.crumbs(paper, pages.say("imports.finish.title", locale), locale));
        return "source/import-finish";
    }

    @GetMapping("/cancel")
    @Needs(Permission.PAPER_IMPORT)
    String askToCancel(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        imports.requireMayImport(actor);
        var paper = reading.read(id, actor);
        if (paper.state() != ImportState.READING && paper.state() != ImportState.REVIEW) {
            throw new DomainException(ProblemType.WRONG_STATE);
        }
        return drawCancel(paper, new CancelForm(null), locale, model);
    }

    @PostMapping("/cancel")
    @Needs(Permission.PAPER_IMPORT)
    String cancel(
            @PathVariable UUID id,
            @ModelAttribute("form") CancelForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            imports.cancel(id, () -> reason(form), actor);
            after.addFlashAttribute("done", "imports.done.cancelled");
            return "redirect:/imports/" + id;
        } catch (DomainException refused) {
            model.addAttribute("problems", FormProblem.of(refused, messages, locale));
            response.setStatus(refused.type().status());
            return drawCancel(reading.read(id, actor), form, locale, model);
        }
    }

    private static String reason(CancelForm form) {
        var input = new InputText();
        var typed = form.reason() == null ? null : form.reason().replace("\r\n", "\n");
        var reason = input.required("reason", typed, REASON, "reason-required");
        input.check();
        return reason;
    }

    private String drawCancel(ImportView paper, CancelForm form, Locale locale, Model model) {
        model.addAttribute("paper", paper);
        model.addAttribute("form", form);
        model.addAttribute("title", ImportPages.title(paper));
        model.addAttribute("crumbs", pages.crumbs(paper, pages.say("imports.cancel.title", locale), locale));
        return "source/import-cancel";
    }

    private static void requireReview(ImportView paper) {
        if (paper.state() != ImportState.REVIEW) {
            throw new DomainException(ProblemType.WRONG_STATE, Map.of("state", paper.state()));
        }
    }
}
