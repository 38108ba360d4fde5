package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.rumbo.recommendation.Ambition;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.PublicAddress;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of one recommendation. */
@Controller
class RecommendationPageController {
    private final ItemPages items;
    private final CitedPassages passages;
    private final PublicAddress address;
    private final MessageSource messages;

    RecommendationPageController(
            ItemPages items, CitedPassages passages, PublicAddress address, MessageSource messages) {
        this.items = items;
        this.passages = passages;
        this.address = address;
        this.messages = messages;
    }

    @GetMapping("/recommendations/{code}")
    @Needs(Permission.ITEM_READ_RELEASED)
    String show(
            @PathVariable RecommendationCode code,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            Model model) {
        var item = items.page(code, actor);
        model.addAttribute("item", item);
        if (item.citation() != null) {
            model.addAttribute(
                    "citations", CitationFormat.all(passages.of(item.facts(), item.citation(), address.of(request))));
        }
        model.addAttribute("ambitions", Ambition.values());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/recommendations", messages.getMessage("nav.recommendations", null, locale)),
                        new Crumb(null, code.value())));
        return "recommendation/show";
    }
}
