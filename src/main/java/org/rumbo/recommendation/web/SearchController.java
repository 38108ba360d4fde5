package org.rumbo.recommendation.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.rumbo.recommendation.RecommendationSearch;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Searching everything that is said about recommendations; a code leads to its recommendation at once. */
@Controller
class SearchController {
    private final RecommendationSearch search;
    private final Network network;
    private final MessageSource messages;

    SearchController(RecommendationSearch search, Network network, MessageSource messages) {
        this.search = search;
        this.network = network;
        this.messages = messages;
    }

    @GetMapping("/search")
    @Needs(Permission.ITEM_READ_RELEASED)
    String search(@RequestParam MultiValueMap<String, String> typed, Actor actor, Locale locale, Model model) {
        var address = SearchAddress.of(typed);
        var language = Language.of(locale);
        if (address.isPlain() && !address.query().isEmpty()) {
            var named = search.byCode(address.query(), actor);
            if (named.isPresent()) {
                return "redirect:/recommendations/" + named.get();
            }
        }
        var request = address.request(language);
        var page = search.find(request, actor);
        model.addAttribute("address", address);
        model.addAttribute("asked", !request.words().isEmpty());
        model.addAttribute("reader", language.tag());
        model.addAttribute("hits", page.items());
        model.addAttribute("total", page.total());
        model.addAttribute(
                "first",
                address.one("after") == null ? null : address.without("after").href());
        model.addAttribute(
                "next",
                page.next() == null ? null : address.with("after", page.next()).href());
        model.addAttribute("chips", chips(address, locale));
        model.addAttribute(
                "everywhere",
                address.without("country", "state", "kind", "after").href());
        model.addAttribute("countries", network.countries());
        model.addAttribute("states", State.values());
        model.addAttribute("places", SearchAddress.Place.values());
        return "recommendation/search";
    }

    private List<ListWords.Chip> chips(SearchAddress address, Locale locale) {
        return Stream.of("country", "state", "kind")
                .filter(name -> address.one(name) != null)
                .map(name -> new ListWords.Chip(
                        chip(name, Objects.requireNonNull(address.one(name)), locale),
                        address.without(name, "after").href()))
                .toList();
    }

    private String chip(String name, String value, Locale locale) {
        var family = name.equals("kind") ? "search.place." : name + ".";
        var shown = messages.getMessage(family + value, null, value, locale);
        return Objects.requireNonNull(messages.getMessage("search.chip." + name, new Object[] {shown}, name, locale));
    }
}
