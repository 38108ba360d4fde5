package org.rumbo.evaluation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.evaluation.ApprovalOutcome;
import org.rumbo.evaluation.EvaluationRound;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InputText;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of an item's evaluations, and the forms with which they are opened, rated and approved. */
@Controller
@RequestMapping("/recommendations/{code}/evaluation")
class EvaluationController {
    private static final int LONG = 8000;

    private final EvaluationRound evaluations;
    private final EvaluationPage page;
    private final MessageSource messages;

    EvaluationController(EvaluationRound evaluations, EvaluationPage page, MessageSource messages) {
        this.evaluations = evaluations;
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
        return page.show(code, Map.of(), part != null, actor, locale, model);
    }

    @PostMapping("/assignment")
    @Needs(Permission.EVALUATORS_ASSIGN)
    String assign(
            @PathVariable RecommendationCode code,
            @RequestParam(required = false) @Nullable List<String> evaluators,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        try {
            evaluations.assign(code, evaluators == null ? List.of() : evaluators, actor);
        } catch (DomainException refused) {
            return again(refused, Map.of(), code, actor, locale, model, response);
        }
        return "redirect:/recommendations/" + code.value();
    }

    @PostMapping("/rating")
    @Needs(Permission.EVALUATION_RATE)
    String rate(
            @PathVariable RecommendationCode code,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        try {
            evaluations.rate(code, new RatingForm(typed)::toCommand, actor);
        } catch (DomainException refused) {
            return again(refused, typed, code, actor, locale, model, response);
        }
        return "redirect:/recommendations/" + code.value();
    }

    @PostMapping("/decision")
    @Needs(Permission.EVALUATION_APPROVE)
    String conclude(
            @PathVariable RecommendationCode code,
            @RequestParam ApprovalOutcome outcome,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        try {
            evaluations.conclude(code, outcome, () -> reason(typed.get("reason")), actor);
        } catch (DomainException refused) {
            return again(refused, typed, code, actor, locale, model, response);
        }
        return "redirect:/recommendations/" + code.value();
    }

    private static @Nullable String reason(@Nullable String typed) {
        var input = new InputText();
        var reason = input.optional("reason", typed, LONG);
        input.check();
        return reason;
    }

    private String again(
            DomainException refused,
            Map<String, String> typed,
            RecommendationCode code,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("problems", RatingForm.problems(refused, messages, locale));
        response.setStatus(refused.type().status());
        return page.show(code, typed, false, actor, locale, model);
    }
}
