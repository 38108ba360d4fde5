package org.rumbo.recommendation.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.AccessPolicy;
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

/** The list of recommendations with its filters. */
@Controller
class RecommendationListController {
    private final RecommendationQueries queries;
    private final AccessPolicy policy;
    private final Network network;
    private final NetworkDays days;
    private final MessageSource messages;

    RecommendationListController(
            RecommendationQueries queries,
            AccessPolicy policy,
            Network network,
            NetworkDays days,
            MessageSource messages) {
        this.queries = queries;
        this.policy = policy;
        this.network = network;
        this.days = days;
        this.messages = messages;
    }

    record Chip(String text, String href) {}

    @GetMapping("/recommendations")
    @Needs(Permission.ITEM_READ_RELEASED)
    String list(@RequestParam MultiValueMap<String, String> typed, Actor actor, Locale locale, Model model) {
        var address = ListAddress.of(typed);
        if (typed.values().stream().flatMap(List::stream).anyMatch(String::isBlank)) {
            return "redirect:" + address.href();
        }
        var page = queries.list(address.filter(), actor);
        var language = Language.of(locale).tag();
        model.addAttribute("address", address);
        model.addAttribute(
                "lines",
                page.items().stream()
                        .map(row -> ListLine.of(row, language, days))
                        .toList());
        model.addAttribute("total", page.total());
        model.addAttribute("late", queries.list(address.lateOnly(), actor).total());
        model.addAttribute(
                "next",
                page.next() == null ? null : address.with("after", page.next()).href());
        model.addAttribute("first", address.one("after") == null ? null : withoutPlace(address));
        model.addAttribute("chips", chips(address, locale));
        model.addAttribute("countries", network.countries());
        model.addAttribute("themes", network.themes());
        model.addAttribute("states", State.values());
        model.addAttribute("mayPropose", policy.permitsSomewhere(actor, Permission.ITEM_PROPOSE));
        return "recommendation/list";
    }

    private static String withoutPlace(ListAddress address) {
        return address.without("after", Objects.requireNonNull(address.one("after")))
                .href();
    }

    private List<Chip> chips(ListAddress address, Locale locale) {
        return address.filters().stream()
                .flatMap(name -> address.all(name).stream()
                        .map(value -> new Chip(
                                chipText(name, value, locale),
                                address.without(name, value).href())))
                .toList();
    }

    private String chipText(String name, String value, Locale locale) {
        var shown =
                switch (name) {
                    case "country", "state", "theme" -> messages.getMessage(name + "." + value, null, value, locale);
                    default -> value;
                };
        return Objects.requireNonNull(messages.getMessage("list.chip." + name, new Object[] {shown}, name, locale));
    }
}
