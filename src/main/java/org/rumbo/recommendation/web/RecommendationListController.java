package org.rumbo.recommendation.web;

import java.util.List;
import org.rumbo.recommendation.SavedView;
import org.rumbo.recommendation.SavedViews;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of recommendations with its filters. */
@Controller
class RecommendationListController {
    private final ListReader reader;
    private final ListPage page;
    private final ListWords words;
    private final ViewTabs tabs;
    private final SavedViews views;

    RecommendationListController(ListReader reader, ListPage page, ListWords words, ViewTabs tabs, SavedViews views) {
        this.reader = reader;
        this.page = page;
        this.words = words;
        this.tabs = tabs;
        this.views = views;
    }

    @GetMapping("/recommendations")
    @Needs(Permission.ITEM_READ_RELEASED)
    String list(@RequestParam MultiValueMap<String, String> typed, Actor actor, Model model) {
        var address = reader.read(typed, actor);
        var kept = views.of(actor);
        if (typed.values().stream().flatMap(List::stream).anyMatch(String::isBlank)) {
            return "redirect:" + ViewTabs.all(address, kept).href();
        }
        if (address.parameters().isEmpty() && address.unknown().isEmpty()) {
            var first =
                    kept.stream().filter(SavedView::first).map(SavedView::query).findFirst();
            if (first.isPresent() && !first.get().isEmpty()) {
                return "redirect:" + ListAddress.PATH + "?" + first.get();
            }
        }
        model.addAttribute("address", address);
        model.addAttribute("chips", words.chips(address));
        model.addAttribute("tabs", tabs.over(address, kept, actor));
        model.addAttribute("cleared", ViewTabs.cleared(address, kept));
        page.choices(actor, model);
        page.found(address, actor, model);
        return "recommendation/list";
    }
}
