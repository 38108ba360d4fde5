package org.rumbo.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rumbo.ledger.Sealing;
import org.rumbo.ledger.proof.MerkleTree;
import org.rumbo.shared.InstallationFact;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an auditor takes away of the log: every event that fits, its hash, and neither a text nor a name. */
@RumboTest
class AuditFileIT {
    private static final String FILE = "/admin/audit.csv";

    private final Journeys journeys;
    private final Sealing sealing;
    private final Environment environment;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    AuditFileIT(
            Journeys journeys,
            Sealing sealing,
            Environment environment,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.journeys = journeys;
        this.sealing = sealing;
        this.environment = environment;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
    }

    private List<String> lines(String query) {
        var answer = Visitor.signedIn(environment, "auditor").get(FILE + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        var lines = answer.body().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("\uFEFFnumber,recordedAt,action,recommendation,from,to,actor,behalf,leafIndex,leafHash");
        return lines.subList(1, lines.size());
    }

    @Test
    void holdsHashesInPlaceOfTextsAndPseudonymsInPlaceOfNames() {
        var title = "Canario " + UUID.randomUUID();
        var code = journeys.proposed("BO", title);
        journeys.makeTrackable(code);
        sealing.seal();
        var lines = lines("?code=" + code);
        var payloads = jdbc.sql("select payload from ledger_event where code = ? order by seq desc")
                .param(code)
                .query((row, number) -> row.getBytes(1))
                .list();
        assertThat(lines).hasSameSizeAs(payloads).hasSizeGreaterThan(2);
        for (var i = 0; i < lines.size(); i++) {
            var hash = HexFormat.of().formatHex(MerkleTree.leaf(payloads.get(i)).bytes());
            assertThat(lines.get(i)).endsWith("," + hash).contains("," + code + ",");
        }
        var actor = jdbc.sql("select distinct actor from ledger_event where code = ?")
                .param(code)
                .query(String.class)
                .single();
        var name = jdbc.sql("select display_name from person where login = 'coordinator.bo'")
                .query(String.class)
                .single();
        assertThat(String.join("\n", lines)).contains(actor).doesNotContain(title, name, "coordinator.bo");
    }

    @Test
    void takesTheFiltersOfThePage() {
        var code = journeys.proposed("BO");
        assertThat(lines("?action=item.create&code=" + code)).singleElement().satisfies(line -> assertThat(line)
                .contains("item.create"));
        assertThat(lines("?who=coordinator.bo&code=" + code)).hasSize(1);
        assertThat(lines("?who=director.a&code=" + code)).isEmpty();
        assertThat(lines("?from=2999-01-01&code=" + code)).isEmpty();
        assertThat(lines("?until=2020-01-01&code=" + code)).isEmpty();
        var auditor = Visitor.signedIn(environment, "auditor");
        assertThat(auditor.get(FILE + "?from=tomorrow").statusCode()).isEqualTo(400);
        assertThat(auditor.get("/admin/audit?code=" + code).body()).contains("/admin/audit.csv?", "code=" + code);
    }

    @Test
    void leavesNothingOutHoweverLongItIs() {
        transaction.executeWithoutResult(done -> {
            for (var i = 0; i < 1_050; i++) {
                events.publishEvent(new InstallationFact("job.retry", Map.of(), null));
            }
        });
        var all = jdbc.sql("select count(*) from ledger_event where action = 'job.retry'")
                .query(Integer.class)
                .single();
        var numbers = lines("?action=job.retry").stream()
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(numbers).hasSize(all).doesNotHaveDuplicates();
    }

    @Test
    void isForAuditorsAlone() {
        for (var login : List.of("admin", "director.a", "coordinator.bo", "funder")) {
            assertThat(Visitor.signedIn(environment, login).get(FILE).statusCode())
                    .as(login)
                    .isEqualTo(403);
        }
        assertThat(Visitor.signedIn(environment, "admin").get("/admin/audit").body())
                .doesNotContain(FILE);
    }
}
