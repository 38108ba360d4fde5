package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Position;
import org.rumbo.recommendation.PositionCommand;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.RecommendationView;
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

/** Recording what the addressee says about a recommendation. */
@Controller
@RequestMapping("/recommendations/{code}/position")
class PositionController {
    private final RecommendationEditing editing;
    private final ItemPages items;
    private final Submissions submissions;
    private final FormFrame frame;
    private final Conflicts conflicts;

    PositionController(
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

    record PositionForm(
            @Nullable Position position,
            @Nullable TypedDay on,
            @Nullable String source,
            @Nullable String seen,
            @Nullable String tag) {
        /** Stands for the position that was recorded when the form was drawn. */
        static String mark(RecommendationView.Facts facts) {
            return FieldMarks.mark(facts.position() + " " + facts.positionOn() + " " + facts.positionSource());
        }

        PositionCommand toCommand() {
            var check = new FormCheck();
            var command = new PositionCommand(
                    check.chosen("position", position, Position.NONE_KNOWN),
                    check.requiredDay("on", on),
                    check.required("source", source, 2000, "source-required"));
            check.done();
            return command;
        }
    }

    @GetMapping
    @Needs(Permission.POSITION_RECORD)
    String form(@PathVariable RecommendationCode code, Actor actor, Model model) {
        model.addAttribute("form", new PositionForm(null, null, null, null, null));
        return draw(code, actor, model);
    }

    @PostMapping
    @Needs(Permission.POSITION_RECORD)
    String record(
            @PathVariable RecommendationCode code,
            @ModelAttribute("form") PositionForm form,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var choices = Choices.of(sent);
        if (choices.theirs("position")) {
            after.addFlashAttribute("done", "conflict.keptTheirs");
            return "redirect:/recommendations/" + code;
        }
        if (!submissions.accepted(
                () -> editing.recordPosition(code, form::toCommand, actor, Tags.expected(form.tag())),
                model,
                response)) {
            if (model.containsAttribute("changedMeanwhile")) {
                compare(code, form, choices, actor, model);
            }
            return draw(code, actor, model);
        }
        after.addFlashAttribute("done", "done.positionRecorded");
        return "redirect:/recommendations/" + code;
    }

    /** Whoever changed something else about the recommendation said nothing about the position. */
    private void compare(RecommendationCode code, PositionForm form, Choices choices, Actor actor, Model model) {
        var facts = items.page(code, actor).facts();
        if (form.seen() != null && !form.seen().equals(PositionForm.mark(facts))) {
            model.addAttribute("conflicts", conflicts.between(form, facts, choices));
        }
    }

    private String draw(RecommendationCode code, Actor actor, Model model) {
        model.addAttribute("positions", Position.values());
        var item = items.forAction(code, actor, Permission.POSITION_RECORD, "record-position");
        model.addAttribute("seen", PositionForm.mark(item.facts()));
        return frame.draw("position", item, model);
    }
}
