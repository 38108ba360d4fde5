package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.springframework.core.env.Environment;

/** A change counts only when one of our own pages, opened by the same person, sent it. */
@RumboTest
class CrossSiteIT {
    private static final String JSON = "application/json";
    private static final String PROPOSAL = "{\"country\":\"PE\",\"title\":\"Planted\",\"summary\":\"Planted\"}";
    private static final String TYPED = "The ministry wrote back <b>yesterday</b>";

    private final Environment environment;
    private final Journeys journeys;
    private final Records records;

    CrossSiteIT(Environment environment, Journeys journeys, Records records) {
        this.environment = environment;
        this.journeys = journeys;
        this.records = records;
    }

    private void assertRefused(HttpResponse<String> answer, long events) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This page was open for too long").contains("Copy what you wrote");
        assertThat(answer.body())
                .as("words on our page of which nobody knows who sent them")
                .doesNotContain("The ministry wrote back");
        assertThat(records.events()).isEqualTo(events);
    }

    @Test
    void aFormWithoutTheTokenIsRefused() {
        var pages = Pages.signedIn(environment, "coordinator.pe");
        var address = "/recommendations/" + journeys.in("PE", State.UNDER_REVIEW) + "/comments";
        var events = records.events();
        pages.headers.put("Accept-Language", "en");
        assertRefused(pages.post(address, Map.of("text", TYPED)), events);
        assertRefused(pages.post(address, Map.of("text", TYPED, "_csrf", "")), events);
        assertRefused(pages.post(address, Map.of("text", TYPED, "_csrf", "wrong")), events);
    }

    @Test
    void theTokenOfSomebodyElseOrOfAnEarlierSessionIsRefused() {
        var pages = Pages.signedIn(environment, "coordinator.pe");
        pages.headers.put("Accept-Language", "en");
        var address = "/recommendations/" + journeys.in("PE", State.UNDER_REVIEW) + "/comments";
        var events = records.events();
        var other = Pages.signedIn(environment, "coordinator.bo").token("/work");
        assertRefused(pages.post(address, Map.of("text", TYPED, "_csrf", other)), events);

        var old = pages.token("/work");
        pages.signIn("coordinator.pe", "rumbo");
        pages.get("/work");
        assertRefused(pages.post(address, Map.of("text", TYPED, "_csrf", old)), events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void anotherSiteIsRefusedEvenWithTheToken(String site) {
        var pages = Pages.signedIn(environment, "coordinator.pe");
        pages.headers.put("Accept-Language", "en");
        var address = "/recommendations/" + journeys.in("PE", State.UNDER_REVIEW) + "/comments";
        var token = pages.token("/work");
        var events = records.events();
        pages.headers.put("Sec-Fetch-Site", site);
        assertRefused(pages.post(address, Map.of("text", TYPED, "_csrf", token)), events);
    }

    @Test
    void whatWasTypedComesBackToBeCopied() {
        var pages = Pages.signedIn(environment, "coordinator.pe");
        pages.headers.put("Accept-Language", "en");
        pages.headers.put("Sec-Fetch-Site", "same-origin");
        var answer = pages.post(
                "/recommendations/" + journeys.in("PE", State.UNDER_REVIEW) + "/comments",
                Map.of("text", TYPED, "_csrf", "old", "password", "my secret words"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("What you wrote", "The ministry wrote back &lt;b&gt;yesterday&lt;/b&gt;")
                .doesNotContain("my secret words", "<b>yesterday");
    }

    @Test
    void aSessionThatEndedWhileWritingSaysSo() {
        var pages = Pages.signedIn(environment, "coordinator.pe");
        pages.headers.put("Accept-Language", "en");
        var address = "/recommendations/" + journeys.in("PE", State.UNDER_REVIEW) + "/comments";
        var token = pages.token("/work");
        var events = records.events();
        pages.cookies.remove("rumbo-session");
        pages.headers.put("Sec-Fetch-Site", "same-origin");
        var answer = pages.post(address, Map.of("text", TYPED, "_csrf", token));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("You are no longer signed in", "The ministry wrote back", "href=\"/login\"");
        assertThat(records.events()).isEqualTo(events);

        pages.headers.put("HX-Request", "true");
        var part = pages.get("/recommendations/SPN-2019-PE-a/history");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.body()).contains("You are no longer signed in");
    }

    @Test
    void whatAPageAsksForInTheBackgroundCarriesTheToken() {
        var pages = Pages.signedIn(environment, "coordinator.pe");
        var found = Pattern.compile("hx-headers=\"\\{&quot;X-CSRF-TOKEN&quot;:&quot;([^&]+)&quot;}\"")
                .matcher(pages.get("/work").body());
        assertThat(found.find()).isTrue();
        assertThat(pages.send("POST", "/api/v1/recommendations", JSON, PROPOSAL).statusCode())
                .isEqualTo(403);
        pages.headers.put("X-CSRF-TOKEN", found.group(1));
        assertThat(pages.send("POST", "/api/v1/recommendations", JSON, PROPOSAL).statusCode())
                .isEqualTo(201);
        pages.headers.put("Sec-Fetch-Site", "cross-site");
        var answer = pages.send("POST", "/api/v1/recommendations", JSON, PROPOSAL);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("form-expired");
    }

    @Test
    void credentialsInTheRequestNeedNoToken() {
        var pages = new Pages(environment);
        pages.headers.put(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString("coordinator.pe:rumbo".getBytes()));
        assertThat(pages.send("POST", "/api/v1/recommendations", JSON, PROPOSAL).statusCode())
                .isEqualTo(201);
    }

    /** A form of another site can send text, and nothing that looks like JSON to us. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void otherKindsOfContentAreRefused(String type) {
        var pages = new Pages(environment);
        pages.headers.put(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString("coordinator.pe:rumbo".getBytes()));
        assertThat(pages.send("POST", "/api/v1/recommendations", type, PROPOSAL).statusCode())
                .isIn(400, 415);
    }
}
