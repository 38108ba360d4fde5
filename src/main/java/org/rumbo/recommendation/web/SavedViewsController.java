package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.SavedView;
import org.rumbo.recommendation.SavedViews;
import org.rumbo.shared.Crumb;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeping a list with its filters under a name, renaming it, sharing it with one's team, letting it go. */
@Controller
@RequestMapping("/recommendations/views")
class SavedViewsController {
    private final SavedViews views;
    private final ListReader reader;
    private final ListWords words;
    private final Submissions submissions;
    private final AccessPolicy policy;

    SavedViewsController(
            SavedViews views, ListReader reader, ListWords words, Submissions submissions, AccessPolicy policy) {
        this.views = views;
        this.reader = reader;
        this.words = words;
        this.submissions = submissions;
        this.policy = policy;
    }

    /**
     * A kept view with what it asks for, in words.
     *
     * @param lost parts that the list does not understand any more
     */
    record Line(SavedView view, String href, List<String> filters, List<String> lost) {}

    @GetMapping
    @Needs(Permission.SELF_MANAGE)
    String all(Actor actor, Model model) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        var lines = views.of(actor).stream().map(view -> line(view, actor)).toList();
        model.addAttribute(
                "own", lines.stream().filter(line -> line.view().own()).toList());
        model.addAttribute(
                "shared", lines.stream().filter(line -> !line.view().own()).toList());
        model.addAttribute("crumbs", crumbs(null, "views.title"));
        return "recommendation/views";
    }

    private Line line(SavedView view, Actor actor) {
        var asked = reader.read(view.query(), actor);
        return new Line(view, asked.href(), words.filters(asked), asked.unknown());
    }

    @GetMapping("/new")
    @Needs(Permission.SELF_MANAGE)
    String form(@RequestParam MultiValueMap<String, String> typed, Actor actor, Model model) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        var asked = reader.read(typed, actor).without("after");
        return draw(new SavedViewForm(null, asked.query(), null, null), null, actor, model);
    }

    @PostMapping
    @Needs(Permission.SELF_MANAGE)
    String keep(
            @ModelAttribute("form") SavedViewForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        var asked = asked(form, actor);
        if (!submissions.accepted(() -> views.keep(form.toWish(asked), actor), model, response)) {
            return draw(form, null, actor, model);
        }
        after.addFlashAttribute("done", "views.done.kept");
        return "redirect:" + asked.without("after").href();
    }

    @GetMapping("/{id}")
    @Needs(Permission.SELF_MANAGE)
    String change(@PathVariable UUID id, Actor actor, Model model) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        return draw(SavedViewForm.of(views.own(id, actor)), id, actor, model);
    }

    @PostMapping("/{id}")
    @Needs(Permission.SELF_MANAGE)
    String change(
            @PathVariable UUID id,
            @ModelAttribute("form") SavedViewForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        views.own(id, actor);
        var asked = asked(form, actor);
        if (!submissions.accepted(() -> views.change(id, form.toWish(asked), actor), model, response)) {
            return draw(form, id, actor, model);
        }
        after.addFlashAttribute("done", "views.done.changed");
        return "redirect:/recommendations/views";
    }

    @PostMapping("/{id}/delete")
    @Needs(Permission.SELF_MANAGE)
    String drop(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        var view = views.own(id, actor);
        views.drop(id, actor);
        // Texts alone, for they wait in the session.
        after.addFlashAttribute("droppedName", view.name());
        after.addFlashAttribute("droppedQuery", view.query());
        after.addFlashAttribute(
                "droppedTeam", view.team() == null ? "" : view.team().iso2());
        after.addFlashAttribute("droppedFirst", String.valueOf(view.first()));
        return "redirect:/recommendations/views";
    }

    private ListAddress asked(SavedViewForm form, Actor actor) {
        return reader.read(Objects.requireNonNullElse(form.query(), ""), actor);
    }

    private String draw(SavedViewForm form, @Nullable UUID id, Actor actor, Model model) {
        var asked = asked(form, actor);
        model.addAttribute("form", form);
        model.addAttribute("action", "/recommendations/views" + (id == null ? "" : "/" + id));
        model.addAttribute("asked", asked);
        model.addAttribute("filters", words.filters(asked));
        model.addAttribute("teams", actor.countries().stream().sorted().toList());
        model.addAttribute("heading", id == null ? "views.new" : "views.change");
        model.addAttribute("back", id == null ? asked.href() : "/recommendations/views");
        model.addAttribute("crumbs", crumbs("/recommendations/views", id == null ? "views.new" : "views.change"));
        return "recommendation/view";
    }

    private List<Crumb> crumbs(@Nullable String parent, String here) {
        var list = new Crumb(ListAddress.PATH, words.message("nav.recommendations"));
        var self = new Crumb(null, words.message(here));
        return parent == null
                ? List.of(list, self)
                : List.of(list, new Crumb(parent, words.message("views.title")), self);
    }
}
