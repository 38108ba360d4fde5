package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.RumboTest;
import org.springframework.core.env.Environment;

/** What the search finds, the same on every database, and for whom. */
@RumboTest
class SearchIT {
    private static final Pattern FOUND =
            Pattern.compile("<h2 class=\"hit-title\"><a href=\"/recommendations/([^\"]+)\"");
    private static final List<String> EVERYBODY =
            List.of("coordinator.co", "member.co", "director.a", "auditor", "coordinator.pe", "evaluator.a", "funder");
    private static final List<String> INSIDE = EVERYBODY.subList(0, 4);
    private static final List<String> NETWORK = EVERYBODY.subList(0, 6);

    private final Api api;
    private final Journeys journeys;
    private final Environment environment;
    private final Map<String, Pages> readers = new LinkedHashMap<>();

    SearchIT(Api api, Journeys journeys, Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.environment = environment;
    }

    /** Each place has a word of its own, and each word exactly the readers who may read that place. */
    @Test
    void everyTextIsFoundByThoseWhoMayReadItAndByNobodyElse() {
        var word = "canto" + UUID.randomUUID().toString().substring(0, 8);
        var code = journeys.in("CO", State.UNDER_REVIEW);
        var team = api.as("coordinator.co");
        require(200, journeys.edit(code, Map.of("addressee", "Dirección " + word + "a")));
        require(201, team.post(at(code) + "/markers", Map.of("text", "Señal " + word + "b")));
        require(201, team.post(at(code) + "/evidence", evidence(word + "c", "TEAM")));
        require(201, team.post(at(code) + "/evidence", evidence(word + "d", "NETWORK")));
        say(code, "coordinator.co", "comment", Map.of("text", word + "e", "visibility", "TEAM"));
        say(code, "coordinator.co", "comment", Map.of("text", word + "f", "visibility", "NETWORK"));
        say(code, "member.co", "report-progress", Map.of("note", word + "g draft"));
        say(code, "coordinator.co", "report-progress", Map.of("note", word + "h", "visibility", "NETWORK"));
        for (var place : List.of("a", "b", "c", "e", "g")) {
            assertFoundBy(INSIDE, word + place, code);
        }
        for (var place : List.of("d", "f", "h")) {
            assertFoundBy(NETWORK, word + place, code);
        }

        // A confirmed fact shows addressee and markers to everybody, and what is no longer confirmed to nobody else.
        journeys.reach(code, State.ADOPTED);
        assertFoundBy(EVERYBODY, word + "a", code);
        assertFoundBy(EVERYBODY, word + "b", code);
        assertFoundBy(INSIDE, word + "e", code);
        require(200, journeys.edit(code, Map.of("addressee", "Ministerio " + word + "z")));
        assertFoundBy(INSIDE, word + "z", code);
        assertFoundBy(EVERYBODY.subList(4, 7), word + "a", code);
        assertThat(readers.get("coordinator.pe")).isNotNull();

        var page = search("coordinator.co", word + "h").body();
        assertThat(page).contains("<mark>" + word + "h</mark>").contains("Nota de avance");
        assertThat(search("funder", word).body())
                .contains("<mark>" + word + "</mark>a")
                .doesNotContain(word + "z")
                .doesNotContain(word + "d")
                .doesNotContain(word + "h");
    }

    @Test
    void wordsAreFoundInAnyOrderAndLanguageAsPartsWithoutAccents() {
        var word = "Ñandú" + UUID.randomUUID().toString().substring(0, 6);
        var plain = "nandu" + word.substring(5);
        var first = journeys.proposed("BO", "Política <b>" + word + "</b> de 100%_seguridad");
        var second = journeys.proposed("BO", "Otra política");
        require(201, api.as("coordinator.bo").post(at(second) + "/markers", Map.of("text", "Ley del " + word)));
        require(200, journeys.edit(second, Map.of("title", "Outra política " + word, "language", "pt")));

        assertThat(found("coordinator.bo", plain)).containsExactly(first, second);
        assertThat(found("coordinator.bo", "POLITICA " + plain + " seg")).containsExactly(first);
        assertThat(found("coordinator.bo", plain + " ley otra")).containsExactly(second);
        assertThat(found("coordinator.bo", plain + " 100%_")).containsExactly(first);
        assertThat(found("coordinator.bo", plain.replace("and", "_nd"))).isEmpty();
        assertThat(found("coordinator.bo", "%" + plain)).isEmpty();
        assertThat(found("coordinator.bo", plain + "&kind=MARKERS")).containsExactly(second);
        assertThat(found("coordinator.bo", plain + "&state=ADOPTED")).isEmpty();
        assertThat(found("coordinator.bo", plain + "&country=BO")).containsExactly(first, second);
        assertThat(search("coordinator.bo", plain).body())
                .contains("&lt;b&gt;<mark>" + word + "</mark>&lt;/b&gt;")
                .doesNotContain("<b>" + word);
        assertThat(found("coordinator.bo", "a ñ")).isNotEmpty();
        assertThat(search("coordinator.bo", " ").statusCode()).isEqualTo(200);
        assertThat(search("coordinator.bo", "x".repeat(500)).statusCode()).isEqualTo(200);
        assertThat(search("coordinator.bo", first.toLowerCase(Locale.ROOT))
                        .headers()
                        .firstValue("Location"))
                .contains("/recommendations/" + first);
        assertThat(search("funder", first).statusCode()).isEqualTo(200);
    }

    /** What both databases answer is what plain code finds, whatever the letters. */
    @Test
    void randomWordsAreFoundWhereTheyAre() {
        var random = new Random(20261124);
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var titles = new LinkedHashMap<String, String>();
        for (var i = 0; i < 8; i++) {
            var title = mark + " " + word(random, 6) + " " + word(random, 6);
            titles.put(journeys.proposed("CL", title), title);
        }
        for (var i = 0; i < 60; i++) {
            var query = mark + " " + word(random, 1 + random.nextInt(3));
            var expected = new ArrayList<String>();
            titles.forEach((code, title) -> {
                var text = fold(title) + " | que se debe hacer | " + fold(code);
                if (List.of(fold(query).split(" ")).stream()
                        .allMatch(part -> text.contains(part) || "what should be done".contains(part))) {
                    expected.add(code);
                }
            });
            assertThat(api("coordinator.cl", query)).as(query).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String word(Random random, int length) {
        var letters = "aáàãbcçéeñnoóôu%_!\\'-";
        var word = new StringBuilder();
        for (var i = 0; i < length; i++) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private void assertFoundBy(List<String> logins, String word, String code) {
        for (var login : EVERYBODY) {
            var expected = logins.contains(login) ? List.of(code) : List.<String>of();
            assertThat(found(login, word)).as(login + " " + word).isEqualTo(expected);
            assertThat(api(login, word)).as(login + " " + word).isEqualTo(expected);
        }
    }

    private List<String> found(String login, String query) {
        return FOUND.matcher(search(login, query).body())
                .results()
                .map(hit -> hit.group(1))
                .toList();
    }

    private java.net.http.HttpResponse<String> search(String login, String query) {
        var end = query.indexOf('&');
        var words = end < 0 ? query : query.substring(0, end);
        var pages = readers.computeIfAbsent(login, who -> {
            var signedIn = Pages.signedIn(environment, who);
            signedIn.headers.put("Accept-Language", "es");
            return signedIn;
        });
        return pages.get("/search?q=" + encoded(words) + (end < 0 ? "" : query.substring(end)));
    }

    private List<String> api(String login, String query) {
        var codes = new ArrayList<String>();
        api.as(login)
                .get("/recommendations?q=" + encoded(query))
                .json()
                .path("items")
                .forEach(item -> codes.add(item.path("code").asString()));
        return codes;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void say(String code, String login, String action, Map<String, Object> body) {
        require(200, api.as(login).post(action(code, action), body));
    }

    private static Map<String, Object> evidence(String title, String visibility) {
        return Map.of(
                "type",
                "LAW",
                "strength",
                "C",
                "title",
                title,
                "url",
                "https://example.org/law",
                "visibility",
                visibility);
    }
}
