package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Ambition;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.MarkerCommand;
import org.rumbo.recommendation.MarkerView;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.TypedDay;
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

/** The progress markers of a recommendation: adding them, wording them, saying that they are met. */
@Controller
@RequestMapping("/recommendations/{code}/markers")
class MarkerController {
    private static final int LONGEST = 1000;

    private final RecommendationEditing editing;
    private final ItemPages items;
    private final Submissions submissions;
    private final FormFrame frame;
    private final Conflicts conflicts;

    MarkerController(
            RecommendationEditing editing,
            ItemPages items,
            Submissions submissions,
            FormFrame frame,
            Conflicts conflicts) {
        this.conflicts = conflicts;
        this.editing = editing;
        this.items = items;
        this.submissions = submissions;
        this.frame = frame;
    }

    record MarkerForm(
            @Nullable String text,
            @Nullable Ambition ambition,
            @Nullable String reason,
            @Nullable String seen) {
        static final MarkerForm EMPTY = new MarkerForm(null, Ambition.EXPECT, null, null);

        boolean saw(MarkerView marker) {
            return seen == null || seen.isBlank() || seen.equals(marker.wording());
        }

        /** With the other's wording where that was chosen. */
        MarkerForm with(Choices choices, MarkerView there) {
            return new MarkerForm(
                    choices.theirs("text") ? there.text() : text,
                    choices.theirs("ambition") ? there.ambition() : ambition,
                    reason,
                    seen);
        }

        boolean says(MarkerView marker) {
            return Objects.equals(FieldMarks.plain(text), marker.text()) && ambition == marker.ambition();
        }

        String words() {
            var check = new FormCheck();
            var words = check.required("text", text, LONGEST, "text-required");
            check.done();
            return words;
        }

        MarkerCommand toCommand() {
            var check = new FormCheck();
            var why = check.text("reason", reason, LONGEST);
            check.done();
            return new MarkerCommand(words(), ambition, null, null, why);
        }
    }

    record MetForm(
            @Nullable TypedDay metOn,
            @Nullable Boolean met,
            @Nullable String seen) {
        boolean saw(MarkerView marker) {
            return seen == null || seen.isBlank() || seen.equals(marker.standing());
        }

        MarkerCommand toCommand() {
            var check = new FormCheck();
            var command = new MarkerCommand(null, null, !Boolean.FALSE.equals(met), check.day("metOn", metOn), null);
            check.done();
            return command;
        }
    }

    @GetMapping
    @Needs(Permission.MARKER_EDIT)
    String adding(@PathVariable RecommendationCode code, Actor actor, Model model) {
        model.addAttribute("form", MarkerForm.EMPTY);
        return drawWording(code, null, actor, model);
    }

    @PostMapping
    @Needs(Permission.MARKER_EDIT)
    String add(
            @PathVariable RecommendationCode code,
            @ModelAttribute("form") MarkerForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!submissions.accepted(() -> add(code, form, actor), model, response)) {
            return drawWording(code, null, actor, model);
        }
        after.addFlashAttribute("done", "done.markerAdded");
        return back(code);
    }

    private void add(RecommendationCode code, MarkerForm form, Actor actor) {
        editing.addMarker(code, form::toCommand, actor, Expected.ANY);
    }

    @GetMapping("/{id}")
    @Needs(Permission.MARKER_EDIT)
    String wording(@PathVariable RecommendationCode code, @PathVariable UUID id, Actor actor, Model model) {
        var item = items.forAction(code, actor, Permission.MARKER_EDIT, "edit-markers");
        var marker = marker(item, id);
        model.addAttribute("form", new MarkerForm(marker.text(), marker.ambition(), null, null));
        return drawWording(code, id, actor, model);
    }

    @PostMapping("/{id}")
    @Needs(Permission.MARKER_EDIT)
    String word(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @ModelAttribute("form") MarkerForm form,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var there = marker(items.forAction(code, actor, Permission.MARKER_EDIT, "edit-markers"), id);
        var choices = Choices.of(sent);
        var chosen = form.with(choices, there);
        if (choices.any() && form.saw(there) && chosen.says(there)) {
            after.addFlashAttribute("done", "conflict.keptTheirs");
            return back(code);
        }
        if (!submissions.accepted(() -> word(code, id, chosen, actor), model, response)) {
            if (choices.any() || model.containsAttribute("changedMeanwhile")) {
                model.addAttribute("conflicts", conflicts.between(form, there, choices));
            }
            return drawWording(code, id, actor, model);
        }
        after.addFlashAttribute("done", "done.markerChanged");
        return back(code);
    }

    private void word(RecommendationCode code, UUID id, MarkerForm form, Actor actor) {
        editing.changeMarker(code, id, Set.of(Permission.MARKER_EDIT), form::saw, form::toCommand, actor, Expected.ANY);
    }

    private String drawWording(RecommendationCode code, @Nullable UUID id, Actor actor, Model model) {
        var item = items.forAction(code, actor, Permission.MARKER_EDIT, "edit-markers");
        model.addAttribute("marker", id == null ? null : marker(item, id));
        model.addAttribute("ambitions", Ambition.values());
        return frame.draw("marker", id == null ? "markers.add" : "form.marker.reword", item, model);
    }

    @GetMapping("/{id}/met")
    @Needs(Permission.MARKER_MET)
    String meeting(@PathVariable RecommendationCode code, @PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("form", new MetForm(null, null, null));
        return drawMeeting(code, id, actor, model);
    }

    @PostMapping("/{id}/met")
    @Needs(Permission.MARKER_MET)
    String meet(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @ModelAttribute("form") MetForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!submissions.accepted(
                () -> editing.changeMarker(
                        code, id, Set.of(Permission.MARKER_MET), form::saw, form::toCommand, actor, Expected.ANY),
                model,
                response)) {
            return drawMeeting(code, id, actor, model);
        }
        after.addFlashAttribute("done", Boolean.FALSE.equals(form.met()) ? "done.markerNotMet" : "done.markerMet");
        return back(code);
    }

    private String drawMeeting(RecommendationCode code, UUID id, Actor actor, Model model) {
        var item = items.forAction(code, actor, Permission.MARKER_MET, "meet-markers");
        var marker = marker(item, id);
        model.addAttribute("marker", marker);
        return frame.draw("marker-met", marker.met() ? "form.marker-met.undo" : "form.marker-met.title", item, model);
    }

    private static String back(RecommendationCode code) {
        return "redirect:/recommendations/" + code + "#markers";
    }

    private static MarkerView marker(ItemPage item, UUID id) {
        return item.facts().markers().stream()
                .filter(marker -> marker.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }
}
