package org.rumbo.reporting.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.reporting.ImplementationReports;
import org.rumbo.reporting.ReportFiles;
import org.rumbo.reporting.ReportRequest;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The live report of any day as a data file, for programs and for people alike. */
@RestController
class LiveReports {
    private final ImplementationReports reports;
    private final ReportFiles files;

    LiveReports(ImplementationReports reports, ReportFiles files) {
        this.reports = reports;
        this.files = files;
    }

    @GetMapping({"/api/v1/reports/implementation", "/api/v1/reports/implementation.json", "/reports/implementation.json"
    })
    @Needs(Permission.REPORT_AS_OF)
    ResponseEntity<byte[]> json(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable List<CountryCode> country,
            @RequestParam(required = false) @Nullable String lang,
            Locale locale,
            Actor actor) {
        var report = reports.live(request(asOf, from, country, lang, locale), actor);
        return Downloads.json(files.json(report), report.asOf());
    }

    @GetMapping({"/api/v1/reports/implementation.csv", "/reports/implementation.csv"})
    @Needs(Permission.REPORT_AS_OF)
    ResponseEntity<byte[]> csv(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable List<CountryCode> country,
            @RequestParam(required = false) @Nullable String lang,
            Locale locale,
            Actor actor) {
        var report = reports.live(request(asOf, from, country, lang, locale), actor);
        return Downloads.csv(files.csv(report), report.asOf());
    }

    private static ReportRequest request(
            @Nullable LocalDate asOf,
            @Nullable LocalDate from,
            @Nullable List<CountryCode> country,
            @Nullable String lang,
            Locale locale) {
        return new ReportRequest(asOf, from, country == null ? List.of() : country, language(lang, locale));
    }

    /** The language asked for by name, or the reader's own. */
    static Language language(@Nullable String lang, Locale locale) {
        return lang == null
                ? Language.of(locale)
                : Language.of(lang).orElseThrow(() -> DomainException.malformed("lang"));
    }
}
