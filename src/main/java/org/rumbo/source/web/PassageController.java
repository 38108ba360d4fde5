package org.rumbo.source.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.source.Difference;
import org.rumbo.source.ImportReading;
import org.rumbo.source.ImportState;
import org.rumbo.source.ImportView;
import org.rumbo.source.PaperDecisions;
import org.rumbo.source.PaperLibrary;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryTeams;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One passage of a paper among the lines around it, and what a director decides of it. */
@Controller
@RequestMapping("/imports/{id}/passages/{number}")
class PassageController {
    private final ImportReading reading;
    private final PaperDecisions decisions;
    private final PaperLibrary library;
    private final ImportPages pages;
    private final CountryTeams teams;
    private final Network network;
    private final MessageSource messages;

    PassageController(
            ImportReading reading,
            PaperDecisions decisions,
            PaperLibrary library,
            ImportPages pages,
            CountryTeams teams,
            Network network,
            MessageSource messages) {
        this.reading = reading;
        this.decisions = decisions;
        this.library = library;
        this.pages = pages;
        this.teams = teams;
        this.network = network;
        this.messages = messages;
    }

    /** Where a page stands: its import, the passage, and the order in which the reader goes through them. */
    private record Here(ImportView paper, ImportView.PassageFound passage, boolean leastSureFirst) {}

    private Here here(UUID id, int number, String order, Actor actor) {
        var paper = reading.read(id, actor);
        return paper.passages().stream()
                .filter(passage -> passage.passage() == number)
                .findFirst()
                .map(passage -> new Here(paper, passage, order.equals("doubt")))
                .orElseThrow(PapersController::notFound);
    }

    @GetMapping
    @Needs(Permission.PAPER_ACCEPT)
    String show(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(defaultValue = "paper") String order,
            Actor actor,
            Locale locale,
            Model model) {
        var here = here(id, number, order, actor);
        return draw(here, PassageForm.of(here.passage()), actor, locale, model);
    }

    @PostMapping
    @Needs(Permission.PAPER_ACCEPT)
    String decide(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(defaultValue = "paper") String order,
            @ModelAttribute("form") PassageForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var here = here(id, number, order, actor);
        try {
            decisions.note(
                    id, () -> List.of(form.toCommand(number, here.passage().text())), actor);
        } catch (DomainException refused) {
            model.addAttribute("problems", FormProblem.of(refused, messages, locale, PassageController::input));
            response.setStatus(refused.type().status());
            return draw(here, form, actor, locale, model);
        }
        after.addFlashAttribute("decided", number);
        var next = ImportPages.nextOpen(here.paper(), here.leastSureFirst(), number);
        return next == null
                ? "redirect:/imports/" + id + "/finish"
                : "redirect:/imports/" + id + "/passages/" + next + (here.leastSureFirst() ? "?order=doubt" : "");
    }

    /** Rules name the decision among those that were sent, and the part in it; here there is one of each. */
    private static String input(String field) {
        var name = field.replaceFirst("^decisions\\[0]\\.", "").replaceFirst("[.\\[].*", "");
        return name.equals("passage") ? "decision" : name;
    }

    @PostMapping("/undo")
    @Needs(Permission.PAPER_ACCEPT)
    String undo(@PathVariable UUID id, @PathVariable int number, Actor actor, RedirectAttributes after) {
        decisions.undo(id, () -> List.of(number), actor);
        after.addFlashAttribute("done", "imports.done.undone");
        return "redirect:/imports/" + id + "/passages/" + number;
    }

    private String draw(Here here, PassageForm form, Actor actor, Locale locale, Model model) {
        var paper = here.paper();
        var passage = here.passage();
        var ordered = ImportPages.inOrder(paper, here.leastSureFirst());
        var position = ordered.indexOf(passage);
        model.addAttribute("paper", paper);
        model.addAttribute("p", passage);
        model.addAttribute("form", form);
        model.addAttribute("chapter", chapter(paper, passage));
        model.addAttribute(
                "lines",
                library.around(
                        paper.id(), passage.place().firstLine(), passage.place().lastLine(), actor));
        model.addAttribute("position", position + 1);
        model.addAttribute("count", ordered.size());
        model.addAttribute("previous", position > 0 ? ordered.get(position - 1).passage() : null);
        model.addAttribute(
                "following",
                position + 1 < ordered.size() ? ordered.get(position + 1).passage() : null);
        model.addAttribute("order", here.leastSureFirst() ? "doubt" : null);
        model.addAttribute(
                "decidable", paper.state() == ImportState.REVIEW && passage.difference() != Difference.UNCHANGED);
        model.addAttribute(
                "decidedBy",
                passage.decision() == null
                        ? null
                        : pages.name(passage.decision().by()));
        model.addAttribute(
                "countries",
                teams.all().stream().map(team -> team.country().iso2()).toList());
        model.addAttribute("themes", network.themes());
        model.addAttribute("decisions", PassageForm.DECISIONS);
        var title = pages.say("imports.passage.title", locale, passage.passage());
        model.addAttribute("heading", title);
        model.addAttribute("crumbs", pages.crumbs(paper, title, locale));
        return "source/passage";
    }

    private static ImportView.@Nullable ChapterFound chapter(ImportView paper, ImportView.PassageFound passage) {
        return paper.chapters().stream()
                .filter(chapter -> chapter.number() == passage.chapter())
                .findFirst()
                .orElse(null);
    }
}
