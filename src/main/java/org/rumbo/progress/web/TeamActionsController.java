package org.rumbo.progress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.ActionPlan;
import org.rumbo.progress.TeamActionView;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.rumbo.team.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of what a team plans to do for an item. */
@Controller
@RequestMapping("/recommendations/{code}/team-actions")
class TeamActionsController {
    private static final List<Visibility> VISIBILITIES = List.of(Visibility.TEAM, Visibility.NETWORK);
    /** The item's own page has other fields of these names, so the inputs are called otherwise. */
    private static final Map<String, String> INPUTS = Map.of(
            "text", "action-text",
            "owner", "action-owner",
            "visibility", "action-visibility",
            "reason", "action-reason",
            "due", "due-day",
            "doneOn", "doneOn-day");

    private final ActionPlan plan;
    private final RecommendationAccess access;
    private final ItemPage page;
    private final People people;
    private final Network network;
    private final Clock clock;

    TeamActionsController(
            ActionPlan plan, RecommendationAccess access, ItemPage page, People people, Network network, Clock clock) {
        this.plan = plan;
        this.access = access;
        this.page = page;
        this.people = people;
        this.network = network;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.ITEM_READ_RELEASED)
    String show(
            @PathVariable RecommendationCode code,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            Model model) {
        return show(code, TeamActionForm.EMPTY, part != null, actor, locale, model);
    }

    private String show(
            RecommendationCode code, TeamActionForm form, boolean part, Actor actor, Locale locale, Model model) {
        page.head(code, "actions.title", part, actor, locale, model);
        var seen = access.see(code, actor);
        var actions = plan.actions(code, actor);
        var today = network.day(clock.instant());
        model.addAttribute(
                "lines",
                actions.stream()
                        .map(action -> TeamActionLine.of(action, name(action), today))
                        .toList());
        model.addAttribute(
                "total",
                actions.stream().filter(action -> action.cancelledOn() == null).count());
        model.addAttribute(
                "finished",
                actions.stream().filter(action -> action.doneOn() != null).count());
        model.addAttribute("late", actions.stream().filter(TeamActionView::late).count());
        model.addAttribute("full", seen.reading() == Reading.FULL);
        model.addAttribute("mayEdit", access.permits(actor, Permission.ACTION_EDIT, seen));
        model.addAttribute("form", form);
        choices(code, actor, model);
        return "progress/team-actions";
    }

    private @Nullable String name(TeamActionView action) {
        return action.owner() == null ? null : people.nameOf(action.owner());
    }

    private void choices(RecommendationCode code, Actor actor, Model model) {
        model.addAttribute("team", plan.team(access.see(code, actor).country()));
        model.addAttribute("visibilities", VISIBILITIES);
    }

    @PostMapping
    @Needs(Permission.ACTION_EDIT)
    String add(
            @PathVariable RecommendationCode code,
            @ModelAttribute("form") TeamActionForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            plan.add(code, form::toCommand, actor);
        } catch (DomainException refused) {
            page.refuse(refused, TeamActionsController::input, locale, model, response);
            return show(code, form, false, actor, locale, model);
        }
        return after(code, "done.actionAdded", after);
    }

    @GetMapping("/{id}")
    @Needs(Permission.ACTION_EDIT)
    String edit(@PathVariable RecommendationCode code, @PathVariable UUID id, Actor actor, Locale locale, Model model) {
        access.require(actor, Permission.ACTION_EDIT, access.see(code, actor));
        var action = plan.action(code, id, actor);
        return draw(code, action, TeamActionForm.of(action, owner(action)), null, actor, locale, model);
    }

    private @Nullable UUID owner(TeamActionView action) {
        return action.owner() == null
                ? null
                : people.holderOf(action.owner()).map(Person::id).orElse(null);
    }

    private String draw(
            RecommendationCode code,
            TeamActionView action,
            TeamActionForm form,
            @Nullable TeamActionEnding ending,
            Actor actor,
            Locale locale,
            Model model) {
        page.head(code, "actions.edit", false, actor, locale, model);
        var today = network.day(clock.instant());
        model.addAttribute("line", TeamActionLine.of(action, name(action), today));
        model.addAttribute("form", form);
        model.addAttribute("ending", ending == null ? TeamActionEnding.on(today) : ending);
        choices(code, actor, model);
        return "progress/team-action";
    }

    @PostMapping("/{id}")
    @Needs(Permission.ACTION_EDIT)
    String change(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @ModelAttribute("form") TeamActionForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            plan.change(code, id, form::toCommand, actor);
        } catch (DomainException refused) {
            page.refuse(refused, TeamActionsController::input, locale, model, response);
            return draw(code, plan.action(code, id, actor), form, null, actor, locale, model);
        }
        return after(code, "done.actionChanged", after);
    }

    @PostMapping("/{id}/done")
    @Needs(Permission.ACTION_EDIT)
    String done(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @ModelAttribute("ending") TeamActionEnding ending,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return end(
                code,
                id,
                () -> plan.done(code, id, ending::day, actor),
                "done.actionDone",
                ending,
                actor,
                locale,
                model,
                response,
                after);
    }

    @PostMapping("/{id}/cancel")
    @Needs(Permission.ACTION_EDIT)
    String cancel(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @ModelAttribute("ending") TeamActionEnding ending,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return end(
                code,
                id,
                () -> plan.cancel(code, id, ending::reason, actor),
                "done.actionCancelled",
                ending,
                actor,
                locale,
                model,
                response,
                after);
    }

    private String end(
            RecommendationCode code,
            UUID id,
            Runnable act,
            String done,
            TeamActionEnding ending,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            act.run();
        } catch (DomainException refused) {
            page.refuse(refused, TeamActionsController::input, locale, model, response);
            var action = plan.action(code, id, actor);
            return draw(code, action, TeamActionForm.of(action, owner(action)), ending, actor, locale, model);
        }
        return after(code, done, after);
    }

    private static String input(String field) {
        return INPUTS.getOrDefault(field, field);
    }

    private static String after(RecommendationCode code, String done, RedirectAttributes after) {
        after.addFlashAttribute("done", done);
        return "redirect:/recommendations/" + code.value() + "/team-actions";
    }
}
