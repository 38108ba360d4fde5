package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Api.Answer;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The API as others hold on to it: shapes, orders, bounds and refusals. */
@RumboTest
class ContractIT {
    private static final String LIST = "/recommendations";
    /** Countries of which no test makes many items: one page holds them all. */
    private static final String FEW = "?country=CO&country=BR";

    private static final String TEAM = "coordinator.pe";

    private final Api api;
    private final Journeys journeys;
    private final RequestMappingHandlerMapping mappings;

    ContractIT(Api api, Journeys journeys, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.api = api;
        this.journeys = journeys;
        this.mappings = requestMappingHandlerMapping;
    }

    @Test
    void withoutCredentialsNothingIsTold() {
        var code = journeys.proposed("PE");
        for (var path : List.of(at(code), at("SPN-1999-PE-z"), at("no code"), "/nowhere", LIST + "?nonsense=1")) {
            var reading = api.anonymous().get(path.replace(" ", "%20"));
            assertProblem(reading, 401, "not-signed-in");
            assertThat(reading.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic ");
        }
        assertProblem(api.anonymous().post(action(code, "claim"), "{not json"), 401, "not-signed-in");
        assertProblem(api.anonymous().patch(at("SPN-1999-PE-z"), Map.of()), 401, "not-signed-in");
        assertProblem(api.as("stranger").get(LIST), 401, "not-signed-in");
    }

    @Test
    void whatCannotBeSeenIsNotFoundBeforeItIsRead() {
        var code = journeys.proposed("PE");
        for (var path : List.of(at(code), at("SPN-1999-PE-z"), at("-"), at("SPN-2019-PE-a'--"))) {
            assertProblem(api.as("funder").get(path), 404, "not-found");
            assertProblem(api.as("funder").post(path + "/actions/claim", "{not json"), 404, "not-found");
            assertProblem(api.as("funder").get(path + "?nonsense=1"), 404, "not-found");
            assertProblem(api.as("funder").get(path + "/history"), 404, "not-found");
        }
        assertProblem(api.as("admin").get(at(code)), 404, "not-found");
        var seen = api.as("funder").get(at(code)).text();
        var none = api.as("funder").get(at("SPN-1999-PE-z")).text();
        assertThat(seen.replace(code, "")).isEqualTo(none.replace("SPN-1999-PE-z", ""));
    }

    @Test
    void whatCannotBeReadIsRefusedBeforeTheRole() {
        var code = journeys.proposed("PE");
        for (var body : List.of(
                "{not json",
                "[]",
                "\"text\"",
                "{\"to\":\"ADOPTED\",\"guess\":1}",
                "{\"to\":\"SOMEWHERE\"}",
                "{\"to\":3}",
                "{\"to\":null}",
                "{}",
                "{\"to\":\"CLOSED\",\"occurredOn\":\"yesterday\"}",
                "{\"to\":\"CLOSED\",\"evidence\":[\"x\"]}",
                "{\"to\":\"CLOSED\",\"delivered\":{\"who\":1}}")) {
            for (var login : List.of("member.pe", TEAM, "director.a")) {
                assertThat(api.as(login).post(action(code, "claim"), body).status())
                        .as(login + body)
                        .isEqualTo(400);
            }
        }
        assertProblem(api.as("member.pe").post(action(code, "claim"), Map.of("to", "CLOSED")), 403, "not-permitted");
    }

    @Test
    void theRoleIsAskedBeforeTheVersionAndTheVersionBeforeTheState() {
        var code = journeys.in("PE", State.ADOPTED);
        var stale = "\"v0\"";
        assertProblem(
                api.as("member.pe").with("If-Match", stale).patch(at(code), Map.of("title", "x")),
                403,
                "not-permitted");
        assertProblem(api.as("member.pe").patch(at(code), Map.of("title", "x")), 403, "not-permitted");
        assertProblem(
                api.as("director.a")
                        .with("If-Match", stale)
                        .post(action(code, "reopen"), Map.of("to", "PROPOSED", "reason", "x")),
                412,
                "version-mismatch");
        assertProblem(
                api.as("director.a").post(action(code, "reopen"), Map.of("to", "PROPOSED", "reason", "x")),
                409,
                "wrong-state");
    }

    @Test
    void theStateIsAskedBeforeSeparationOfDutiesAndThatBeforeTheRules() {
        var code = journeys.in("PE", State.PROPOSED);
        assertProblem(
                api.as("both.pe").post(action(code, "decide"), Map.of("outcome", "RETURNED")),
                409,
                "no-claim-under-review");
        require(200, api.as("both.pe").post(action(code, "claim"), journeys.claimBody(code, State.UNDER_REVIEW)));
        assertProblem(api.as("both.pe").post(action(code, "decide"), Map.of("outcome", "RETURNED")), 403, "own-claim");
        assertProblem(
                api.as("director.a").post(action(code, "decide"), Map.of("outcome", "RETURNED")), 422, "rules-not-met");
        assertProblem(api.as(TEAM).post(action(code, "claim"), Map.of("to", "UNDER_REVIEW")), 409, "claim-open");
    }

    @Test
    void aProblemHasItsPartsInTheReadersLanguage() {
        var titles = new TreeSet<String>();
        for (var language : List.of("en", "es", "pt")) {
            var answer = api.as(TEAM).with("Accept-Language", language).get(at("SPN-1999-PE-z"));
            assertProblem(answer, 404, "not-found");
            assertThat(answer.json().path("type").asString()).startsWith("https://");
            assertThat(answer.json().path("detail").asString()).isNotBlank();
            titles.add(answer.json().path("title").asString());
        }
        assertThat(titles).hasSize(3);
    }

    @Test
    void aWrongStateTellsTheStateAndWhatIsAllowed() {
        var code = journeys.in("PE", State.UNDER_REVIEW);
        var refused = api.as("director.a").post(action(code, "reopen"), Map.of("to", "PROPOSED", "reason", "x"));
        assertProblem(refused, 409, "wrong-state");
        assertThat(refused.json().path("state").asString()).isEqualTo("UNDER_REVIEW");
        assertThat(refused.strings("actions")).contains("comment").doesNotContain("reopen");
    }

    @Test
    void aRuleNotMetNamesFieldRuleAndSentence() {
        var refused = api.as(TEAM).post(LIST, Map.of("country", "PE", "title", " ", "summary", ""));
        assertProblem(refused, 422, "rules-not-met");
        for (var violation : refused.json().path("violations")) {
            assertThat(violation.propertyNames()).containsExactlyInAnyOrder("field", "rule", "message");
            assertThat(violation.path("message").asString()).isNotBlank();
        }
        assertThat(refused.rules()).containsExactlyInAnyOrder("title-required", "summary-required");
    }

    @Test
    void methodsAndMediaTypesThatAreNotOursAreNamed() {
        var code = journeys.proposed("PE");
        assertProblem(api.as(TEAM).send("DELETE", at(code), null), 405, "method-not-allowed");
        assertProblem(api.as(TEAM).send("PUT", at(code), Map.of()), 405, "method-not-allowed");
        assertProblem(
                api.as(TEAM).with("Content-Type", "text/xml").post(action(code, "claim"), "<to/>"),
                415,
                "unsupported-media-type");
        assertThat(api.as(TEAM).with("Accept", "image/png").get(at(code)).status())
                .isEqualTo(406);
        assertProblem(api.as(TEAM).get("/nowhere"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({"Forwarded, for=10.0.0.1", "X-Forwarded-For, 10.0.0.1", "X-Forwarded-Host, rumbo.example"})
    void aTryOutAnswersNobodyBehindAProxy(String header, String value) {
        assertProblem(api.as(TEAM).with(header, value).get(LIST), 403, "not-permitted");
    }

    @Test
    void hostileTextsAreKeptOrRefusedAndNeverBreakAnything() {
        for (var text : List.of(
                "'; drop table recommendation; --",
                "<script>alert(1)</script>",
                "${7*7} #{7*7} T(java.lang.Runtime) __${7*7}__",
                "=1+1",
                "漢字 😂 \u202Eabc",
                "a\u0301")) {
            var made = api.as(TEAM).post(LIST, Map.of("country", "PE", "title", text, "summary", text));
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            assertThat(made.json().path("title").asString())
                    .isEqualTo(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC));
            assertThat(require(200, api.as(TEAM).get(LIST + "?q=" + encoded(text)))
                            .json()
                            .path("total")
                            .asInt())
                    .as(text)
                    .isPositive();
        }
        assertThat(api.as(TEAM)
                        .post(LIST, "{\"country\":\"PE\",\"title\":\"a\\u0000b\",\"summary\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(api.as(TEAM)
                        .post(LIST, "{\"country\":\"PE\",\"title\":\"a\\uD83D\",\"summary\":\"x\"}")
                        .status())
                .isEqualTo(400);
        var long1 = api.as(TEAM).post(LIST, Map.of("country", "PE", "title", "x".repeat(301), "summary", "x"));
        assertThat(long1.rules()).containsExactly("too-long");
        require(201, api.as(TEAM).post(LIST, Map.of("country", "PE", "title", "x".repeat(300), "summary", "x")));
        assertThat(api.as(TEAM).post(LIST, "[".repeat(5000)).status()).isEqualTo(400);
    }

    @Test
    void whatIsMadeHasAnAddress() {
        var made = api.as(TEAM)
                .post(LIST, Map.of("country", "PE", "title", "Title", "summary", "Summary", "language", "pt"));
        assertThat(made.status()).isEqualTo(201);
        var location = made.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo(Api.BASE + at(made.json().path("code").asString()));
        var read = api.as(TEAM).get(location.substring(Api.BASE.length()));
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.tag()).isEqualTo(made.tag()).matches("\"[^\"]+\"");
        assertThat(read.json().path("origin").asString()).isEqualTo("TEAM");
        assertThat(read.json().path("language").asString()).isEqualTo("pt");
        assertThat(read.json().path("code").asString()).matches("SPN-\\d{4}-PE-\\d{2,}");
    }

    @Test
    void anItemHasTheFieldsOfTheContract() {
        var code = journeys.in("PE", State.UNDER_REVIEW);
        assertThat(api.as(TEAM).get(at(code)).json().propertyNames())
                .contains(
                        "code",
                        "country",
                        "origin",
                        "title",
                        "summary",
                        "language",
                        "source",
                        "state",
                        "closeReason",
                        "position",
                        "level",
                        "rating",
                        "addressee",
                        "reading",
                        "themes",
                        "sdgs",
                        "targetDate",
                        "priority",
                        "owner",
                        "markers",
                        "evidence",
                        "claim",
                        "links",
                        "updatedAt",
                        "actions");
        assertThat(api.as("funder").get(at(code)).json().propertyNames())
                .contains("code", "state", "markers", "evidence", "updatedAt", "actions")
                .doesNotContain("claim", "owner", "evaluationOpen", "nextStep", "levelReason");
    }

    @Test
    void anUnknownThemeIsARuleAndAnUnknownFieldIsNot() {
        var code = journeys.proposed("PE");
        assertThat(journeys.edit(code, Map.of("themes", List.of("football"))).rules())
                .containsExactly("theme-of-the-network");
        assertThat(journeys.edit(code, Map.of("sdgs", List.of(18))).rules()).containsExactly("goal-1-to-17");
        assertThat(journeys.edit(code, Map.of("owner", "director.a")).rules()).containsExactly("owner-of-the-team");
        assertThat(journeys.edit(code, Map.of("state", "ADOPTED")).status()).isEqualTo(400);
        assertThat(journeys.edit(code, Map.of("rating", 1)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "-updated", "due"})
    void pagesFollowOneAnotherWithoutGapOrRepetition(String sort) {
        for (var login : List.of("auditor", "funder", TEAM)) {
            var all = codes(
                    api.as(login).get(LIST + FEW + "&limit=200&sort=" + sort).json());
            for (var limit : List.of(1, 7, all.size())) {
                assertThat(paged(login, sort, limit)).as(login + limit).isEqualTo(all);
            }
            assertThat(all).doesNotHaveDuplicates();
        }
    }

    private List<String> paged(String login, String sort, int limit) {
        var found = new ArrayList<String>();
        var next = "";
        do {
            var page = require(200, api.as(login).get(LIST + FEW + "&limit=" + limit + "&sort=" + sort + next))
                    .json();
            found.addAll(codes(page));
            assertThat(page.path("items").size()).isBetween(1, limit);
            assertThat(page.path("next").isNull()).isFalse();
            next = page.has("next") ? "&after=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        return found;
    }

    @Test
    void theLastPageHasNoCursorAndTheTotalIsExact() {
        var page = api.as("funder").get(LIST + FEW + "&limit=200").json();
        assertThat(page.has("next")).isFalse();
        assertThat(page.path("total").asInt()).isEqualTo(page.path("items").size());
        var first = api.as("funder").get(LIST + FEW + "&limit=2").json();
        assertThat(first.path("next").asString()).isNotBlank();
        assertThat(first.path("total")).isEqualTo(page.path("total"));
    }

    @Test
    void ordersAreWhatTheySay() {
        journeys.proposed("PE");
        var byCode = codes(api.as("auditor").get(LIST + "?limit=200").json());
        assertThat(byCode).isSortedAccordingTo(Comparator.naturalOrder());
        // As instants: a full second is written without its zeros.
        var newest = values(
                        api.as("auditor").get(LIST + "?limit=200&sort=-updated").json(), "updatedAt")
                .stream()
                .map(Instant::parse)
                .toList();
        assertThat(newest).isSortedAccordingTo(Comparator.reverseOrder());
        var due = values(api.as("auditor").get(LIST + "?limit=200&sort=due").json(), "targetDate").stream()
                .map(date -> date.equals("") || date.equals("null") ? "9999" : date)
                .toList();
        assertThat(due).isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=x",
                "limit=1.5",
                "limit=99999999999",
                "sort=title",
                "sort=updated",
                "state=ADOPT",
                "state=adopted",
                "country=PERU",
                "country=pe",
                "theme=football",
                "overdue=yes",
                "mine=1",
                "after=%25",
                "after=bm9uc2Vuc2U&sort=due",
                "after=bm9uc2Vuc2U&sort=-updated",
                "after=AB%1FCD",
                "page=2",
                "offset=10",
                "State=ADOPTED"
            })
    void aListRefusesWhatItDoesNotKnow(String query) {
        assertThat(api.as(TEAM).get(LIST + "?" + query).status()).as(query).isEqualTo(400);
    }

    @Test
    void anUnknownParameterIsNamed() {
        var refused = api.as(TEAM).get(LIST + "?contry=PE");
        assertProblem(refused, 400, "unknown-parameter");
        assertThat(refused.json().path("parameter").asString()).isEqualTo("contry");
        assertProblem(api.as(TEAM).get("/tasks?x=1"), 400, "unknown-parameter");
        assertProblem(api.as(TEAM).get(at("SPN-2019-PE-a") + "?x=1"), 400, "unknown-parameter");
    }

    @Test
    void filtersNarrow() {
        var adopted = journeys.in("CO", State.ADOPTED);
        assertThat(found("country=PE&country=BO")).allMatch(code -> code.contains("-PE-") || code.contains("-BO-"));
        assertThat(found("country=PE,BO")).isEqualTo(found("country=PE&country=BO"));
        assertThat(found("state=ADOPTED&country=CO")).contains(adopted);
        assertThat(found("state=PROPOSED&state=CLOSED")).doesNotContain(adopted);
        assertThat(found("theme=rights&country=CO")).contains(adopted);
        assertThat(found("theme=drugs&theme=rights&country=CO")).contains(adopted);
        assertThat(found("addressee=MINISTRY&country=CO")).contains(adopted);
        assertThat(found("addressee=%25")).isEmpty();
        assertThat(found("stale=true")).isEmpty();
        assertThat(found("overdue=true")).doesNotContain(adopted);
        assertThat(codes(api.as("coordinator.co")
                        .get(LIST + "?mine=true&limit=200")
                        .json()))
                .contains(adopted)
                .allMatch(code -> code.contains("-CO-"));
        assertThat(found("country=")).isEqualTo(found("limit=200"));
    }

    @Test
    void theSearchFindsWordsWithAndWithoutAccents() {
        var word = "Ñandú" + UUID.randomUUID().toString().substring(0, 8);
        var code = journeys.proposed("BO", "Política de " + word + " y 100%_seguridad");
        for (var query : List.of(
                word,
                word.toLowerCase(Locale.ROOT),
                word.replace("Ñ", "N").replace("ú", "u").toUpperCase(Locale.ROOT),
                "politica " + word,
                word + " SEGURIDAD",
                word + " 100%_",
                code)) {
            assertThat(found("q=" + encoded(query))).as(query).containsExactly(code);
        }
        assertThat(found("q=" + encoded(word + " nowhere"))).isEmpty();
        assertThat(found("q=" + encoded("%" + word))).isEmpty();
        assertThat(found("q=" + encoded(word.replace("and", "_nd")))).isEmpty();
        assertThat(codes(api.as("funder").get(LIST + "?q=" + encoded(word)).json()))
                .isEmpty();
    }

    @Test
    void theDescriptionNamesEveryAddress() {
        var description = require(200, api.as("auditor").get("/openapi.json")).json();
        assertThat(description.path("openapi").asString()).startsWith("3.1");
        var described = new TreeSet<String>();
        description.path("paths").properties().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        var mapped = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> mapping.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith(Api.BASE)
                        && handler.getBeanType().getPackageName().startsWith("org.rumbo"))
                .forEach(pattern -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapped.add(method + " " + Api.plain(pattern)))));
        assertThat(mapped).isNotEmpty();
        assertThat(described).containsAll(mapped);
        assertThat(api.anonymous().get("/openapi.json").status()).isEqualTo(401);
    }

    private List<String> found(String query) {
        return codes(
                require(200, api.as("auditor").get(LIST + "?" + query + (query.contains("limit") ? "" : "&limit=200")))
                        .json());
    }

    private static List<String> codes(JsonNode page) {
        return values(page, "code");
    }

    private static List<String> values(JsonNode page, String field) {
        var values = new ArrayList<String>();
        page.path("items").forEach(item -> values.add(item.path(field).asString("")));
        return values;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).as(answer.text()).isEqualTo(type);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asString()).isNotBlank();
    }
}
