package org.rumbo.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Citations;
import org.rumbo.recommendation.PaperWords;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.State;
import org.rumbo.reporting.ImplementationReport;
import org.rumbo.reporting.PublicReports;
import org.rumbo.reporting.ReportWords;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.PublicAddress;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What everybody may read without signing in: the newest report for everybody, as pages. */
@Controller
class PublicPages {
    /** Others may show the network's route on their own pages; it loads nothing but its style, and sends nothing. */
    private static final String FRAMED = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors *";

    private static final int LONGEST_QUERY = 200;

    private final PublicReports reports;
    private final Network network;
    private final MessageSource messages;
    private final PublicAddress address;
    private final PaperWords papers;
    private final Citations citations;

    PublicPages(
            PublicReports reports,
            Network network,
            MessageSource messages,
            PublicAddress address,
            PaperWords papers,
            Citations citations) {
        this.papers = papers;
        this.citations = citations;
        this.reports = reports;
        this.network = network;
        this.messages = messages;
        this.address = address;
    }

    @GetMapping("/public")
    @Needs(Permission.PUBLIC_ITEMS)
    String network(
            @RequestParam(required = false) @Nullable String q,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        about(model);
        model.addAttribute(
                "feed", PublicFeed.ADDRESS + "?lang=" + Language.of(locale).tag());
        reports.newest().ifPresent(report -> {
            var query = q == null
                    ? ""
                    : q.strip().substring(0, Math.min(LONGEST_QUERY, q.strip().length()));
            model.addAttribute("report", report);
            model.addAttribute("words", new ReportWords(report, messages, locale));
            model.addAttribute("q", query);
            model.addAttribute("found", query.isEmpty() ? null : found(report, query, locale));
            model.addAttribute("matrix", matrix(report, locale));
            model.addAttribute("frame", frame(request, locale));
        });
        return "reporting/public";
    }

    @GetMapping("/public/recommendations/{code}")
    @Needs(Permission.PUBLIC_ITEMS)
    String recommendation(@PathVariable String code, Locale locale, Model model) {
        about(model);
        var report = reports.newest().orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        var item = report.items().stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        model.addAttribute("report", report);
        model.addAttribute("words", new ReportWords(report, messages, locale));
        model.addAttribute("item", item);
        model.addAttribute("shown", shown(item, locale));
        model.addAttribute(
                "claims",
                report.claims().stream()
                        .filter(claim -> claim.code().equals(code))
                        .toList());
        var passage = papers.of(new RecommendationCode(code)).orElse(null);
        model.addAttribute("passage", passage);
        model.addAttribute(
                "cited", passage == null ? null : citations.of(passage.source()).orElse(null));
        model.addAttribute("crumbs", List.of(new Crumb("/public", network.name()), new Crumb(null, code)));
        return "reporting/public-item";
    }

    @GetMapping("/public/embed")
    @Needs(Permission.PUBLIC_ITEMS)
    String embed(HttpServletResponse response, Locale locale, Model model) {
        about(model);
        response.setHeader("Content-Security-Policy", FRAMED);
        // Browsers that know frame-ancestors ignore this; where it cannot be taken back it harms nobody.
        response.setHeader("X-Frame-Options", null);
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        reports.newest().ifPresent(report -> {
            model.addAttribute("report", report);
            model.addAttribute("words", new ReportWords(report, messages, locale));
        });
        return "reporting/embed";
    }

    private void about(Model model) {
        model.addAttribute("network", network.name());
    }

    private static List<NetworkMatrix.Item> found(ImplementationReport report, String query, Locale locale) {
        var words = Arrays.stream(plain(query).split("\\s+")).toList();
        return report.items().stream()
                .filter(item -> {
                    var text = plain(item.code() + " " + item.title() + " "
                            + String.join(" ", item.titles().values()));
                    return words.stream().allMatch(text::contains);
                })
                .map(item -> shown(item, locale))
                .toList();
    }

    /** Without accents and capitals: who searches types neither. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static NetworkMatrix matrix(ImplementationReport report, Locale locale) {
        return NetworkMatrix.of(
                report.items().stream().map(item -> shown(item, locale)).toList(),
                report.countries().stream()
                        .map(ImplementationReport.OfCountry::country)
                        .toList());
    }

    static NetworkMatrix.Item shown(ImplementationReport.Item item, Locale locale) {
        var language = Language.of(locale).tag();
        var own = item.titles().get(language);
        return new NetworkMatrix.Item(
                item.code(),
                item.country(),
                own == null ? item.title() : own,
                own == null ? languageOf(item) : null,
                State.valueOf(item.state()),
                item.closeReason(),
                item.unverifiedSince());
    }

    private static @Nullable String languageOf(ImplementationReport.Item item) {
        return item.titles().entrySet().stream()
                .filter(title -> title.getValue().equals(item.title()))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** What somebody puts into her own page to show the route there. */
    private String frame(HttpServletRequest request, Locale locale) {
        var base = address.of(request);
        return "<iframe src=\"%s/public/embed?lang=%s\" title=\"%s\" width=\"100%%\" height=\"380\"></iframe>"
                .formatted(base, Language.of(locale).tag(), network.name().replace("\"", "&quot;"));
    }
}
