package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.RumboTest;
import org.springframework.core.env.Environment;

/** A text and its translations, from missing to out of date and back. */
@RumboTest
class TranslationsIT {
    private static final Pattern TAG = Pattern.compile("name=\"tag\" value=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    private final Api api;
    private final Journeys journeys;
    private final Environment environment;

    TranslationsIT(Api api, Journeys journeys, Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.environment = environment;
    }

    @Test
    void aTranslationIsWrittenGoesOutOfDateAndIsCheckedAgain() {
        var code = journeys.proposed("PE", "Propuesta " + UUID.randomUUID());
        var member = reader("member.pe");
        var page = member.get(address(code)).body();
        assertThat(page).contains("Missing: the original is shown");
        assertThat(waits(member, code)).isTrue();

        assertThat(write(member, code, Map.of("title", "Proposta", "summary", "O que fazer"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(titles(code, "pt")).isEqualTo("Proposta");
        page = member.get(address(code)).body();
        assertThat(page).contains("Translated by a person").doesNotContain("Missing: the original is shown");
        assertThat(waits(member, code)).isFalse();
        assertThat(member.get("/recommendations/" + code + "/history").body()).contains("worked on the translation");

        require(200, journeys.edit(code, Map.of("summary", "What should be done soon")));
        page = member.get(address(code)).body();
        assertThat(page).contains("Out of date: the original changed").contains("<ins>soon</ins>");

        // Saved as it is: somebody read it against the new original.
        assertThat(write(member, code, Map.of()).statusCode()).isEqualTo(302);
        assertThat(member.get(address(code)).body()).doesNotContain("Out of date");

        require(200, journeys.edit(code, Map.of("title", "Proposta nova", "language", "pt")));
        assertThat(member.get(address(code)).body()).contains("Proposta nova").doesNotContain("Out of date");
        assertThat(reader("coordinator.bo").get(address(code)).statusCode()).isEqualTo(403);
        assertThat(reader("funder").get(address(code)).statusCode()).isEqualTo(404);
    }

    @Test
    void whoComesSecondSeesBothAndNothingIsLost() {
        var code = journeys.proposed("PE");
        var member = reader("member.pe");
        var seen = tag(member, code);
        assertThat(write(reader("director.a"), code, Map.of("title", "Primeira"))
                        .statusCode())
                .isEqualTo(302);
        var refused = post(member, code, Map.of("title", "Segunda", "to", "pt", "tag", seen));
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.body()).contains("Primeira").contains("Segunda");
        assertThat(titles(code, "pt")).isEqualTo("Primeira");
        var found = TAG.matcher(refused.body());
        assertThat(found.find()).isTrue();
        assertThat(post(member, code, Map.of("title", "Segunda", "to", "pt", "tag", found.group(1)))
                        .statusCode())
                .isEqualTo(302);
        assertThat(titles(code, "pt")).isEqualTo("Segunda");
        assertThat(post(member, code, Map.of("title", "x".repeat(301), "to", "pt", "tag", seen))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(member, code, Map.of("title", "x", "to", "es", "tag", seen))
                        .statusCode())
                .isEqualTo(422);
    }

    /** The agreed reading too; frozen while a claim is looked at, and shown outside with the next confirmed fact. */
    @Test
    void translationsFreezeWithTheClaimAndAreSharedWithWhatItConfirms() {
        var code = journeys.in("PE", State.UNDER_REVIEW);
        var team = reader("coordinator.pe");
        assertThat(write(team, code, Map.of("title", "Título em português", "reading", "Quando a lei vigorar"))
                        .statusCode())
                .isEqualTo(302);
        var full = api.as("coordinator.pe").get(at(code)).json();
        assertThat(full.path("readings").path("pt").asString()).isEqualTo("Quando a lei vigorar");
        assertThat(api.as("funder").get(at(code)).text()).doesNotContain("em português");
        require(200, journeys.claim(code, State.ADOPTED));
        assertThat(write(team, code, Map.of("title", "Outro")).statusCode()).isEqualTo(409);
        assertThat(team.get(address(code)).body()).contains("A claim is under review");
        require(200, journeys.decide(code, "CONFIRMED"));
        assertThat(api.as("funder").get(at(code)).text()).contains("Título em português");
    }

    @Test
    void aTeamAgreesOnAReadingInItsOwnLanguage() {
        var code = journeys.proposed("BR");
        require(200, journeys.edit(code, Map.of("reading", "Quando a lei entrar em vigor", "language", "pt")));
        var team = reader("member.br");
        assertThat(team.get("/recommendations/" + code + "/translations?to=es").body())
                .contains("Original: Portuguese")
                .contains("name=\"reading\"")
                .doesNotContain("name=\"title\"");
        assertThat(team.get(address(code)).body()).contains("name=\"title\"").doesNotContain("name=\"reading\"");
    }

    private Pages reader(String login) {
        var pages = Pages.signedIn(environment, login);
        pages.headers.put("Accept-Language", "en");
        return pages;
    }

    private java.net.http.HttpResponse<String> write(Pages reader, String code, Map<String, String> texts) {
        var form = new java.util.LinkedHashMap<>(texts);
        form.put("to", "pt");
        form.put("tag", tag(reader, code));
        return post(reader, code, form);
    }

    private java.net.http.HttpResponse<String> post(Pages reader, String code, Map<String, String> texts) {
        var form = new java.util.LinkedHashMap<>(texts);
        form.put("_csrf", reader.token(address(code)));
        return reader.post("/recommendations/" + code + "/translations", form);
    }

    /** Whether it stands on any page of the list of what is to do. */
    private static boolean waits(Pages reader, String code) {
        for (var page = "/translations?to=pt"; page != null; ) {
            var body = reader.get(page).body();
            if (body.contains("/recommendations/" + code + "/")) {
                return true;
            }
            var next = NEXT.matcher(body);
            page = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        return false;
    }

    private static String tag(Pages reader, String code) {
        var found = TAG.matcher(reader.get(address(code)).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String address(String code) {
        return "/recommendations/" + code + "/translations?to=pt";
    }

    private String titles(String code, String tag) {
        return api.as("coordinator.pe")
                .get(at(code))
                .json()
                .path("titles")
                .path(tag)
                .asString();
    }
}
