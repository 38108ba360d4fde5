package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.BulkEditing;
import org.rumbo.recommendation.BulkField;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
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

/** Changing one field of the recommendations that somebody ticked: what will change, the change, and undoing it. */
@Controller
@RequestMapping("/recommendations/bulk")
class BulkController {
    private final BulkEditing editing;
    private final BulkPages pages;
    private final Submissions submissions;
    private final AccessPolicy policy;
    private final Network network;

    BulkController(
            BulkEditing editing, BulkPages pages, Submissions submissions, AccessPolicy policy, Network network) {
        this.editing = editing;
        this.pages = pages;
        this.submissions = submissions;
        this.policy = policy;
        this.network = network;
    }

    @GetMapping
    @Needs(Permission.ITEM_EDIT)
    String form(
            @RequestParam(required = false) @Nullable List<String> code,
            @RequestParam(required = false) @Nullable BulkField field,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            Model model) {
        policy.requireSomewhere(actor, Permission.ITEM_EDIT);
        var form = BulkForm.empty(field == null ? BulkField.OWNER : field, back);
        return pages.ask(form, code == null ? List.of() : code, actor, model);
    }

    @PostMapping
    @Needs(Permission.ITEM_EDIT)
    String change(
            @ModelAttribute("form") BulkForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        policy.requireSomewhere(actor, Permission.ITEM_EDIT);
        if (!submissions.accepted(() -> make(form, actor), model, response)) {
            return pages.ask(form, form.codes(), actor, model);
        }
        return result(form.requiredId(), form.back(), after);
    }

    private void make(BulkForm form, Actor actor) {
        var value = form.value(network.themes());
        editing.change(form.requiredId(), form.field(), value, form.ticked(), actor);
    }

    @GetMapping("/{id}")
    @Needs(Permission.ITEM_EDIT)
    String made(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String back, Actor actor, Model model) {
        policy.requireSomewhere(actor, Permission.ITEM_EDIT);
        return pages.tell(editing.find(id, actor), back, actor, model);
    }

    @PostMapping("/{id}/undo")
    @Needs(Permission.ITEM_EDIT)
    String undo(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            RedirectAttributes after) {
        policy.requireSomewhere(actor, Permission.ITEM_EDIT);
        editing.undo(id, actor);
        return result(id, back, after);
    }

    private static String result(UUID id, @Nullable String back, RedirectAttributes after) {
        if (back != null) {
            after.addAttribute("back", back);
        }
        return "redirect:/recommendations/bulk/" + id;
    }
}
