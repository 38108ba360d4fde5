package org.rumbo.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.LedgerProofs;
import org.rumbo.reporting.ImplementationReport;
import org.rumbo.reporting.ImplementationReports;
import org.rumbo.reporting.PublicReports;
import org.rumbo.reporting.Publications;
import org.rumbo.reporting.PublishedReport;
import org.rumbo.reporting.ReportFiles;
import org.rumbo.reporting.ReportRequest;
import org.rumbo.reporting.ReportWords;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.Language;
import org.rumbo.shared.TypedDay;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages of reports: the archive, a published one, and the live report of any day. */
@Controller
class ReportPages {
    private static final String ID =
            "/{id:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}}";

    private final ImplementationReports reports;
    private final Publications publications;
    private final ReportFiles files;
    private final PublicReports open;
    private final LedgerProofs proofs;
    private final AccessPolicy policy;
    private final Network network;
    private final MessageSource messages;
    private final Clock clock;

    ReportPages(
            ImplementationReports reports,
            Publications publications,
            ReportFiles files,
            PublicReports open,
            LedgerProofs proofs,
            AccessPolicy policy,
            Network network,
            MessageSource messages,
            Clock clock) {
        this.reports = reports;
        this.publications = publications;
        this.files = files;
        this.open = open;
        this.proofs = proofs;
        this.policy = policy;
        this.network = network;
        this.messages = messages;
        this.clock = clock;
    }

    /** One line of the archive, with the day of its publication in the network's time. */
    record Line(PublishedReport report, LocalDate publishedOn) {}

    /** Which days a live report is to compare. */
    record Days(@Nullable TypedDay asOf, @Nullable TypedDay from) {
        PublishForm form(LocalDate today) {
            return new PublishForm(asOf == null || asOf.isEmpty() ? TypedDay.of(today) : asOf, from, null);
        }
    }

    /** Why a form was refused, at which of its fields. */
    record Problem(String field, String message) {}

    @GetMapping("/reports")
    @Needs(Permission.REPORT_READ)
    String archive(Actor actor, Locale locale, Model model) {
        var newest = archiveOf(actor, locale, model);
        var yesterday = today().minusDays(1);
        var next = newest == null ? null : newest.asOf().plusDays(1);
        model.addAttribute(
                "form",
                new PublishForm(
                        TypedDay.of(yesterday),
                        TypedDay.of(next == null || next.isAfter(yesterday) ? null : next),
                        null));
        return "reporting/archive";
    }

    @PostMapping("/reports")
    @Needs(Permission.REPORT_PUBLISH)
    ModelAndView publish(PublishForm form, Actor actor, Locale locale) {
        policy.requireSomewhere(actor, Permission.REPORT_PUBLISH);
        var refused = refused(form, locale);
        if (refused.isEmpty()) {
            var published = publications.publish(form.asOfDate(), form.fromDate(), form.audienceOrFunders(), actor);
            return new ModelAndView("redirect:/reports/" + published.id());
        }
        var page = new ModelAndView("reporting/archive", HttpStatus.UNPROCESSABLE_CONTENT);
        var model = new org.springframework.ui.ExtendedModelMap();
        archiveOf(actor, locale, model);
        page.addAllObjects(model);
        page.addObject("form", form);
        page.addObject("problems", refused);
        return page;
    }

    private List<Problem> refused(PublishForm form, Locale locale) {
        return form.problems(today()).stream()
                .map(field -> new Problem(
                        field + "-day", messages.getMessage("report.publish." + field + ".problem", null, locale)))
                .toList();
    }

    private @Nullable PublishedReport archiveOf(Actor actor, Locale locale, Model model) {
        var all = publications.all(actor);
        var newest = all.isEmpty() ? null : all.get(0);
        model.addAttribute("archive", all.stream().map(this::line).toList());
        model.addAttribute("newest", newest == null ? null : line(newest));
        model.addAttribute("words", newest == null ? null : words(publications.content(newest.id(), actor), locale));
        model.addAttribute("publicPage", open.isOpen());
        model.addAttribute("mayPublish", policy.permitsSomewhere(actor, Permission.REPORT_PUBLISH));
        model.addAttribute("mayAsOf", policy.permitsSomewhere(actor, Permission.REPORT_AS_OF));
        return newest;
    }

    @GetMapping("/reports" + ID)
    @Needs(Permission.REPORT_READ)
    String published(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        var published = publications.find(id, actor);
        var report = publications.content(id, actor);
        show(report, published.sha256(), locale, model);
        model.addAttribute("published", line(published));
        model.addAttribute("proven", proofs.provesReport(id, actor));
        model.addAttribute("downloads", "/reports/" + id);
        model.addAttribute("query", "");
        return "reporting/report";
    }

    @GetMapping("/reports/implementation")
    @Needs(Permission.REPORT_AS_OF)
    String live(
            @ModelAttribute("days") Days days,
            @RequestParam(required = false) @Nullable List<CountryCode> country,
            Actor actor,
            Locale locale,
            Model model) {
        var wanted = country == null ? List.<CountryCode>of() : country;
        var form = days.form(today());
        var refused = refused(form, locale);
        var shown = refused.isEmpty() ? form : new PublishForm(null, null, null);
        var report =
                reports.live(new ReportRequest(shown.asOfDate(), shown.fromDate(), wanted, Language.of(locale)), actor);
        show(report, files.json(report).sha256(), locale, model);
        model.addAttribute("form", form);
        model.addAttribute("problems", refused);
        model.addAttribute("wanted", wanted.stream().map(CountryCode::iso2).toList());
        model.addAttribute("downloads", "/reports/implementation");
        model.addAttribute("query", query(report, wanted));
        return "reporting/report";
    }

    private void show(ImplementationReport report, String sha256, Locale locale, Model model) {
        var words = words(report, locale);
        model.addAttribute("report", report);
        model.addAttribute("words", words);
        model.addAttribute("sha256", sha256);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/reports", messages.getMessage("report.archive.title", null, locale)),
                        new Crumb(null, words.period())));
    }

    /** What makes a download the twin of the page: its day is named, so that it stays so tomorrow. */
    private static String query(ImplementationReport report, List<CountryCode> wanted) {
        var query = UriComponentsBuilder.newInstance().queryParam("asOf", report.asOf());
        if (report.from() != null) {
            query.queryParam("from", report.from());
        }
        wanted.forEach(country -> query.queryParam("country", country.iso2()));
        query.queryParam("lang", report.parameters().lang());
        return query.build().toUriString();
    }

    private ReportWords words(ImplementationReport report, Locale locale) {
        return new ReportWords(report, messages, locale);
    }

    private Line line(PublishedReport report) {
        return new Line(report, network.day(report.publishedAt()));
    }

    private LocalDate today() {
        return network.day(clock.instant());
    }
}
