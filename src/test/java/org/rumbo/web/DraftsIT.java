package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.RumboTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody wrote and has not sent is hers, and is there when she comes back. */
@RumboTest
class DraftsIT {
    private final Journeys journeys;
    private final Environment environment;
    private final JdbcClient jdbc;

    DraftsIT(Journeys journeys, Environment environment, JdbcClient jdbc) {
        this.journeys = journeys;
        this.environment = environment;
        this.jdbc = jdbc;
    }

    @Test
    void fillsTheFormInUntilItIsSent() {
        var address = "/recommendations/" + journeys.proposed("PE") + "/evidence";
        var pages = Pages.signedIn(environment, "coordinator.pe");
        var form = form(
                pages,
                address,
                Map.of(
                        "title",
                        "Half a title",
                        "type",
                        "LAW",
                        "strength",
                        "B",
                        "date.day",
                        "12",
                        "password",
                        "s3cret"));

        assertThat(pages.post(address, with(form, "_draft", "1")).statusCode()).isEqualTo(302);

        var again = pages.get(address).body();
        assertThat(again)
                .contains("value=\"Half a title\"", "value=\"12\"", "banner info draft")
                .containsPattern("value=\"LAW\" selected")
                .containsPattern("value=\"B\" checked");
        assertThat(stored(address)).contains("Half a title").doesNotContain("s3cret", "_csrf", "_once");
        assertThat(pages.get("/drafts").body()).contains("Half a title");

        var sent = with(form, "visibility", "NETWORK");
        sent.put("date.month", "3");
        sent.put("date.year", "2026");
        sent.put("url", "https://example.org/act");
        assertThat(pages.post(address, sent).statusCode()).isEqualTo(302);
        assertThat(pages.get(address).body()).doesNotContain("Half a title", "banner info draft");
    }

    @Test
    void isNobodyElses() {
        var address = "/recommendations/" + journeys.proposed("PE") + "/comments";
        var coordinator = Pages.signedIn(environment, "coordinator.pe");
        coordinator.post(address, with(form(coordinator, address, Map.of("text", "Only for me")), "_draft", "1"));

        var member = Pages.signedIn(environment, "member.pe");
        assertThat(member.get(address).body()).doesNotContain("Only for me");
        assertThat(member.get("/drafts").body()).doesNotContain("Only for me");
        member.post("/drafts/discard", with(form(member, address, Map.of()), "address", address));
        assertThat(coordinator.get(address).body()).contains("Only for me");

        coordinator.post("/drafts/discard", with(form(coordinator, address, Map.of()), "address", address));
        assertThat(coordinator.get(address).body()).doesNotContain("Only for me");
    }

    @Test
    void tellsAScriptInOneLineThatItIsSaved() {
        var address = "/recommendations/" + journeys.proposed("PE") + "/comments";
        var pages = Pages.signedIn(environment, "coordinator.pe");
        var form = form(pages, address, Map.of("text", "Saved while writing"));
        pages.headers.put("X-Draft", "1");

        var answer = pages.post(address, with(form, "_draft", "1"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).matches("\\D+ \\d\\d:\\d\\d");
    }

    @Test
    void survivesTheEndOfTheSession() {
        var address = "/recommendations/" + journeys.proposed("PE") + "/comments";
        var pages = Pages.signedIn(environment, "coordinator.pe");
        var form = form(pages, address, Map.of("text", "Written for an hour"));
        pages.cookies.remove("rumbo-session");

        var refused = pages.post(address, form);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Pages.signedIn(environment, "member.pe").get(address).body()).doesNotContain("Written for an hour");
        var arrival = pages.signIn("coordinator.pe", "rumbo").headers().firstValue("Location");
        assertThat(arrival).hasValueSatisfying(location -> assertThat(location).endsWith(address));
        assertThat(pages.get(address).body()).contains("Written for an hour", "banner info draft");
    }

    @Test
    void nobodyWritesIntoTheDraftsOfOthers() {
        var address = "/recommendations/" + journeys.proposed("PE") + "/comments";
        var pages = Pages.signedIn(environment, "coordinator.pe");
        var form = form(pages, address, Map.of("text", "Planted"));
        var mark = form.get("_by");
        form.put("_by", (mark.startsWith("A") ? "B" : "A") + mark.substring(1));
        pages.cookies.remove("rumbo-session");

        assertThat(pages.post(address, form).statusCode()).isEqualTo(401);
        assertThat(jdbc.sql("select count(*) from form_draft where address = ?")
                        .param(address)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** A draft of an older version is sent as one: it meets the page on which both wordings stand side by side. */
    @Test
    void ofAnOlderVersionOverwritesNothing() {
        var code = journeys.proposed("PE");
        var address = "/recommendations/" + code + "/edit";
        var pages = Pages.signedIn(environment, "coordinator.pe");
        var page = pages.get(address).body();
        var form = form(pages, address, Map.of("addressee", "Senate", "title.es", "A title", "tag", tag(page)));
        pages.post(address, with(form, "_draft", "1"));
        Journeys.require(200, journeys.edit(code, Map.of("addressee", "Congress")));

        var restored = pages.get(address).body();

        assertThat(restored).contains("value=\"Senate\"");
        assertThat(tag(restored)).isEqualTo(tag(page));
        assertThat(pages.post(address, form(pages, address, Map.of("addressee", "Senate", "tag", tag(restored))))
                        .statusCode())
                .isEqualTo(412);
    }

    private static String tag(String page) {
        return found("name=\"tag\" value=\"([^\"]+)\"", page);
    }

    private static Map<String, String> form(Pages pages, String address, Map<String, String> fields) {
        var page = pages.get(address).body();
        var form = new HashMap<>(fields);
        for (var field : new String[] {"_csrf", "_once", "_by"}) {
            form.put(field, found("name=\"" + field + "\" value=\"([^\"]+)\"", page));
        }
        return form;
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        var more = new HashMap<>(form);
        more.put(field, value);
        return more;
    }

    private static String found(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String stored(String address) {
        return jdbc.sql("select fields from form_draft where address = ?")
                .param(address)
                .query(String.class)
                .single();
    }
}
