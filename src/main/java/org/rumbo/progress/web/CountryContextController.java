package org.rumbo.progress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.ContextKind;
import org.rumbo.progress.ContextView;
import org.rumbo.progress.CountryContext;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationFilter;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of what happens in a country, and the form that asks whether it changes anything. */
@Controller
@RequestMapping("/countries/{country}/context")
class CountryContextController {
    private final CountryContext context;
    private final RecommendationQueries queries;
    private final MessageSource messages;

    CountryContextController(CountryContext context, RecommendationQueries queries, MessageSource messages) {
        this.context = context;
        this.queries = queries;
        this.messages = messages;
    }

    @GetMapping
    @Needs(Permission.ITEM_READ_NETWORK)
    String show(@PathVariable CountryCode country, Actor actor, Locale locale, Model model) {
        return show(country, ContextForm.EMPTY, actor, locale, model);
    }

    private String show(CountryCode country, ContextForm form, Actor actor, Locale locale, Model model) {
        model.addAttribute("events", context.of(country, actor));
        model.addAttribute("country", country.iso2());
        model.addAttribute("mayEdit", context.mayTell(country, actor));
        model.addAttribute("kinds", ContextKind.values());
        model.addAttribute("languages", Language.values());
        model.addAttribute("form", form);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/recommendations", messages.getMessage("nav.recommendations", null, locale)),
                        new Crumb(null, messages.getMessage("context.title", null, locale))));
        return "progress/country-context";
    }

    @PostMapping
    @Needs(Permission.CONTEXT_EDIT)
    String add(
            @PathVariable CountryCode country,
            @ModelAttribute("form") ContextForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            context.add(country, form::toCommand, actor);
        } catch (DomainException refused) {
            refuse(refused, locale, model, response);
            return show(country, form, actor, locale, model);
        }
        after.addFlashAttribute("done", "done.contextAdded");
        return "redirect:/countries/" + country + "/context";
    }

    @GetMapping("/{event}")
    @Needs(Permission.CONTEXT_EDIT)
    String asking(
            @PathVariable CountryCode country, @PathVariable UUID event, Actor actor, Locale locale, Model model) {
        return draw(country, event, List.of(), actor, locale, model);
    }

    private String draw(CountryCode country, UUID event, List<String> ticked, Actor actor, Locale locale, Model model) {
        context.requireMayTell(country, actor);
        var told = context.of(country, actor).stream()
                .filter(known -> known.id().equals(event))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        model.addAttribute("event", told);
        model.addAttribute("country", country.iso2());
        model.addAttribute("rows", rows(country, told, actor));
        model.addAttribute("ticked", ticked);
        model.addAttribute("tag", locale.getLanguage());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(
                                "/countries/" + country + "/context",
                                messages.getMessage("context.title", null, locale)),
                        new Crumb(null, messages.getMessage("context.ask", null, locale))));
        return "progress/context-ask";
    }

    /** Items of the country whose work goes on or was reached, and of which it was not asked yet. */
    private List<RecommendationRow> rows(CountryCode country, ContextView event, Actor actor) {
        Set<String> asked =
                event.reviews().stream().map(ContextView.Review::code).collect(Collectors.toSet());
        var filter = new RecommendationFilter(
                List.of(country),
                List.of(State.UNDER_REVIEW, State.ADOPTED, State.IMPLEMENTED),
                List.of(),
                null,
                null,
                false,
                false,
                false,
                RecommendationFilter.Sort.CODE,
                RecommendationFilter.MOST,
                null);
        return queries.list(filter, actor).items().stream()
                .filter(row -> !asked.contains(row.code()))
                .toList();
    }

    @PostMapping("/{event}")
    @Needs(Permission.CONTEXT_EDIT)
    String ask(
            @PathVariable CountryCode country,
            @PathVariable UUID event,
            @RequestParam(required = false) @Nullable List<String> code,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        List<String> ticked = code == null ? List.of() : code;
        try {
            context.ask(
                    country,
                    event,
                    () -> ticked.stream().map(RecommendationCode::new).toList(),
                    actor);
        } catch (DomainException refused) {
            refuse(refused, locale, model, response);
            return draw(country, event, ticked, actor, locale, model);
        }
        after.addFlashAttribute("done", "done.contextAsked");
        return "redirect:/countries/" + country + "/context";
    }

    private void refuse(DomainException refused, Locale locale, Model model, HttpServletResponse response) {
        model.addAttribute(
                "problems",
                FormProblem.of(refused, messages, locale, field -> field.equals("on") ? "on-day" : "context-" + field));
        response.setStatus(refused.type().status());
    }
}
