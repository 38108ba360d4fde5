package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Expected;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saying that a document is no longer where its link leads, or is again. */
@Controller
@RequestMapping("/recommendations/{code}/evidence/{id}/link")
class EvidenceLinkController {
    private final RecommendationEditing editing;
    private final ItemPages items;
    private final Submissions submissions;
    private final FormFrame frame;

    EvidenceLinkController(RecommendationEditing editing, ItemPages items, Submissions submissions, FormFrame frame) {
        this.editing = editing;
        this.items = items;
        this.submissions = submissions;
        this.frame = frame;
    }

    record LinkForm(@Nullable Boolean leads, @Nullable TypedDay since) {
        boolean itLeads() {
            return Boolean.TRUE.equals(leads);
        }

        @Nullable
        LocalDate day() {
            var check = new FormCheck();
            var day = check.day("since", since);
            check.done();
            return day;
        }
    }

    @GetMapping
    @Needs(Permission.EVIDENCE_LINK)
    String form(@PathVariable RecommendationCode code, @PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("form", new LinkForm(null, null));
        return draw(code, id, actor, model);
    }

    @PostMapping
    @Needs(Permission.EVIDENCE_LINK)
    String mark(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @ModelAttribute("form") LinkForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!submissions.accepted(
                () -> editing.markLink(code, id, form.itLeads(), form::day, actor, Expected.ANY), model, response)) {
            return draw(code, id, actor, model);
        }
        after.addFlashAttribute("done", form.itLeads() ? "done.linkLeads" : "done.linkGone");
        return "redirect:/recommendations/" + code + "#evidence";
    }

    private String draw(RecommendationCode code, UUID id, Actor actor, Model model) {
        var item = items.forAction(code, actor, Permission.EVIDENCE_LINK, "mark-link");
        var document = item.evidence().stream()
                .map(EvidenceLine::document)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        if (document.url() == null) {
            throw new DomainException(ProblemType.NO_LINK);
        }
        model.addAttribute("document", document);
        return frame.draw("evidence-link", document.linkGoneOn() == null ? "link.gone" : "link.back", item, model);
    }
}
