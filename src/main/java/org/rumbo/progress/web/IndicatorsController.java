package org.rumbo.progress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.IndicatorView;
import org.rumbo.progress.Measuring;
import org.rumbo.recommendation.EvidenceView;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
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

/** The pages of what is counted about an item. */
@Controller
@RequestMapping("/recommendations/{code}/indicators")
class IndicatorsController {
    private static final Set<String> DAYS = Set.of("baselineOn", "targetOn", "on");

    private final Measuring measuring;
    private final RecommendationAccess access;
    private final ItemPage page;
    private final MessageSource messages;

    IndicatorsController(Measuring measuring, RecommendationAccess access, ItemPage page, MessageSource messages) {
        this.measuring = measuring;
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
        return show(code, IndicatorForm.EMPTY, part != null, actor, locale, model);
    }

    private String show(
            RecommendationCode code, IndicatorForm form, boolean part, Actor actor, Locale locale, Model model) {
        var titles = titles(
                page.head(code, "indicators.title", part, actor, locale, model).evidence());
        model.addAttribute(
                "lines",
                measuring.indicators(code, actor).stream()
                        .map(indicator -> IndicatorLine.of(indicator, titles, messages, locale))
                        .toList());
        model.addAttribute("mayEdit", access.permits(actor, Permission.INDICATOR_EDIT, access.see(code, actor)));
        model.addAttribute("form", form);
        return "progress/indicators";
    }

    private static Map<UUID, String> titles(List<EvidenceView> documents) {
        return documents.stream().collect(Collectors.toMap(EvidenceView::id, EvidenceView::title));
    }

    @PostMapping
    @Needs(Permission.INDICATOR_EDIT)
    String add(
            @PathVariable RecommendationCode code,
            @ModelAttribute("form") IndicatorForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            measuring.add(code, form::toCommand, actor);
        } catch (DomainException refused) {
            page.refuse(refused, IndicatorsController::input, locale, model, response);
            return show(code, form, false, actor, locale, model);
        }
        return after(code, "done.indicatorAdded", after);
    }

    /** The form of a new count, and that of the indicator itself. */
    @GetMapping("/{id}")
    @Needs(Permission.INDICATOR_EDIT)
    String edit(@PathVariable RecommendationCode code, @PathVariable UUID id, Actor actor, Locale locale, Model model) {
        return drawCount(code, id, null, IndicatorValueForm.EMPTY, null, actor, locale, model);
    }

    /** The form that corrects a count. */
    @GetMapping("/{id}/values/{value}")
    @Needs(Permission.INDICATOR_EDIT)
    String correcting(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @PathVariable UUID value,
            Actor actor,
            Locale locale,
            Model model) {
        access.require(actor, Permission.INDICATOR_EDIT, access.see(code, actor));
        var wrong = value(measuring.indicator(code, id, actor), value);
        return drawCount(code, id, value, IndicatorValueForm.of(wrong, locale), null, actor, locale, model);
    }

    private static IndicatorView.Value value(IndicatorView indicator, UUID id) {
        return indicator.values().stream()
                .filter(value -> value.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    private String drawCount(
            RecommendationCode code,
            UUID id,
            @Nullable UUID corrects,
            IndicatorValueForm form,
            @Nullable IndicatorForm itself,
            Actor actor,
            Locale locale,
            Model model) {
        access.require(actor, Permission.INDICATOR_EDIT, access.see(code, actor));
        var indicator = measuring.indicator(code, id, actor);
        var title = corrects == null ? "indicators.count" : "indicators.correct";
        var documents = page.head(code, title, false, actor, locale, model).evidence();
        model.addAttribute("line", IndicatorLine.of(indicator, titles(documents), messages, locale));
        model.addAttribute("corrects", corrects);
        model.addAttribute("form", form);
        model.addAttribute("itself", itself == null ? IndicatorForm.of(indicator, locale) : itself);
        model.addAttribute("opened", itself != null);
        model.addAttribute("documents", documents);
        return "progress/indicator";
    }

    @PostMapping("/{id}")
    @Needs(Permission.INDICATOR_EDIT)
    String change(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @ModelAttribute("itself") IndicatorForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            measuring.change(code, id, form::toCommand, actor);
        } catch (DomainException refused) {
            page.refuse(refused, IndicatorsController::input, locale, model, response);
            return drawCount(code, id, null, IndicatorValueForm.EMPTY, form, actor, locale, model);
        }
        return after(code, "done.indicatorChanged", after);
    }

    @PostMapping("/{id}/values")
    @Needs(Permission.INDICATOR_EDIT)
    String count(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @ModelAttribute("form") IndicatorValueForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            measuring.record(code, id, form::toCommand, actor);
        } catch (DomainException refused) {
            page.refuse(refused, IndicatorsController::input, locale, model, response);
            return drawCount(code, id, null, form, null, actor, locale, model);
        }
        return after(code, "done.indicatorCounted", after);
    }

    @PostMapping("/{id}/values/{value}")
    @Needs(Permission.INDICATOR_EDIT)
    String correct(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @PathVariable UUID value,
            @ModelAttribute("form") IndicatorValueForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            measuring.correct(code, id, value, form::toCommand, actor);
        } catch (DomainException refused) {
            page.refuse(refused, IndicatorsController::input, locale, model, response);
            return drawCount(code, id, value, form, null, actor, locale, model);
        }
        return after(code, "done.indicatorCorrected", after);
    }

    /** The item's own page has other fields of these names, so the inputs are called otherwise. */
    private static String input(String field) {
        return DAYS.contains(field) ? field + "-day" : "indicator-" + field;
    }

    private static String after(RecommendationCode code, String done, RedirectAttributes after) {
        after.addFlashAttribute("done", done);
        return "redirect:/recommendations/" + code.value() + "/indicators";
    }
}
