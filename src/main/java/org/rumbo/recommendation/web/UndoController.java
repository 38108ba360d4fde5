package org.rumbo.recommendation.web;

import java.util.UUID;
import org.rumbo.recommendation.EditUndo;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes back the edit of a recommendation that was saved a moment ago. */
@Controller
class UndoController {
    private final EditUndo undo;
    private final RecommendationAccess access;

    UndoController(EditUndo undo, RecommendationAccess access) {
        this.undo = undo;
        this.access = access;
    }

    @PostMapping("/recommendations/{code}/undo/{id}")
    @Needs(Permission.ITEM_EDIT)
    String undo(@PathVariable RecommendationCode code, @PathVariable UUID id, Actor actor, RedirectAttributes after) {
        access.require(actor, Permission.ITEM_EDIT, access.see(code, actor));
        if (undo.undo(id, actor).left().isEmpty()) {
            after.addFlashAttribute("done", "done.undone");
        } else {
            after.addFlashAttribute("notDone", "undo.changedSince");
        }
        return "redirect:/recommendations/" + code;
    }
}
