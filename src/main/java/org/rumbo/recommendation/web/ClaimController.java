package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.ClaimStatus;
import org.rumbo.recommendation.CloseReason;
import org.rumbo.recommendation.Contribution;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.recommendation.State;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Claiming that a recommendation reached another state, and taking a claim back. */
@Controller
@RequestMapping("/recommendations/{code}")
class ClaimController {
    private final RecommendationLifecycle lifecycle;
    private final ItemPages items;
    private final Submissions submissions;
    private final FormFrame frame;

    ClaimController(RecommendationLifecycle lifecycle, ItemPages items, Submissions submissions, FormFrame frame) {
        this.lifecycle = lifecycle;
        this.items = items;
        this.submissions = submissions;
        this.frame = frame;
    }

    record WithdrawalForm(@Nullable String reason, @Nullable String tag) {
        @Nullable
        String text() {
            return Bodies.reasonOf(reason);
        }
    }

    @GetMapping("/claim")
    @Needs(Permission.CLAIM_MAKE)
    String form(
            @PathVariable RecommendationCode code,
            @RequestParam(required = false) @Nullable State to,
            Actor actor,
            Model model) {
        var item = items.forAction(code, actor, Permission.CLAIM_MAKE, "claim");
        var claim = item.claim();
        model.addAttribute(
                "form",
                claim != null && claim.claim().status() == ClaimStatus.RETURNED
                        ? ClaimForm.of(claim.claim())
                        : ClaimForm.empty(to));
        return draw(item, model);
    }

    @PostMapping("/claim")
    @Needs(Permission.CLAIM_MAKE)
    String claim(
            @PathVariable RecommendationCode code,
            @ModelAttribute("form") ClaimForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!submissions.accepted(
                () -> lifecycle.claim(code, form.target(), form::toCommand, actor, form.expected()), model, response)) {
            return draw(items.forAction(code, actor, Permission.CLAIM_MAKE, "claim"), model);
        }
        after.addFlashAttribute("done", "done.claimed");
        return "redirect:/recommendations/" + code;
    }

    private String draw(ItemPage item, Model model) {
        model.addAttribute("targets", item.facts().state().claimable());
        model.addAttribute("missing", NextStepCard.missing(item.facts()));
        model.addAttribute("contributions", Contribution.values());
        model.addAttribute("levels", Level.values());
        model.addAttribute("closeReasons", CloseReason.values());
        return frame.draw("claim", item, model);
    }

    @GetMapping("/withdraw")
    @Needs(Permission.CLAIM_WITHDRAW)
    String withdrawal(@PathVariable RecommendationCode code, Actor actor, Model model) {
        model.addAttribute("form", new WithdrawalForm(null, null));
        return frame.draw("withdraw", withdrawable(code, actor), model);
    }

    @PostMapping("/withdraw")
    @Needs(Permission.CLAIM_WITHDRAW)
    String withdraw(
            @PathVariable RecommendationCode code,
            @ModelAttribute("form") WithdrawalForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!submissions.accepted(
                () -> lifecycle.withdrawClaim(code, form::text, actor, Tags.expected(form.tag())), model, response)) {
            return frame.draw("withdraw", withdrawable(code, actor), model);
        }
        after.addFlashAttribute("done", "done.withdrawn");
        return "redirect:/recommendations/" + code;
    }

    private ItemPage withdrawable(RecommendationCode code, Actor actor) {
        return items.forAction(code, actor, Permission.CLAIM_WITHDRAW, "withdraw-claim");
    }
}
