package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.ClaimQueue;
import org.rumbo.recommendation.ClaimView;
import org.rumbo.recommendation.DecisionCommand;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.Outcome;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A director's decision about a claim, with what is claimed beside what is known. */
@Controller
@RequestMapping("/recommendations/{code}/decision")
class DecisionController {
    private final RecommendationLifecycle lifecycle;
    private final RecommendationAccess access;
    private final RecommendationReader reader;
    private final ClaimQueue queue;
    private final ClaimComparison comparison;
    private final ItemPages items;
    private final Submissions submissions;
    private final FormFrame frame;

    DecisionController(
            RecommendationLifecycle lifecycle,
            RecommendationAccess access,
            RecommendationReader reader,
            ClaimQueue queue,
            ClaimComparison comparison,
            ItemPages items,
            Submissions submissions,
            FormFrame frame) {
        this.lifecycle = lifecycle;
        this.access = access;
        this.reader = reader;
        this.queue = queue;
        this.comparison = comparison;
        this.items = items;
        this.submissions = submissions;
        this.frame = frame;
    }

    record DecisionForm(
            @Nullable Outcome outcome,
            @Nullable String reason,
            @Nullable Level level,
            @Nullable String tag) {
        DecisionCommand toCommand() {
            var check = new FormCheck();
            var command = new DecisionCommand(
                    check.chosen("outcome", outcome, Outcome.RETURNED), check.text("reason", reason, 4000), level);
            check.done();
            return command;
        }
    }

    /**
     * The claim's place among those that wait for the reader.
     *
     * @param next the code of the one behind it, from the last on the first; null where it waits alone
     */
    record Turn(int number, int total, @Nullable String next) {
        static @Nullable Turn of(String code, List<String> waiting) {
            var at = waiting.indexOf(code);
            if (at < 0) {
                return null;
            }
            var total = waiting.size();
            return new Turn(at + 1, total, total == 1 ? null : waiting.get((at + 1) % total));
        }
    }

    @GetMapping
    @Needs(Permission.CLAIM_DECIDE)
    String form(@PathVariable RecommendationCode code, Actor actor, Model model) {
        model.addAttribute("form", new DecisionForm(null, null, null, null));
        return draw(code, actor, model);
    }

    @PostMapping
    @Needs(Permission.CLAIM_DECIDE)
    String decide(
            @PathVariable RecommendationCode code,
            @ModelAttribute("form") DecisionForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!submissions.accepted(
                () -> lifecycle.decide(code, form::toCommand, actor, Tags.expected(form.tag())), model, response)) {
            return draw(code, actor, model);
        }
        queue.of(actor).stream().findFirst().ifPresent(next -> after.addFlashAttribute("nextClaim", next));
        after.addFlashAttribute("done", "done.decided." + form.outcome());
        return "redirect:/recommendations/" + code;
    }

    private String draw(RecommendationCode code, Actor actor, Model model) {
        access.require(actor, Permission.CLAIM_DECIDE, access.see(code, actor));
        var item = items.page(code, actor);
        if (item.claim() == null) {
            throw new DomainException(ProblemType.NO_CLAIM_UNDER_REVIEW);
        }
        if (!item.actions().contains("decide")) {
            throw new DomainException(reason(item, item.claim().claim()));
        }
        var claim = item.claim().claim();
        model.addAttribute("turn", Turn.of(code.value(), queue.of(actor)));
        model.addAttribute(
                "compared",
                comparison.of(reader.confirmed(code, actor), item.facts(), claim, LocaleContextHolder.getLocale()));
        model.addAttribute(
                "cited",
                item.evidence().stream()
                        .filter(line ->
                                claim.evidence().contains(line.document().id()))
                        .toList());
        model.addAttribute("outcomes", List.of(Outcome.values()));
        model.addAttribute("levels", Level.values());
        return frame.draw("decision", item, model);
    }

    private static ProblemType reason(ItemPage item, ClaimView claim) {
        if (claim.decidedAt() != null) {
            return ProblemType.NO_CLAIM_UNDER_REVIEW;
        }
        var ownEvidence = item.evidence().stream()
                .map(EvidenceLine::document)
                .anyMatch(document -> document.own() && claim.evidence().contains(document.id()));
        return ownEvidence ? ProblemType.OWN_EVIDENCE : ProblemType.OWN_CLAIM;
    }
}
