package org.rumbo.notification.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.notification.Follows;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of all that somebody follows. */
@Controller
@RequestMapping("/following")
class FollowingController {
    private final Follows follows;
    private final RecommendationQueries queries;
    private final Network network;

    FollowingController(Follows follows, RecommendationQueries queries, Network network) {
        this.follows = follows;
        this.queries = queries;
        this.network = network;
    }

    /**
     * A followed recommendation.
     *
     * @param titleLanguage the title's own language where it is not the reader's; else null
     */
    record Line(
            RecommendationRow row, String title, @Nullable String titleLanguage) {
        static Line of(RecommendationRow row, String tag) {
            return new Line(row, row.titleIn(tag), row.titles().containsKey(tag) ? null : row.language());
        }
    }

    @GetMapping
    @Needs(Permission.SELF_MANAGE)
    String show(@RequestParam(required = false) @Nullable String after, Actor actor, Locale locale, Model model) {
        var codes = follows.items(after, actor);
        var tag = Language.of(locale).tag();
        List<Line> lines = queries.byCode(codes.items(), actor).values().stream()
                .sorted(Comparator.comparing(RecommendationRow::code))
                .map(row -> Line.of(row, tag))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("countries", network.countries());
        model.addAttribute("followed", follows.countries(actor));
        model.addAttribute("first", after == null ? null : "/following");
        model.addAttribute("next", codes.next() == null ? null : "/following?after=" + codes.next());
        return "notification/following";
    }

    @PostMapping
    @Needs(Permission.SELF_MANAGE)
    String follow(@RequestParam CountryCode country, @RequestParam boolean follow, Actor actor) {
        follows.followCountry(country, follow, actor);
        return "redirect:/following";
    }
}
