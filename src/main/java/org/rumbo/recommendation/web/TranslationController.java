package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.recommendation.RecommendationTranslation;
import org.rumbo.recommendation.TranslationView;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Translating a recommendation's texts, each beside its original. */
@Controller
@RequestMapping("/recommendations/{code}/translations")
class TranslationController {
    private final RecommendationTranslation translation;
    private final RecommendationReader reader;
    private final Submissions submissions;
    private final NetworkDays days;
    private final MessageSource messages;

    TranslationController(
            RecommendationTranslation translation,
            RecommendationReader reader,
            Submissions submissions,
            NetworkDays days,
            MessageSource messages) {
        this.translation = translation;
        this.reader = reader;
        this.submissions = submissions;
        this.days = days;
        this.messages = messages;
    }

    /**
     * One text on the page.
     *
     * @param typed what stands in its field
     * @param theirs what somebody else wrote meanwhile; null where nobody did
     */
    record Line(
            TranslationView.Side side,
            String name,
            @Nullable String typed,
            @Nullable String theirs,
            @Nullable LocalDate changedOn) {}

    @GetMapping
    @Needs(Permission.TRANSLATION_EDIT)
    String show(
            @PathVariable RecommendationCode code,
            @RequestParam(required = false) @Nullable String to,
            Actor actor,
            Locale locale,
            Model model) {
        var language = to == null ? null : Language.of(to).orElseThrow(() -> DomainException.malformed("to"));
        return draw(code, translation.read(code, language, actor), null, actor, locale, model);
    }

    @PostMapping
    @Needs(Permission.TRANSLATION_EDIT)
    String write(
            @PathVariable RecommendationCode code,
            @ModelAttribute TranslationForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var language = form.language();
        if (!submissions.accepted(
                () -> translation.write(code, language, form::toCommand, form.tag(), actor), model, response)) {
            return draw(code, translation.read(code, language, actor), form, actor, locale, model);
        }
        after.addFlashAttribute("done", "translation.done");
        return "redirect:/recommendations/" + code + "/translations?to=" + language.tag();
    }

    private String draw(
            RecommendationCode code,
            TranslationView view,
            @Nullable TranslationForm form,
            Actor actor,
            Locale locale,
            Model model) {
        var item = reader.read(code, actor);
        model.addAttribute("facts", item.facts());
        model.addAttribute("mayEdit", item.actions().contains("edit"));
        model.addAttribute("view", view);
        model.addAttribute(
                "lines", view.sides().stream().map(side -> line(side, form)).toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/recommendations", messages.getMessage("nav.recommendations", null, locale)),
                        new Crumb("/recommendations/" + code, code.value()),
                        new Crumb(null, messages.getMessage("translation.title", null, locale))));
        return "recommendation/translations";
    }

    private Line line(TranslationView.Side side, @Nullable TranslationForm form) {
        var typed = form == null ? side.text() : form.typed(side.field());
        var differs = form != null
                && side.text() != null
                && !Objects.equals(
                        side.text(),
                        typed == null ? null : typed.replace("\r\n", "\n").strip());
        return new Line(
                side,
                TranslationForm.name(side.field()),
                typed,
                differs ? side.text() : null,
                side.changedAt() == null ? null : days.of(side.changedAt()));
    }
}
