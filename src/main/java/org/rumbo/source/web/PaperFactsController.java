package org.rumbo.source.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.source.ImportReading;
import org.rumbo.source.ImportState;
import org.rumbo.source.ImportView;
import org.rumbo.source.PaperDescription;
import org.rumbo.source.PaperDescriptions;
import org.rumbo.source.PaperFacts;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a paper tells of itself, for correction before anything is made of it. */
@Controller
@RequestMapping("/imports/{id}/paper")
class PaperFactsController {
    private final ImportReading reading;
    private final PaperDescriptions descriptions;
    private final ImportPages pages;
    private final MessageSource messages;

    PaperFactsController(
            ImportReading reading, PaperDescriptions descriptions, ImportPages pages, MessageSource messages) {
        this.reading = reading;
        this.descriptions = descriptions;
        this.pages = pages;
        this.messages = messages;
    }

    /** As typed; publishers and editors one on a line. */
    record FactsForm(
            @Nullable String key,
            @Nullable String title,
            @Nullable String language,
            @Nullable String published,
            @Nullable String publishers,
            @Nullable String editors,
            @Nullable String address,
            @Nullable String isbn) {
        static FactsForm of(@Nullable String key, PaperFacts facts) {
            return new FactsForm(
                    key,
                    facts.title(),
                    facts.language(),
                    facts.published(),
                    String.join("\n", facts.publishers()),
                    String.join("\n", facts.editors()),
                    facts.address(),
                    facts.isbn());
        }

        /** The form sends all of its fields: one that is not there was emptied. */
        PaperDescription.Typed typed() {
            return new PaperDescription.Typed(
                    key,
                    text(title),
                    language,
                    text(published),
                    lines(publishers),
                    lines(editors),
                    text(address),
                    text(isbn));
        }

        private static String text(@Nullable String typed) {
            return Objects.requireNonNullElse(typed, "");
        }

        private static List<@Nullable String> lines(@Nullable String typed) {
            return Arrays.asList(text(typed).split("\\R"));
        }
    }

    @GetMapping
    @Needs(Permission.PAPER_ACCEPT)
    String form(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        var paper = reading.read(id, actor);
        if (paper.state() != ImportState.REVIEW) {
            throw new DomainException(ProblemType.WRONG_STATE);
        }
        return draw(paper, FactsForm.of(paper.paper(), paper.facts()), locale, model);
    }

    @PostMapping
    @Needs(Permission.PAPER_ACCEPT)
    String save(
            @PathVariable UUID id,
            @ModelAttribute("form") FactsForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            descriptions.describe(id, form::typed, actor);
            after.addFlashAttribute("done", "imports.done.described");
            return "redirect:/imports/" + id;
        } catch (DomainException refused) {
            model.addAttribute("problems", FormProblem.of(refused, messages, locale));
            response.setStatus(refused.type().status());
            return draw(reading.read(id, actor), form, locale, model);
        }
    }

    private String draw(ImportView paper, FactsForm form, Locale locale, Model model) {
        model.addAttribute("paper", paper);
        model.addAttribute("form", form);
        model.addAttribute("languages", Language.values());
        model.addAttribute(
                "told", paper.told().stream().collect(Collectors.toMap(ImportView.Told::field, Function.identity())));
        model.addAttribute(
                "keyFixed", paper.known() || paper.passages().stream().anyMatch(passage -> passage.decision() != null));
        model.addAttribute("crumbs", pages.crumbs(paper, pages.say("imports.paper.title", locale), locale));
        return "source/import-paper";
    }
}
