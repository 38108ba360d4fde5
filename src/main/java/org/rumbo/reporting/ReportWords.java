package org.rumbo.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DayInWords;
import org.springframework.context.MessageSource;

/** A report's sentences in a reader's language: each figure has one that still makes sense when it is quoted alone. */
public final class ReportWords {
    private final ImplementationReport report;
    private final MessageSource messages;
    private final Locale locale;
    private final Map<String, ImplementationReport.Item> items;

    /** One line of the table behind the bars. */
    public record Row(String name, Map<String, Long> counts, long total) {}

    public ReportWords(ImplementationReport report, MessageSource messages, Locale locale) {
        this.report = report;
        this.messages = messages;
        this.locale = locale;
        this.items =
                report.items().stream().collect(Collectors.toMap(ImplementationReport.Item::code, Function.identity()));
    }

    /** What became of how many, how that changed, and how many are late. */
    public String verdict() {
        if (report.total() == 0) {
            return say("report.verdict.none", date(report.asOf()));
        }
        var before = report.before();
        return say("report.verdict.reached", recommendations(report.total()), report.reached())
                + (before == null ? "" : compared(report.reached() - before.reached(), before.asOf()))
                + say("report.verdict.late", report.late().size());
    }

    private String compared(long more, LocalDate than) {
        if (more == 0) {
            return say("report.verdict.same", date(than));
        }
        return say(more > 0 ? "report.verdict.more" : "report.verdict.fewer", Math.abs(more), date(than));
    }

    public String period() {
        var from = report.from();
        return from == null
                ? say("report.asOf", date(report.asOf()))
                : say("report.period", date(from), date(report.asOf()));
    }

    public String now() {
        return say("report.now", date(report.asOf()), recommendations(report.total()));
    }

    public @Nullable String then() {
        var before = report.before();
        return before == null ? null : say("report.then", date(before.asOf()), recommendations(before.total()));
    }

    /** At most three lines of what happened in the period. */
    public List<String> happened() {
        var forward = count("FORWARD");
        var back = count("BACK") + count("REOPENED");
        var closed = count("CLOSED");
        var lines = new ArrayList<String>();
        lines.add(say("report.happened.forward", forward));
        if (back > 0 || closed > 0) {
            lines.add(say("report.happened.back", back, closed));
        }
        lines.add(
                report.added() > 0
                        ? say("report.happened.added", report.added())
                        : say("report.happened.claims", report.claims().size()));
        return lines;
    }

    private long count(String direction) {
        return report.changes().stream()
                .filter(change -> change.direction().equals(direction))
                .count();
    }

    public String ofCountry(ImplementationReport.OfCountry line) {
        if (line.total() == 0) {
            return say("report.country.none", country(line.country()));
        }
        var before = line.reachedBefore();
        var sentence = say("report.country.reached", line.reached(), line.total());
        if (before != null && before != line.reached()) {
            var more = line.reached() - before;
            sentence += say(more > 0 ? "report.country.more" : "report.country.fewer", Math.abs(more));
        }
        return sentence + say("report.country.late", line.late());
    }

    public String changes() {
        return say("report.changes.sentence", report.changes().size());
    }

    public String claims() {
        return say("report.claims.sentence", report.claims().size());
    }

    public String late() {
        return say("report.late.sentence", report.late().size(), report.total());
    }

    /** How far the figures can be relied upon, one sentence each. */
    public List<String> certainty() {
        var certainty = report.certainty();
        var lines = new ArrayList<String>();
        lines.add(
                say(report.provisional() ? "report.certain.provisional" : "report.certain.asOf", date(report.asOf())));
        lines.add(
                certainty.claims() == 0
                        ? say("report.certain.noClaims")
                        : say("report.certain.evidence", certainty.withEvidence(), certainty.claims()));
        if (certainty.open() > 0) {
            lines.add(say("report.certain.targets", certainty.withTargetDate(), certainty.open()));
        }
        if (report.unverified() != null) {
            lines.add(say("report.certain.unverified", report.unverified(), months(report)));
        }
        if (report.ofTeams() > 0) {
            lines.add(say("report.certain.ofTeams", report.ofTeams(), report.total()));
        }
        lines.add(say("report.certain.view." + report.parameters().view()));
        return lines;
    }

    private static long months(ImplementationReport report) {
        var trusted = report.parameters().verifyAfter();
        return trusted == null ? 0 : java.time.Period.parse(trusted).toTotalMonths();
    }

    public List<Row> rows() {
        return report.countries().stream()
                .map(line -> new Row(country(line.country()), line.byState(), line.total()))
                .toList();
    }

    public String country(String iso2) {
        return String.valueOf(messages.getMessage("country." + iso2, null, iso2, locale));
    }

    /** A title in this language, or in another one where it is missing. */
    public String title(String code) {
        var item = items.get(code);
        return item == null ? code : item.titles().getOrDefault(locale.getLanguage(), item.title());
    }

    public boolean isOfTeam(String code) {
        var item = items.get(code);
        return item != null && item.origin().equals("TEAM");
    }

    public String date(LocalDate day) {
        return DayInWords.of(day, messages, locale);
    }

    private String recommendations(long count) {
        return say("report.recommendations", count);
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
