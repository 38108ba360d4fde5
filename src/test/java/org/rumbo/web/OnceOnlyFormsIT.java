package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.RumboTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A form that is sent more than once acts once. */
@RumboTest
class OnceOnlyFormsIT {
    private static final int TIMES = 10;
    private static final Pattern KEY = Pattern.compile("name=\"_once\" value=\"([^\"]+)\"");

    private final Journeys journeys;
    private final Environment environment;
    private final JdbcClient jdbc;

    OnceOnlyFormsIT(Journeys journeys, Environment environment, JdbcClient jdbc) {
        this.journeys = journeys;
        this.environment = environment;
        this.jdbc = jdbc;
    }

    @Test
    void aCommentSentTenTimesAtOnceIsOneComment() throws Exception {
        var address = "/recommendations/" + journeys.proposed("PE") + "/comments";
        var words = "Said once " + UUID.randomUUID();

        var answers = atOnce(address, Map.of("text", words, "visibility", "NETWORK"));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 302 || answer.statusCode() == 409);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 302).isNotEmpty();
        assertThat(locations(answers)).hasSize(1);
        assertThat(count("select count(*) from item_comment where text = ?", words))
                .isEqualTo(1);
    }

    @Test
    void evidenceSentTenTimesAtOnceIsOneDocument() throws Exception {
        var code = journeys.proposed("PE");
        var title = "Decree " + UUID.randomUUID();
        var fields = Map.of(
                "type",
                "LAW",
                "title",
                title,
                "url",
                "https://example.org/act",
                "strength",
                "A",
                "visibility",
                "NETWORK");

        var answers = atOnce("/recommendations/" + code + "/evidence", fields);

        assertThat(locations(answers)).containsExactly("/recommendations/" + code + "#evidence");
        assertThat(count("select count(*) from evidence where title = ?", title))
                .isEqualTo(1);
        assertThat(count("select count(*) from ledger_event where code = ? and action = 'evidence.add'", code))
                .isEqualTo(1);
    }

    @Test
    void otherWordsUnderAKeyThatWasTakenAreKeptAndNotSent() {
        var code = journeys.proposed("PE");
        var address = "/recommendations/" + code + "/comments";
        var pages = Pages.signedIn(environment, "coordinator.pe");
        var form = form(pages, address, Map.of("text", "The first words", "visibility", "NETWORK"));
        assertThat(pages.post(address, form).statusCode()).isEqualTo(302);
        assertThat(pages.post(address, form).statusCode()).isEqualTo(302);

        var other = new HashMap<>(form);
        other.put("text", "The second words, " + code);
        var refused = pages.post(address, other);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"" + address + "\"");
        assertThat(pages.get(address).body()).contains(other.get("text") + "</textarea>");
        assertThat(count("select count(*) from item_comment where text = ?", other.get("text")))
                .isZero();
    }

    @Test
    void whatWasRefusedCanBeMendedAndSentWithTheSameKey() {
        var code = journeys.proposed("PE");
        var address = "/recommendations/" + code + "/evidence";
        var pages = Pages.signedIn(environment, "coordinator.pe");
        var form = form(pages, address, Map.of("type", "LAW", "title", "", "strength", "A", "visibility", "NETWORK"));
        assertThat(pages.post(address, form).statusCode()).isEqualTo(422);
        assertThat(pages.post(address, form).statusCode()).isEqualTo(422);

        form.put("title", "Mended");
        form.put("url", "https://example.org/act");

        assertThat(pages.post(address, form).statusCode()).isEqualTo(302);
        assertThat(count("select count(*) from ledger_event where code = ? and action = 'evidence.add'", code))
                .isEqualTo(1);
    }

    @Test
    void aKeyIsItsOwnersAlone() {
        var code = journeys.proposed("PE");
        var address = "/recommendations/" + code + "/comments";
        var coordinator = Pages.signedIn(environment, "coordinator.pe");
        var member = Pages.signedIn(environment, "member.pe");
        var form = form(coordinator, address, Map.of("text", "Both of us say " + code, "visibility", "NETWORK"));
        var hers = form(member, address, form);
        hers.put("_once", form.get("_once"));

        assertThat(coordinator.post(address, form).statusCode()).isEqualTo(302);
        assertThat(member.post(address, hers).statusCode()).isEqualTo(302);
        assertThat(count("select count(*) from item_comment where text = ?", form.get("text")))
                .isEqualTo(2);
    }

    private List<HttpResponse<String>> atOnce(String address, Map<String, String> fields) throws Exception {
        var pages = Pages.signedIn(environment, "coordinator.pe");
        var form = form(pages, address, fields);
        var pool = Executors.newFixedThreadPool(TIMES);
        try {
            var sent = IntStream.range(0, TIMES)
                    .mapToObj(i -> pool.submit(() -> pages.post(address, form)))
                    .toList();
            var answers = new java.util.ArrayList<HttpResponse<String>>();
            for (Future<HttpResponse<String>> one : sent) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }

    private static List<String> locations(List<HttpResponse<String>> answers) {
        return answers.stream()
                .flatMap(answer -> answer.headers().firstValue("Location").stream())
                .distinct()
                .toList();
    }

    /** As a browser would send it: with everything that Rumbo put into the form. */
    private static Map<String, String> form(Pages pages, String address, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", pages.token(address));
        var key = KEY.matcher(pages.get(address).body());
        assertThat(key.find()).isTrue();
        form.put("_once", key.group(1));
        return form;
    }

    private long count(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }
}
