package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.LinkType;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationLinks;
import org.rumbo.shared.DomainException;
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

/** Drawing links from a recommendation to others, and taking them away. */
@Controller
@RequestMapping("/recommendations/{code}/links")
class LinksController {
    private static final int LONGEST_CODE = 40;

    private final RecommendationLinks links;
    private final ItemPages items;
    private final Submissions submissions;
    private final FormFrame frame;

    LinksController(RecommendationLinks links, ItemPages items, Submissions submissions, FormFrame frame) {
        this.links = links;
        this.items = items;
        this.submissions = submissions;
        this.frame = frame;
    }

    record LinkForm(@Nullable LinkType type, @Nullable String to) {
        RecommendationLinks.Link toLink() {
            var check = new FormCheck();
            var kind = check.chosen("type", type, LinkType.SUPPORTS);
            var other = check.required("to", to, LONGEST_CODE, "link-code-unknown");
            check.done();
            return new RecommendationLinks.Link(kind, code(other));
        }

        private static RecommendationCode code(String typed) {
            try {
                return new RecommendationCode(typed);
            } catch (DomainException notACode) {
                throw DomainException.ruleNotMet("to", "link-code-unknown");
            }
        }
    }

    @GetMapping
    @Needs(Permission.LINK_EDIT)
    String form(@PathVariable RecommendationCode code, Actor actor, Model model) {
        model.addAttribute("form", new LinkForm(null, null));
        return draw(code, actor, model);
    }

    @PostMapping
    @Needs(Permission.LINK_EDIT)
    String add(
            @PathVariable RecommendationCode code,
            @ModelAttribute("form") LinkForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!submissions.accepted(() -> links.draw(code, form::toLink, actor), model, response)) {
            return draw(code, actor, model);
        }
        after.addFlashAttribute("done", "done.linked");
        return "redirect:/recommendations/" + code + "#related";
    }

    @PostMapping("/removal")
    @Needs(Permission.LINK_EDIT)
    String remove(
            @PathVariable RecommendationCode code,
            @ModelAttribute("form") LinkForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!submissions.accepted(() -> links.remove(code, form::toLink, actor), model, response)) {
            return draw(code, actor, model);
        }
        after.addFlashAttribute("done", "done.unlinked");
        return "redirect:/recommendations/" + code + "#related";
    }

    private String draw(RecommendationCode code, Actor actor, Model model) {
        var item = items.forAction(code, actor, Permission.LINK_EDIT, "edit-links");
        model.addAttribute("types", LinkType.values());
        return frame.draw("links", item, model);
    }
}
