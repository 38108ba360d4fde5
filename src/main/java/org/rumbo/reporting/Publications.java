package org.rumbo.reporting;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InstallationFact;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.rumbo.team.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes reports: computed once, stored as files, never computed again. The ledger keeps their fingerprints, so that a
 * copy can be held against what was issued.
 */
@Service
@Transactional(readOnly = true)
public class Publications {
    private static final String SELECT =
            "select r.id, r.as_of, r.since, r.published_at, r.sha256, r.total, r.reached, r.audience,"
                    + " p.display_name from report r join person p on p.id = r.published_by";

    private final ImplementationReports reports;
    private final ReportFiles files;
    private final ReportDocument document;
    private final AccessPolicy policy;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Publications(
            ImplementationReports reports,
            ReportFiles files,
            ReportDocument document,
            AccessPolicy policy,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.reports = reports;
        this.files = files;
        this.document = document;
        this.policy = policy;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same for the network and those who pay for it. */
    @Transactional
    public PublishedReport publish(@Nullable LocalDate asOf, @Nullable LocalDate from, Actor actor) {
        return publish(asOf, from, Audience.FUNDERS, actor);
    }

    /** Freezes what may leave the network as of a day; today where none is named. */
    @Transactional
    public PublishedReport publish(@Nullable LocalDate asOf, @Nullable LocalDate from, Audience audience, Actor actor) {
        var report = reports.released(asOf, from, actor);
        var issue = new ReportDocument.Issue(UUID.randomUUID(), issuer(actor), clock.instant());
        var made = files(report, issue);
        store(issue, report, made, audience, actor);
        events.publishEvent(
                new InstallationFact("report.issued", detail(issue.id(), report, made, audience), actor.id()));
        return find(issue.id(), actor);
    }

    /** Reports name directors alone: what a coordinator issues as a director's deputy, the director issues. */
    private static String issuer(Actor actor) {
        var represented = actor.standsInFor();
        return represented == null || actor.herself().has(Role.DIRECTOR) ? actor.name() : represented.name();
    }

    /** All published reports, newest first. */
    public List<PublishedReport> all(Actor actor) {
        policy.requireSomewhere(actor, Permission.REPORT_READ);
        return jdbc.sql(SELECT + " order by r.published_at desc, r.id")
                .query(Publications::row)
                .list();
    }

    public Optional<PublishedReport> newest(Actor actor) {
        policy.requireSomewhere(actor, Permission.REPORT_READ);
        return jdbc.sql(SELECT + " order by r.published_at desc, r.id fetch first 1 rows only")
                .query(Publications::row)
                .optional();
    }

    public PublishedReport find(UUID id, Actor actor) {
        policy.requireSomewhere(actor, Permission.REPORT_READ);
        return jdbc.sql(SELECT + " where r.id = ?")
                .param(id)
                .query(Publications::row)
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    /** What the stored JSON says; read, not computed. */
    public ImplementationReport content(UUID id, Actor actor) {
        return files.read(file(id, "json", actor).content());
    }

    /** A stored file, byte for byte. */
    public ReportFile file(UUID id, String format, Actor actor) {
        policy.requireSomewhere(actor, Permission.REPORT_READ);
        return jdbc.sql("select content, sha256 from report_file where report_id = ? and format = ?")
                .params(id, format)
                .query((row, number) -> new ReportFile(row.getBytes("content"), row.getString("sha256")))
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    public ReportFile document(UUID id, Language language, Actor actor) {
        return file(id, formatOf(language), actor);
    }

    /** The fingerprints of a report's files, by format. */
    public Map<String, String> fingerprints(UUID id, Actor actor) {
        policy.requireSomewhere(actor, Permission.REPORT_READ);
        var fingerprints = new LinkedHashMap<String, String>();
        jdbc.sql("select format, sha256 from report_file where report_id = ? order by format")
                .param(id)
                .query(row -> {
                    fingerprints.put(row.getString("format"), row.getString("sha256"));
                });
        return fingerprints;
    }

    private Map<String, ReportFile> files(ImplementationReport report, ReportDocument.Issue issue) {
        var made = new LinkedHashMap<String, ReportFile>();
        var data = files.json(report);
        made.put("json", data);
        made.put("csv", files.csv(report));
        Arrays.stream(Language.values())
                .forEach(language -> made.put(formatOf(language), document.in(language, report, data.sha256(), issue)));
        return made;
    }

    private static String formatOf(Language language) {
        return "html-" + language.tag();
    }

    private void store(
            ReportDocument.Issue issue,
            ImplementationReport report,
            Map<String, ReportFile> made,
            Audience audience,
            Actor actor) {
        jdbc.sql("insert into report (id, as_of, since, published_by, published_at, sha256, total, reached, audience)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        issue.id(),
                        Date.valueOf(report.asOf()),
                        report.from() == null ? null : Date.valueOf(report.from()),
                        actor.id(),
                        Timestamp.from(issue.at()),
                        java.util.Objects.requireNonNull(made.get("json")).sha256(),
                        report.total(),
                        report.reached(),
                        audience.name()))
                .update();
        made.forEach((format, file) -> jdbc.sql(
                        "insert into report_file (report_id, format, sha256, content) values (?, ?, ?, ?)")
                .params(issue.id(), format, file.sha256(), file.content())
                .update());
    }

    /** The ledger's keys know no hyphen: html-es becomes htmlEs. */
    private static Map<String, ?> detail(
            UUID id, ImplementationReport report, Map<String, ReportFile> made, Audience audience) {
        var fingerprints = made.entrySet().stream()
                .collect(Collectors.toMap(
                        file -> key(file.getKey()), file -> file.getValue().sha256()));
        var detail = new LinkedHashMap<String, Object>();
        detail.put("report", id);
        detail.put("asOf", report.asOf());
        if (report.from() != null) {
            detail.put("from", report.from());
        }
        detail.put("provisional", report.provisional());
        detail.put("format", ImplementationReport.FORMAT);
        detail.put("audience", audience.name());
        detail.put("files", fingerprints);
        return detail;
    }

    private static String key(String format) {
        var hyphen = format.indexOf('-');
        return hyphen < 0
                ? format
                : format.substring(0, hyphen)
                        + Character.toUpperCase(format.charAt(hyphen + 1))
                        + format.substring(hyphen + 2);
    }

    private static PublishedReport row(ResultSet row, int number) throws SQLException {
        return new PublishedReport(
                row.getObject("id", UUID.class),
                row.getObject("as_of", LocalDate.class),
                row.getObject("since", LocalDate.class),
                row.getString("display_name"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("sha256"),
                row.getLong("total"),
                row.getLong("reached"),
                Audience.valueOf(row.getString("audience")));
    }
}
