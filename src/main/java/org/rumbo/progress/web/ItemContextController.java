package org.rumbo.progress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.ContextOutcome;
import org.rumbo.progress.CountryContext;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An item in the light of its country's events: what was asked, and what its team answers. */
@Controller
@RequestMapping("/recommendations/{code}/context")
class ItemContextController {
    private final CountryContext context;
    private final RecommendationAccess access;
    private final ItemPage page;
    private final MessageSource messages;

    ItemContextController(CountryContext context, RecommendationAccess access, ItemPage page, MessageSource messages) {
        this.context = context;
        this.access = access;
        this.page = page;
        this.messages = messages;
    }

    @GetMapping
    @Needs(Permission.ITEM_READ_RELEASED)
    String show(
            @PathVariable RecommendationCode code,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            Model model) {
        return draw(code, part != null, actor, locale, model);
    }

    private String draw(RecommendationCode code, boolean part, Actor actor, Locale locale, Model model) {
        page.head(code, "context.item", part, actor, locale, model);
        var seen = access.see(code, actor);
        model.addAttribute("events", context.of(code, actor));
        model.addAttribute("country", seen.country().iso2());
        model.addAttribute("readsCountry", seen.reading().compareTo(Reading.NETWORK) >= 0);
        model.addAttribute("mayAnswer", access.permits(actor, Permission.PROGRESS_REPORT, seen));
        return "progress/item-context";
    }

    @PostMapping("/{review}")
    @Needs(Permission.PROGRESS_REPORT)
    String answer(
            @PathVariable RecommendationCode code,
            @PathVariable UUID review,
            @ModelAttribute ContextAnswer answer,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            context.answer(code, review, answer::chosen, answer::words, actor);
        } catch (DomainException refused) {
            model.addAttribute("problems", FormProblem.of(refused, messages, locale, field -> "sentence-" + review));
            model.addAttribute("answered", review);
            model.addAttribute("sentence", answer.sentence());
            response.setStatus(refused.type().status());
            return draw(code, false, actor, locale, model);
        }
        if (answer.outcome() == ContextOutcome.CHANGES) {
            return "redirect:/recommendations/" + code.value() + "/progress/report";
        }
        after.addFlashAttribute("done", "done.contextHolds");
        return "redirect:/recommendations/" + code.value() + "/context";
    }
}
