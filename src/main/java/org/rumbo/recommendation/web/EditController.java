package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.EditUndo;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.People;
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

/** Editing a recommendation's own fields; whoever comes second sees both wordings side by side. */
@Controller
@RequestMapping("/recommendations/{code}/edit")
class EditController {
    private final EditUndo editing;
    private final RecommendationAccess access;
    private final ItemPages items;
    private final Submissions submissions;
    private final FormFrame frame;
    private final Conflicts conflicts;
    private final People people;
    private final Network network;

    EditController(
            EditUndo editing,
            RecommendationAccess access,
            ItemPages items,
            Submissions submissions,
            FormFrame frame,
            Conflicts conflicts,
            People people,
            Network network) {
        this.editing = editing;
        this.access = access;
        this.items = items;
        this.submissions = submissions;
        this.frame = frame;
        this.conflicts = conflicts;
        this.people = people;
        this.network = network;
    }

    @GetMapping
    @Needs(Permission.ITEM_EDIT)
    String form(@PathVariable RecommendationCode code, Actor actor, Model model) {
        var item = open(code, actor);
        model.addAttribute("form", EditForm.of(item.facts(), owner(item)));
        return draw(item, actor, model);
    }

    @PostMapping
    @Needs(Permission.ITEM_EDIT)
    String edit(
            @PathVariable RecommendationCode code,
            @ModelAttribute("form") EditForm form,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var item = open(code, actor);
        var choices = Choices.of(sent);
        var undo = new AtomicReference<@Nullable UUID>();
        if (!submissions.accepted(
                () -> undo.set(editing.edit(
                        code,
                        () -> form.toCommands(item.facts(), owner(item), choices),
                        actor,
                        Tags.expected(form.tag()))),
                model,
                response)) {
            if (choices.any() || model.containsAttribute("changedMeanwhile")) {
                var theirs = EditForm.of(item.facts(), owner(item));
                model.addAttribute("conflicts", conflicts.between(form, theirs, choices, team(item)));
            }
            return draw(item, actor, model);
        }
        after.addFlashAttribute("done", "done.edited");
        if (undo.get() != null) {
            after.addFlashAttribute("undo", "/recommendations/" + code + "/undo/" + undo.get());
        }
        return "redirect:/recommendations/" + code;
    }

    private ItemPage open(RecommendationCode code, Actor actor) {
        return items.forAction(code, actor, Permission.ITEM_EDIT, "edit");
    }

    private String draw(ItemPage item, Actor actor, Model model) {
        var code = new RecommendationCode(item.facts().code());
        model.addAttribute("themes", network.themes());
        model.addAttribute("team", team(item));
        model.addAttribute("languages", originalFirst(item.facts().language()));
        model.addAttribute(
                "readingFixed", !access.permits(actor, Permission.ITEM_EDIT_READING, access.see(code, actor)));
        return frame.draw("edit", item, model);
    }

    private static List<Language> originalFirst(String original) {
        return Arrays.stream(Language.values())
                .sorted(Comparator.comparing(language -> !language.tag().equals(original)))
                .toList();
    }

    private List<Actor> team(ItemPage item) {
        var country = new CountryCode(item.facts().country());
        return people.all().stream()
                .filter(person -> person.isOf(country))
                .sorted(Comparator.comparing(Actor::name))
                .toList();
    }

    private @Nullable UUID owner(ItemPage item) {
        var login = item.full() == null ? null : item.full().owner();
        return login == null ? null : people.byLogin(login).map(Actor::id).orElse(null);
    }
}
