package org.rumbo.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rumbo.reporting.ImplementationReport;
import org.rumbo.reporting.PublicChanges;
import org.rumbo.reporting.PublicReports;
import org.rumbo.reporting.ReportWords;
import org.rumbo.shared.DayInWords;
import org.rumbo.shared.Language;
import org.rumbo.shared.PublicAddress;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;

/** The public page's news for feed readers: the reports for everybody, and what the newest of them says was confirmed. */
@Controller
class PublicFeed {
    static final String ADDRESS = "/public/changes.atom";
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final int MOST_CLAIMS = 100;

    private final PublicChanges changes;
    private final PublicReports reports;
    private final Network network;
    private final MessageSource messages;
    private final PublicAddress address;

    PublicFeed(
            PublicChanges changes,
            PublicReports reports,
            Network network,
            MessageSource messages,
            PublicAddress address) {
        this.changes = changes;
        this.reports = reports;
        this.network = network;
        this.messages = messages;
        this.address = address;
    }

    @GetMapping(ADDRESS)
    @Needs(Permission.PUBLIC_ITEMS)
    ResponseEntity<byte[]> changes(HttpServletRequest request, Locale locale) {
        var base = address.of(request);
        var published = changes.reports();
        var entries = new ArrayList<AtomFeed.Entry>();
        published.forEach(report -> entries.add(entry(report, base, locale)));
        reports.newest().ifPresent(report -> entries.addAll(confirmed(report, base, locale)));
        entries.sort(Comparator.comparing(AtomFeed.Entry::updated).reversed().thenComparing(AtomFeed.Entry::id));
        var updated = published.isEmpty() ? Instant.EPOCH : published.get(0).at();
        var bytes = feed(entries, updated, base, locale).bytes();
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(CacheControl.noCache())
                .eTag(DigestUtils.md5DigestAsHex(bytes))
                .lastModified(updated)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                .body(bytes);
    }

    private AtomFeed feed(List<AtomFeed.Entry> entries, Instant updated, String base, Locale locale) {
        var tag = Language.of(locale).tag();
        return new AtomFeed(
                named("feed", network.key(), tag),
                tag,
                say("feed.title", locale, network.name()),
                say("feed.subtitle", locale),
                network.name(),
                network.licence(),
                updated,
                base + ADDRESS + "?lang=" + tag,
                base + "/public?lang=" + tag,
                entries);
    }

    private AtomFeed.Entry entry(PublicChanges.Published report, String base, Locale locale) {
        return new AtomFeed.Entry(
                report.id(),
                say("feed.report", locale, DayInWords.of(report.asOf(), messages, locale)),
                null,
                say("feed.report.says", locale, report.total(), report.reached()),
                "report",
                report.at(),
                base + "/public?lang=" + Language.of(locale).tag());
    }

    /** What an item's public page says was confirmed; it keeps its id and its day in every later report that tells of it. */
    private List<AtomFeed.Entry> confirmed(ImplementationReport report, String base, Locale locale) {
        var words = new ReportWords(report, messages, locale);
        var items =
                report.items().stream().collect(Collectors.toMap(ImplementationReport.Item::code, Function.identity()));
        return report.claims().stream()
                .sorted(Comparator.comparing(ImplementationReport.ConfirmedClaim::confirmedOn)
                        .reversed())
                .limit(MOST_CLAIMS)
                .filter(claim -> items.containsKey(claim.code()))
                .map(claim -> entry(claim, items, words, base, locale))
                .toList();
    }

    private AtomFeed.Entry entry(
            ImplementationReport.ConfirmedClaim claim,
            Map<String, ImplementationReport.Item> items,
            ReportWords words,
            String base,
            Locale locale) {
        var shown = PublicPages.shown(java.util.Objects.requireNonNull(items.get(claim.code())), locale);
        return new AtomFeed.Entry(
                named("claim", claim.code(), claim.target(), claim.confirmedOn().toString()),
                claim.code() + ": " + shown.title(),
                shown.titleLanguage(),
                say(
                        "feed.confirmed",
                        locale,
                        say("country." + claim.country(), locale),
                        say("state." + claim.target(), locale),
                        words.date(claim.confirmedOn())),
                "confirmed",
                claim.confirmedOn().atStartOfDay(network.zone()).toInstant(),
                base + "/public/recommendations/" + claim.code() + "?lang="
                        + Language.of(locale).tag());
    }

    private static UUID named(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
