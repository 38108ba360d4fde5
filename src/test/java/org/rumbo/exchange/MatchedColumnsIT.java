package org.rumbo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** Files with headings of a team's own: somebody says what they mean, and is offered the same the next time. */
@RumboTest
class MatchedColumnsIT {
    private static final String TEAM = "coordinator.ec";

    private final Api api;
    private final Journeys journeys;
    private final Records records;
    private final JdbcClient jdbc;
    private final Environment environment;
    private final SheetCalls calls;
    /** Nobody else has this heading, so nobody was asked about it before. */
    private final String own = "Kolumna " + UUID.randomUUID().toString().substring(0, 8);

    MatchedColumnsIT(Api api, Journeys journeys, Records records, JdbcClient jdbc, Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.records = records;
        this.jdbc = jdbc;
        this.environment = environment;
        this.calls = new SheetCalls(api, environment);
    }

    private byte[] file(String code) {
        return ("Clave;Nombre;" + own + ";A cargo\n" + code + ";Un nombre nuevo;x, y;member.ec\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String page(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return HtmlUtils.htmlUnescape(answer.body());
    }

    private String asked(Visitor visitor, byte[] file) {
        var sent = visitor.upload("/spreadsheets/import", Map.of(), "matriz.csv", file);
        return page(sent, 200);
    }

    /** Where it led to in the end. */
    private static String path(HttpResponse<String> answer) {
        return answer.uri().getPath();
    }

    private static List<String> all(String pattern, String page) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** What each heading would mean if nothing was changed, in the file's order. */
    private static Map<String, String> chosen(String page) {
        var headings = all("<label for=\"column-[^>]*>([^<]*)</label>", page);
        var selects = all("<select name=\"column\"[^>]*>(.*?)</select>", page);
        var chosen = new LinkedHashMap<String, String>();
        for (var at = 0; at < selects.size(); at++) {
            var selected = all("<option value=\"([^\"]*)\" selected", selects.get(at));
            chosen.put(
                    headings.get(at), selected.isEmpty() ? "" : selected.get(0).split(":", 2)[1]);
        }
        return chosen;
    }

    /** The form's answers as they stand, but for what is said here. */
    private static List<String> answers(String page, Map<String, String> said) {
        var places = all("<select name=\"column\" id=\"column-([^\"]*)\"", page);
        var answers = new ArrayList<String>();
        chosen(page).forEach((heading, meaning) -> {
            var answer = said.entrySet().stream()
                    .filter(entry -> heading.contains("\u00ab" + entry.getKey() + "\u00bb"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(meaning);
            answers.add(places.get(answers.size()) + ":" + answer);
        });
        return answers;
    }

    private static String action(String page) {
        return all("action=\"([^\"]*/columns)\"", page).get(0);
    }

    private static List<String> problems(String page) {
        return all("<a href=\"#(column-[^\"]*)\"", page);
    }

    private static List<String> changes(String page) {
        var rows = all("class=\"sheet-changes\">(.*?)</dl>", page);
        return rows.isEmpty() ? List.of() : all("<dt>(.*?)</dt>", String.join("", rows));
    }

    @Test
    void headingsAreGuessedAskedAboutAndRemembered() {
        var code = journeys.proposed("EC");
        var events = records.events();
        var visitor = Visitor.signedIn(environment, TEAM);
        var page = asked(visitor, file(code));
        assertThat(page).contains("matriz.csv", own, "x, y", "Un nombre nuevo");
        assertThat(chosen(page).values())
                .containsExactly("recommendations.code", "recommendations.title", "", "recommendations.owner");

        var twice = visitor.post(action(page), "column", answers(page, Map.of(own, "recommendations.title")));
        assertThat(problems(page(twice, 422))).hasSize(1);
        var mixed = visitor.post(action(page), "column", answers(page, Map.of(own, "markers.text")));
        assertThat(problems(page(mixed, 422))).hasSize(1);
        var nothing = visitor.post(
                action(page), "column", answers(page, Map.of("Clave", "", "Nombre", "", own, "", "A cargo", "")));
        assertThat(problems(page(nothing, 422))).hasSize(1);

        var said = visitor.post(action(page), "column", answers(page, Map.of(own, "recommendations.reading")));
        var preview = page(said, 200);
        assertThat(changes(preview)).hasSize(3);
        assertThat(preview).contains("Un nombre nuevo", "x, y");
        // Sent twice, the second changes nothing.
        assertThat(path(visitor.post(action(page), "column", List.of()))).isEqualTo(path(said));
        assertThat(changes(page(visitor.get(path(said)), 200))).hasSize(3);

        var again = asked(visitor, file(code));
        assertThat(chosen(again).values())
                .containsExactly(
                        "recommendations.code",
                        "recommendations.title",
                        "recommendations.reading",
                        "recommendations.owner");
        assertThat(records.events()).isEqualTo(events);
        assertThat(jdbc.sql("select count(*) from sheet_upload where import_id = ?")
                        .param(UUID.fromString(path(said).substring("/spreadsheets/".length())))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsLeftOutOnceIsNotAskedAboutAgain() {
        var code = journeys.proposed("EC");
        var file = ("code,title," + own + "\n" + code + ",Otro,x\n").getBytes(StandardCharsets.UTF_8);
        var visitor = Visitor.signedIn(environment, TEAM);
        var page = asked(visitor, file);
        assertThat(chosen(page)).hasSize(1);
        // The sheet is known, so only its own columns are offered.
        assertThat(page).doesNotContain("<optgroup");
        visitor.post(action(page), "column", answers(page, Map.of(own, "")));
        var next = asked(visitor, file);
        assertThat(chosen(next)).isEmpty();
        assertThat(changes(next)).hasSize(1);
    }

    @Test
    void nobodyElseAnswersAndOnlyWhatIsAsked() {
        var code = journeys.proposed("EC");
        var page = asked(Visitor.signedIn(environment, TEAM), file(code));
        var other = Visitor.signedIn(environment, "coordinator.pe");
        assertThat(other.get(action(page).replace("/columns", "")).statusCode()).isEqualTo(404);
        assertThat(other.post(action(page), "column", answers(page, Map.of())).statusCode())
                .isEqualTo(404);
        var own = Visitor.signedIn(environment, TEAM);
        for (var wrong : List.of("0-1:recommendations.nothing", "0-1:version", "x", "0-1:recommendations.version")) {
            assertThat(own.post(action(page), "column", List.of(wrong)).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(api.as(TEAM)
                        .post(action(page).replace("/columns", "").replace("/spreadsheets", "/sheets") + "/apply", "{}")
                        .status())
                .isIn(409, 422);
    }

    @Test
    void theApiIsToldWhatHeadingsMean() {
        var code = journeys.proposed("EC");
        var file = ("Clave;Nombre, corto;Nota interna\n" + code + ";Un nombre;x\n").getBytes(StandardCharsets.UTF_8);
        var unknown = calls.upload(TEAM, "recs.csv", file);
        assertThat(unknown.status()).isEqualTo(415);
        assertThat(unknown.json().path("reason").asString()).isEqualTo("NO_KNOWN_SHEET");
        var told = require(
                        201,
                        calls.upload(
                                TEAM,
                                "en",
                                "recs.csv",
                                file,
                                "Clave=recommendations.code",
                                "nombre,  CORTO=recommendations.title"))
                .json();
        assertThat(told.at("/rows/0/changes/0/after").asString()).isEqualTo("Un nombre");
        assertThat(told.at("/notes/0/message").asString()).contains("Nota interna");
        for (var wrong :
                List.of("Clave", "=recommendations.code", "Clave=recommendations.state2", "Clave=nothing.code")) {
            assertThat(calls.upload(TEAM, "en", "recs.csv", file, wrong).problem())
                    .as(wrong)
                    .isEqualTo("malformed-request");
        }
        assertThat(Pattern.compile("recommendations\\.title")
                        .matcher(told.toString())
                        .find())
                .isFalse();
    }
}
