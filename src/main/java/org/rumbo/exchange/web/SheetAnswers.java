package org.rumbo.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import org.rumbo.exchange.SheetDownloads;
import org.rumbo.exchange.SheetDownloads.Format;
import org.rumbo.recommendation.RecommendationFilter;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers with a file while it is being made. */
@Component
class SheetAnswers {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = "text/csv;charset=UTF-8";
    static final String ZIP = "application/zip";

    private final SheetDownloads downloads;
    private final Network network;
    private final Clock clock;

    SheetAnswers(SheetDownloads downloads, Network network, Clock clock) {
        this.downloads = downloads;
        this.network = network;
        this.clock = clock;
    }

    void write(Format format, RecommendationFilter filter, Actor actor, HttpServletResponse response)
            throws IOException {
        downloads.requireMayExport(actor);
        head(response, "recommendations", format);
        downloads.write(
                format, filter, actor, Language.of(LocaleContextHolder.getLocale()), response.getOutputStream());
    }

    void head(HttpServletResponse response, String name, Format format) {
        response.setContentType(
                switch (format) {
                    case XLSX -> XLSX;
                    case CSV -> CSV;
                    case ZIP -> ZIP;
                });
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("rumbo-%s-%s.%s"
                                .formatted(
                                        name,
                                        network.day(clock.instant()),
                                        format.name().toLowerCase(Locale.ROOT)))
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
