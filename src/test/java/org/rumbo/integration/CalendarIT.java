package org.rumbo.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.require;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rumbo.notification.Follows;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;
import org.rumbo.team.People;
import org.rumbo.team.Role;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.PlayedDirectory;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People's calendars, as a calendar program reads them that knows nothing of Rumbo. */
@RumboTest
@ExtendWith(OutputCaptureExtension.class)
class CalendarIT {
    private static final CountryCode ECUADOR = new CountryCode("EC");
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+(/calendar/([\\w-]{43})\\.ics)");

    static {
        System.setProperty("net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
    }

    private final Api api;
    private final Journeys journeys;
    private final PlayedDirectory directory;
    private final People people;
    private final Follows follows;
    private final JdbcClient jdbc;
    private final TimeMachine clock;
    private final Environment environment;

    CalendarIT(
            Api api,
            Journeys journeys,
            PlayedDirectory directory,
            People people,
            Follows follows,
            JdbcClient jdbc,
            TimeMachine clock,
            Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.directory = directory;
        this.people = people;
        this.follows = follows;
        this.jdbc = jdbc;
        this.clock = clock;
        this.environment = environment;
    }

    @Test
    void aTeamsTargetDatesStandInItsPeoplesCalendars() throws Exception {
        directory.play("calendar.ec", Language.PT, PlayedDirectory.team(Role.MEMBER, ECUADOR));
        var code = journeys.proposed("EC", "Comma, semicolon; back\\slash and a very long title ".repeat(4) + "ñandú");
        journeys.makeTrackable(code);
        var path = made("calendar.ec");

        var answer = fetch(path);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache, private");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        var event = event(calendar(answer.body()), "-target@rumbo", code);
        assertThat(value(event, "SUMMARY"))
                .startsWith("Data-alvo de " + code + ": Comma, semicolon; back\\slash")
                .endsWith("ñandú");
        assertThat(event.getProperty("DTSTART").orElseThrow().toString())
                .isEqualToIgnoringNewLines("DTSTART;VALUE=DATE:"
                        + journeys.today().plusYears(1).toString().replace("-", ""));
        assertThat(value(event, "URL")).endsWith("/recommendations/" + code);
        assertThat(value(event, "CATEGORIES")).isEqualTo("Datas-alvo");
        assertThat(value(event, "SEQUENCE")).isEqualTo("0");
        assertThat(value(event, "DTSTAMP")).isEqualTo(value(event, "LAST-MODIFIED"));
        assertThat(value(event, "TRANSP")).isEqualTo("TRANSPARENT");
    }

    @Test
    void onlyWhatReadsOtherwiseIsANewRevision() throws Exception {
        directory.play("revised.ec", PlayedDirectory.team(Role.MEMBER, ECUADOR));
        var code = journeys.proposed("EC");
        var other = journeys.proposed("EC");
        journeys.makeTrackable(code);
        journeys.makeTrackable(other);
        var path = made("revised.ec");
        var first = fetch(path);
        clock.advance(java.time.Duration.ofSeconds(5));
        var again = pages("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
                .get(path);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(fetch(path).body()).isEqualTo(first.body());

        require(200, journeys.edit(code, Map.of("targetDate", "2031-05-06")));
        var moved = calendar(fetch(path).body());
        var event = event(moved, "-target@rumbo", code);
        var before = event(calendar(first.body()), "-target@rumbo", code);
        assertThat(value(event, "UID")).isEqualTo(value(before, "UID"));
        assertThat(value(event, "DTSTART")).isEqualTo("20310506");
        assertThat(value(event, "SEQUENCE")).isEqualTo("1");
        assertThat(value(event, "LAST-MODIFIED")).isGreaterThan(value(before, "LAST-MODIFIED"));
        assertThat(value(event(moved, "-target@rumbo", other), "SEQUENCE")).isEqualTo("0");
        clock.comeBack();
    }

    @Test
    void claimsAndEvaluationsWaitInTheCalendarsOfThoseWhoDecideThem() throws Exception {
        var claimed = journeys.proposed("EC");
        journeys.makeTrackable(claimed);
        require(200, journeys.claim(claimed, State.UNDER_REVIEW));
        var rated = journeys.in("EC", State.IMPLEMENTED);
        require(200, journeys.assign(rated, "evaluator.a", "evaluator.b"));

        assertThat(summaries("director.a"))
                .anyMatch(text -> text.startsWith("Decidir sobre la declaración de " + claimed));
        assertThat(summaries("evaluator.a")).anyMatch(text -> text.startsWith("Calificar " + rated));
        assertThat(summaries("coordinator.ec")).noneMatch(text -> text.startsWith("Decidir sobre la declaración"));
        require(200, journeys.rate(rated, "evaluator.a", 2));
        require(200, journeys.rate(rated, "evaluator.b", 2));
        assertThat(summaries("director.a"))
                .anyMatch(text -> text.startsWith("Decidir sobre las calificaciones de " + rated));
        assertThat(summaries("evaluator.a")).noneMatch(text -> text.contains(rated));
    }

    /** What is asked at the moment of fetching are the roles of that moment. */
    @Test
    void theAddressOutlivesNeitherRolesNorAccess() throws Exception {
        var person = directory.play("leaving.ec", PlayedDirectory.team(Role.MEMBER, ECUADOR));
        var code = journeys.proposed("EC");
        journeys.makeTrackable(code);
        var path = made("leaving.ec");
        assertThat(fetch(path).body()).contains(code);

        directory.play("leaving.ec", PlayedDirectory.atLarge(Role.FUNDER));
        assertThat(fetch(path).body()).startsWith("BEGIN:VCALENDAR").doesNotContain(code);

        var wrong = fetch("/calendar/" + Secret.word() + ".ics");
        jdbc.sql("update person set deactivated_at = current_timestamp where id = ?")
                .param(person)
                .update();
        var ended = fetch(path);
        assertThat(List.of(ended.statusCode(), wrong.statusCode())).containsOnly(404);
        assertThat(ended.body()).isEqualTo(wrong.body());
        assertThat(ended.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
    }

    @Test
    void aFundersCalendarHoldsConfirmedFactsAlone() throws Exception {
        var hidden = journeys.proposed("EC");
        journeys.makeTrackable(hidden);
        var code = journeys.in("EC", State.UNDER_REVIEW);
        directory.play("funder.follows", PlayedDirectory.atLarge(Role.FUNDER));
        var funder = people.byLogin("funder.follows").orElseThrow();
        follows.followCountry(ECUADOR, true, funder);
        follows.follow(new RecommendationCode(code), true, funder);
        var path = made("funder.follows");
        var before = fetch(path);
        assertThat(before.body()).contains(code).doesNotContain(hidden);

        var edit = new HashMap<String, Object>();
        edit.put("title", "canary of the team");
        edit.put("targetDate", "2029-01-02");
        require(200, journeys.edit(code, edit));
        require(200, journeys.claim(code, State.ADOPTED));
        var after = fetch(path);
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.headers().firstValue("ETag"))
                .isEqualTo(before.headers().firstValue("ETag"));

        require(200, journeys.decide(code, "CONFIRMED"));
        assertThat(calendar(fetch(path).body()).toString()).contains("20290102", "canary of the team");
    }

    @Test
    void theAddressIsShownOnceAndKeptNowhere(CapturedOutput output) {
        directory.play("secret.ec", PlayedDirectory.team(Role.MEMBER, ECUADOR));
        var visitor = Pages.signedIn(environment, "secret.ec");
        var page = visitor.get("/settings/calendar").body();
        var form = new HashMap<String, String>();
        for (var field : List.of("_csrf", "_once", "_by")) {
            form.put(field, field(page, field));
        }
        var answer = visitor.post("/settings/calendar", form);
        var found = ADDRESS.matcher(answer.body());
        assertThat(found.find()).isTrue();
        var path = found.group(1);
        var token = found.group(2);
        assertThat(fetch(path).statusCode()).isEqualTo(200);
        // The same form again: neither another address nor the same one.
        var twice = visitor.post("/settings/calendar", form);
        assertThat(twice.body()).doesNotContain("/calendar/" + token);
        assertThat(fetch(path).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/settings/calendar").body()).doesNotContain(token);
        assertThat(jdbc.sql("select count(*) from idempotent_request where body like ?")
                        .param("%" + token + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select token_hash from calendar_feed")
                        .query(String.class)
                        .list())
                .contains(Secret.hash(token))
                .doesNotContain(token);

        var replaced = ADDRESS.matcher(made(visitor))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(fetch(path).statusCode()).isEqualTo(404);
        assertThat(fetch(replaced).statusCode()).isEqualTo(200);
        visitor.post("/settings/calendar/revocation", Map.of("_csrf", visitor.token("/settings/calendar")));
        assertThat(fetch(replaced).statusCode()).isEqualTo(404);
        assertThat(output.getAll())
                .contains("route=/calendar/{token}.ics")
                .doesNotContain(token)
                .doesNotContain(replaced);
    }

    @Test
    void oneTargetDateIsAFileOfItsOwn() throws Exception {
        var code = journeys.in("EC", State.UNDER_REVIEW);
        var visitor = Pages.signedIn(environment, "coordinator.ec");
        assertThat(visitor.get("/recommendations/" + code).body())
                .contains("/recommendations/" + code + "/target-date.ics");
        var file = visitor.get("/recommendations/" + code + "/target-date.ics");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + code + ".ics\"");
        var event = event(calendar(file.body()), "-target@rumbo", code);
        var own = event(calendar(fetch(made("coordinator.ec")).body()), "-target@rumbo", code);
        assertThat(value(event, "UID")).isEqualTo(value(own, "UID"));
        require(200, api.as("coordinator.ec").post(action(code, "comment"), Map.of("text", "x", "visibility", "TEAM")));
        assertThat(visitor.get("/recommendations/" + code + "/target-date.ics").body())
                .isEqualTo(file.body());
    }

    private List<String> summaries(String login) throws Exception {
        return calendar(fetch(made(login)).body()).getComponents().stream()
                .filter(component -> component.getName().equals(Component.VEVENT))
                .map(event -> value(event, "SUMMARY"))
                .toList();
    }

    private static CalendarComponent event(Calendar calendar, String kind, String code) {
        return calendar.getComponents().stream()
                .filter(event -> value(event, "UID").endsWith(kind)
                        && value(event, "URL").endsWith(code))
                .findFirst()
                .orElseThrow();
    }

    /** Read and checked by a library of other people's. */
    private static Calendar calendar(String text) throws Exception {
        assertThat(text.lines().allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75))
                .as("folded lines")
                .isTrue();
        var calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().getEntries()).isEmpty();
        // One on which nothing is due holds a time zone, for it must hold something.
        var kind = text.contains("BEGIN:VEVENT") ? Component.VEVENT : Component.VTIMEZONE;
        for (var component : calendar.getComponents()) {
            assertThat(component.getName()).isEqualTo(kind);
            assertThat(component.validate().getEntries()).isEmpty();
        }
        return calendar;
    }

    private static String value(Component event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private String made(String login) {
        var found = ADDRESS.matcher(made(Pages.signedIn(environment, login)));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String made(Pages visitor) {
        return visitor.post("/settings/calendar", Map.of("_csrf", visitor.token("/settings/calendar")))
                .body();
    }

    private static String field(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"")
                .matcher(page.substring(page.indexOf("calendar-section")));
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private java.net.http.HttpResponse<String> fetch(String path) {
        return pages("Accept", "text/calendar, */*").get(path);
    }

    private Pages pages(String header, String value) {
        var pages = new Pages(environment);
        pages.headers.put("Accept", "text/calendar, */*");
        pages.headers.put(header, value);
        return pages;
    }
}
