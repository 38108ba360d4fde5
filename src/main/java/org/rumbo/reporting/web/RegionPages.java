package org.rumbo.reporting.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rumbo.recommendation.NetworkOverview;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.reporting.NetworkSummaries;
import org.rumbo.reporting.NetworkSummary;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.Language;
import org.rumbo.sheet.CsvLine;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.rumbo.team.TileMap;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The region: what its countries have in common, where recommendations pull apart, and how far each country is. */
@Controller
class RegionPages {
    private final NetworkSummaries summaries;
    private final NetworkOverview overview;
    private final TileMap map;
    private final Network network;
    private final MessageSource messages;
    private final Clock clock;

    RegionPages(
            NetworkSummaries summaries,
            NetworkOverview overview,
            TileMap map,
            Network network,
            MessageSource messages,
            Clock clock) {
        this.summaries = summaries;
        this.overview = overview;
        this.map = map;
        this.network = network;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/region")
    @Needs(Permission.SUMMARY_READ)
    String region(Actor actor, Locale locale, Model model) {
        var summary = summaries.of(null, actor);
        var rows = rows(actor);
        var codes = rows.stream().map(RecommendationRow::code).collect(Collectors.toSet());
        var language = Language.of(locale).tag();
        var countries = countries(summary);
        model.addAttribute("region", Region.of(rows, overview.links(Set.copyOf(codes)), countries, language));
        model.addAttribute("countries", countries);
        model.addAttribute("tiles", tiles(summary, locale));
        model.addAttribute("drawing", drawing(summary, locale));
        model.addAttribute(
                "reached",
                summary.countries().stream().mapToLong(RegionPages::reached).sum());
        model.addAttribute("total", summary.total());
        model.addAttribute("network", network.name());
        model.addAttribute("today", network.day(clock.instant()));
        model.addAttribute("crumbs", crumbs(locale));
        return "reporting/region";
    }

    @GetMapping("/region/map.svg")
    @Needs(Permission.SUMMARY_READ)
    ResponseEntity<byte[]> map(Actor actor, Locale locale) {
        return Downloads.named(
                drawing(summaries.of(null, actor), locale),
                new MediaType("image", "svg+xml", StandardCharsets.UTF_8),
                "rumbo-region-" + network.day(clock.instant()) + ".svg");
    }

    @GetMapping("/region.csv")
    @Needs(Permission.SUMMARY_READ)
    ResponseEntity<byte[]> table(Actor actor) {
        var summary = summaries.of(null, actor);
        var out = new StringBuilder("\uFEFFtheme,country,state,recommendations\r\n");
        for (var line : Region.of(
                        rows(actor),
                        List.of(),
                        countries(summary),
                        network.defaultLanguage().tag())
                .themes()) {
            for (var cell : line.cells()) {
                cell.counts()
                        .forEach(count -> out.append(CsvLine.of(
                                List.of(line.theme(), cell.country(), count.state(), String.valueOf(count.items())))));
            }
        }
        return Downloads.named(
                out.toString(),
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                "rumbo-region-" + network.day(clock.instant()) + ".csv");
    }

    private List<RecommendationRow> rows(Actor actor) {
        return overview.rows(actor, 10 * ProgressPages.DRAWN);
    }

    private static List<String> countries(NetworkSummary summary) {
        return summary.countries().stream()
                .map(NetworkSummary.OfCountry::country)
                .toList();
    }

    private String drawing(NetworkSummary summary, Locale locale) {
        var places = map.of(summary.countries().stream()
                .map(line -> new CountryCode(line.country()))
                .toList());
        return RegionMap.svg(say("region.map.drawing", locale), places, tiles(summary, locale));
    }

    private List<RegionMap.Tile> tiles(NetworkSummary summary, Locale locale) {
        return summary.countries().stream()
                .map(line -> new RegionMap.Tile(
                        line.country(),
                        String.valueOf(messages.getMessage("country." + line.country(), null, line.country(), locale)),
                        say("route.ofTotal", locale, reached(line), line.total()),
                        reached(line),
                        line.total()))
                .toList();
    }

    private static long reached(NetworkSummary.OfCountry line) {
        return line.byState().getOrDefault("IMPLEMENTED", 0L) + line.byState().getOrDefault("EVALUATED", 0L);
    }

    private List<Crumb> crumbs(Locale locale) {
        return List.of(
                new Crumb("/progress", say("network.title", locale)), new Crumb(null, say("region.title", locale)));
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
