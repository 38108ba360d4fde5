package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;
import static org.rumbo.testing.SampleFiles.bytes;
import static org.rumbo.testing.SampleFiles.pdf;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rumbo.file.Clamd;
import org.rumbo.recommendation.EvidenceScanning;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.ClamdServer;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.PlayedScanner;
import org.rumbo.testing.RumboTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A link that leads nowhere any more is said to; a file that was a danger is told of. */
@RumboTest
class EvidenceLinksIT {
    private final Api api;
    private final Journeys journeys;
    private final Environment environment;
    private final JdbcClient jdbc;
    private final EvidenceScanning scanning;
    private final PlayedScanner scanner;

    EvidenceLinksIT(
            Api api,
            Journeys journeys,
            Environment environment,
            JdbcClient jdbc,
            EvidenceScanning scanning,
            PlayedScanner scanner) {
        this.api = api;
        this.journeys = journeys;
        this.environment = environment;
        this.jdbc = jdbc;
        this.scanning = scanning;
        this.scanner = scanner;
    }

    @AfterEach
    void leaveAsItWas() {
        scanner.play(null);
    }

    private String added(String code, String url) {
        return require(
                        201,
                        api.as("coordinator.pe")
                                .post(
                                        at(code) + "/evidence",
                                        Map.of(
                                                "type",
                                                "LAW",
                                                "title",
                                                "Law on <b>rivers</b>",
                                                "strength",
                                                "A",
                                                "visibility",
                                                "FUNDER",
                                                "url",
                                                url)))
                .json()
                .path("id")
                .asString();
    }

    private Api.Answer mark(String login, String code, String id, Object body) {
        return api.as(login).post(at(code) + "/evidence/" + id + "/link", body);
    }

    private long events(String code) {
        return jdbc.sql("select count(*) from ledger_event where action = 'evidence.link' and code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    @Test
    void aLinkIsGoneAndComesBack() {
        var code = journeys.proposed("PE");
        var id = added(code, "https://example.org/law");
        var today = journeys.today();
        var gone = require(
                200,
                mark(
                        "coordinator.pe",
                        code,
                        id,
                        Map.of("leads", false, "since", today.minusDays(3).toString())));
        assertThat(gone.json().path("linkGoneOn").asString())
                .isEqualTo(today.minusDays(3).toString());
        assertThat(gone.json().path("url").asString()).isEqualTo("https://example.org/law");
        require(
                200,
                mark(
                        "coordinator.pe",
                        code,
                        id,
                        Map.of("leads", false, "since", today.minusDays(3).toString())));
        assertThat(events(code)).as("said twice").isEqualTo(1);
        require(200, mark("coordinator.pe", code, id, Map.of("leads", false)));
        assertThat(api.as("member.pe")
                        .get(at(code))
                        .json()
                        .at("/evidence/0/linkGoneOn")
                        .asString())
                .isEqualTo(today.toString());
        assertThat(events(code)).as("another day").isEqualTo(2);

        var pages = Pages.signedIn(environment, "coordinator.pe");
        var page = pages.get("/recommendations/" + code + "?lang=en").body();
        assertThat(page)
                .contains(
                        "has been gone since",
                        "No copy was kept",
                        "https://example.org/law",
                        "Mark its page as there again");
        assertThat(pages.get("/recommendations/" + code + "/history").body())
                .contains("noted that the page of “Law on &lt;b&gt;rivers&lt;/b&gt;” is no longer there since");

        var back = require(200, mark("coordinator.pe", code, id, Map.of("leads", true)));
        assertThat(back.json().has("linkGoneOn")).isFalse();
        require(200, mark("coordinator.pe", code, id, Map.of("leads", true)));
        assertThat(events(code)).isEqualTo(3);
        var payload = new String(
                jdbc.sql(
                                "select payload from ledger_event where action = 'evidence.link' and code = ? order by seq limit 1")
                        .param(code)
                        .query(byte[].class)
                        .single(),
                StandardCharsets.UTF_8);
        assertThat(payload).contains("\"leads\":false").doesNotContain("rivers", "example.org");
    }

    @Test
    void whatMakesNoSenseChangesNothing() {
        var code = journeys.proposed("PE");
        var id = added(code, "https://example.org/law");
        var tomorrow = journeys.today().plusDays(1).toString();
        assertThat(mark("coordinator.pe", code, id, Map.of()).status()).isEqualTo(400);
        assertThat(mark("coordinator.pe", code, id, Map.of("leads", "perhaps")).status())
                .isEqualTo(400);
        assertThat(mark("coordinator.pe", code, id, Map.of("leads", false, "since", "yesterday"))
                        .status())
                .isEqualTo(400);
        assertThat(mark("coordinator.pe", code, id, Map.of("leads", false, "why", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(mark("coordinator.pe", code, id, Map.of("leads", false, "since", tomorrow))
                        .rules())
                .containsExactly("not-in-the-future");
        assertThat(mark("coordinator.pe", code, UUID.randomUUID().toString(), Map.of("leads", false))
                        .status())
                .isEqualTo(404);
        var elsewhere = journeys.proposed("PE");
        assertThat(mark("coordinator.pe", elsewhere, id, Map.of("leads", false)).status())
                .isEqualTo(404);
        for (var login : List.of("member.pe", "director.a", "coordinator.bo", "auditor")) {
            assertThat(mark(login, code, id, Map.of("leads", false)).status())
                    .as(login)
                    .isEqualTo(403);
        }
        assertThat(mark("funder", code, id, Map.of("leads", false)).status()).isEqualTo(404);
        assertThat(events(code)).isZero();
        var note = require(
                        201,
                        api.as("coordinator.pe")
                                .post(
                                        at(code) + "/evidence",
                                        Map.of("type", "NOTE", "title", "Talk", "strength", "D", "visibility", "TEAM")))
                .json()
                .path("id")
                .asString();
        assertThat(mark("coordinator.pe", code, note, Map.of("leads", false)).problem())
                .isEqualTo("no-link");
    }

    /** Whoever reads from outside sees it with the document, and not that anything happened. */
    @Test
    void outsideReadersSeeItOnWhatTheyAreShownAlone() {
        var code = journeys.proposed("PE");
        journeys.makeTrackable(code);
        journeys.reach(code, State.UNDER_REVIEW);
        var id = added(code, "https://example.org/unreleased");
        var before = api.as("funder").get(at(code));
        require(200, mark("coordinator.pe", code, id, Map.of("leads", false)));
        var after = api.as("funder").get(at(code));
        assertThat(after.text()).isEqualTo(before.text());
        assertThat(after.headers().firstValue("ETag"))
                .isEqualTo(before.headers().firstValue("ETag"));
        require(
                200,
                api.as("director.a").post(at(code) + "/evidence/" + id + "/release", Map.of("visibility", "FUNDER")));
        assertThat(api.as("funder").get(at(code)).text()).contains("\"linkGoneOn\":\"" + journeys.today() + "\"");
        assertThat(api.as("funder").get(at(code) + "/history").text()).doesNotContain("evidence.link");
    }

    private static HttpResponse<String> send(Pages pages, String address, Map<String, String> words) {
        var fields = new LinkedHashMap<>(words);
        fields.put("_csrf", pages.token(address));
        return pages.post(address, fields);
    }

    @Test
    void theFormSaysSinceWhen() {
        var code = journeys.proposed("PE");
        var id = added(code, "https://example.org/law");
        var pages = Pages.signedIn(environment, "coordinator.pe");
        var address = "/recommendations/" + code + "/evidence/" + id + "/link";
        assertThat(pages.get(address + "?lang=en").body()).contains("Mark its page as gone", "https://example.org/law");
        var refused = send(pages, address, Map.of("leads", "false", "since.day", "99"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"99\"");
        assertThat(send(pages, address, Map.of("leads", "false")).statusCode()).isEqualTo(302);
        assertThat(pages.get(address).body()).contains("name=\"leads\" value=\"true\"");
        assertThat(send(pages, address, Map.of("leads", "true")).statusCode()).isEqualTo(302);
        assertThat(events(code)).isEqualTo(2);
    }

    @Test
    void aVirusIsToldToWhoeverAddedTheFileAndToTheCoordinators() throws Exception {
        var code = journeys.proposed("PE");
        try (var server = new ClamdServer()) {
            scanner.play(new Clamd("127.0.0.1", server.port(), Duration.ofSeconds(5)));
            var boundary = "b" + UUID.randomUUID();
            var fields = Map.of("type", "NOTE", "title", "Minutes", "strength", "D", "visibility", "TEAM");
            var body = new StringBuilder();
            fields.forEach(
                    (name, value) -> body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(boundary, name, value)));
            body.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%s\r\n--%s--\r\n"
                            .formatted(
                                    boundary, pdf("/Title (" + ClamdServer.MARK + UUID.randomUUID() + ")"), boundary));
            require(
                    201,
                    api.as("member.pe")
                            .with("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .post(at(code) + "/evidence", bytes(body.toString())));
            scanning.scan();
            scanning.scan();
        }
        var told = new TreeSet<String>();
        jdbc.sql("select p.login, n.own from notice n join person p on p.id = n.recipient"
                        + " join recommendation r on r.id = n.recommendation_id"
                        + " where r.code = ? and n.kind = 'EVIDENCE_INFECTED' and p.login in ('coordinator.pe', 'member.pe',"
                        + " 'coordinator.bo', 'member.bo', 'director.a', 'auditor', 'admin', 'funder')")
                .param(code)
                .query(row -> {
                    told.add(row.getString("login") + " " + row.getBoolean("own"));
                });
        assertThat(told).containsExactly("coordinator.pe false", "member.pe true");
        assertThat(Pages.signedIn(environment, "member.pe")
                        .get("/notices?lang=en")
                        .body())
                .contains("A virus was found in a file that you added");
        assertThat(jdbc.sql("select count(*) from mail m join notice n on n.id = m.notice_id"
                                + " join recommendation r on r.id = n.recommendation_id"
                                + " where r.code = ? and n.kind = 'EVIDENCE_INFECTED'")
                        .param(code)
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }
}
