package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.recommendation.RecommendationReader;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A director takes an evaluated or closed recommendation back onto its route. */
@Controller
@RequestMapping("/recommendations/{code}/reopen")
class ReopenController {
    private final RecommendationLifecycle lifecycle;
    private final RecommendationReader reader;
    private final ItemPages items;
    private final Submissions submissions;
    private final FormFrame frame;

    ReopenController(
            RecommendationLifecycle lifecycle,
            RecommendationReader reader,
            ItemPages items,
            Submissions submissions,
            FormFrame frame) {
        this.lifecycle = lifecycle;
        this.reader = reader;
        this.items = items;
        this.submissions = submissions;
        this.frame = frame;
    }

    record ReopenForm(
            @Nullable State to,
            @Nullable String reason,
            @Nullable String tag) {}

    @GetMapping
    @Needs(Permission.ITEM_REOPEN)
    String form(@PathVariable RecommendationCode code, Actor actor, Model model) {
        model.addAttribute("form", new ReopenForm(null, null, null));
        return draw(code, actor, model);
    }

    @PostMapping
    @Needs(Permission.ITEM_REOPEN)
    String reopen(
            @PathVariable RecommendationCode code,
            @ModelAttribute("form") ReopenForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!submissions.accepted(() -> reopen(code, form, actor), model, response)) {
            return draw(code, actor, model);
        }
        after.addFlashAttribute("done", "done.reopened");
        return "redirect:/recommendations/" + code;
    }

    private void reopen(RecommendationCode code, ReopenForm form, Actor actor) {
        var check = new FormCheck();
        var target = check.chosen("to", form.to(), State.PROPOSED);
        check.required("reason", form.reason(), Bodies.LONG, "reason-required");
        check.done();
        lifecycle.reopen(code, target, () -> Bodies.reasonOf(form.reason()), actor, Tags.expected(form.tag()));
    }

    private String draw(RecommendationCode code, Actor actor, Model model) {
        var item = items.forAction(code, actor, Permission.ITEM_REOPEN, "reopen");
        model.addAttribute("targets", targets(item.facts().state(), reader.passed(code, actor)));
        return frame.draw("reopen", item, model);
    }

    /** A closed recommendation goes back only to where it has been. */
    private static Set<State> targets(State state, Set<State> passed) {
        var targets = EnumSet.noneOf(State.class);
        targets.addAll(state.reopenings());
        if (state == State.CLOSED) {
            targets.retainAll(passed);
        }
        return targets;
    }
}
