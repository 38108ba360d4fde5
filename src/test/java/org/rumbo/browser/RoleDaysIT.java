package org.rumbo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.evaluation.Criterion;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;

/**
 * What people of each role come for on a usual day, by clicks and keys alone: in every build once with and once without
 * scripts, in languages and on screens that take turns; on demand in all of them.
 */
@RumboTest
class RoleDaysIT {
    private static final List<Locale> LANGUAGES = List.of(Look.SPANISH, Look.PORTUGUESE, Locale.ENGLISH);
    private static final List<Integer> WIDTHS = List.of(360, 768, 1280);

    private static Browser browser;

    private final Api api;
    private final Journeys journeys;
    private final MessageSource messages;
    private final Environment environment;

    RoleDaysIT(Api api, Journeys journeys, MessageSource messages, Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.messages = messages;
        this.environment = environment;
    }

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    /** Whose day it is, and how it goes. */
    private enum Day {
        COORDINATOR(RoleDaysIT::coordinator),
        MEMBER(RoleDaysIT::member),
        DIRECTOR(RoleDaysIT::director),
        EVALUATOR(RoleDaysIT::evaluator),
        FUNDER(RoleDaysIT::funder),
        AUDITOR(RoleDaysIT::auditor),
        ADMIN(RoleDaysIT::admin);

        private final Course course;

        Day(Course course) {
            this.course = course;
        }
    }

    private interface Course {
        void go(RoleDaysIT test, Window window);
    }

    static Stream<Arguments> someLooks() {
        return Stream.of(Day.values())
                .flatMap(day -> IntStream.range(0, 2).mapToObj(turn -> Arguments.of(day, look(day.ordinal(), turn))));
    }

    /** Each language meets each width within few days, with and without scripts. */
    private static Look look(int day, int turn) {
        return new Look(
                LANGUAGES.get((day + turn) % LANGUAGES.size()),
                WIDTHS.get((day + day / WIDTHS.size() + 2 * turn) % WIDTHS.size()),
                turn == 0,
                day % 2 == 1);
    }

    static Stream<Arguments> allLooks() {
        return Stream.of(Day.values()).flatMap(day -> LANGUAGES.stream()
                .flatMap(language -> WIDTHS.stream().flatMap(width -> Stream.of(true, false)
                        .map(scripts -> Arguments.of(day, new Look(language, width, scripts, false))))));
    }

    @ParameterizedTest
    @MethodSource("someLooks")
    void goesWell(Day day, Look look) {
        var address = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        try (var window = new Window(browser.open(look, address, false), messages, look.language(), look.scripts())) {
            day.course.go(this, window);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("allLooks")
    @Tag("exhaustive")
    void goesWellInEveryLook(Day day, Look look) {
        goesWell(day, look);
    }

    /** She tells how things stand, asks a director, follows what she works on and finds it again. */
    private void coordinator(Window window) {
        var code = journeys.in("CL", State.ADOPTED);
        var news = "The bill is in committee " + UUID.randomUUID();
        arrive(window, "coordinator.cl", "/work");
        window.page()
                .locator("main a[href='/recommendations/" + code + "']")
                .first()
                .click();
        window.settle();
        fits(window);
        window.follow("action.report-progress");
        window.press("notes.send");
        assertThat(window.page().getByRole(AriaRole.ALERT)).isVisible();
        window.type("notes.note", news);
        window.pick("notes.level", "level.STARTED");
        window.date("notes.next", journeys.today().plusMonths(1));
        fits(window);
        window.press("notes.send");
        window.isTold("done.reported");
        window.part("progress");
        window.sees(news);

        open(window, code);
        window.part("comments");
        window.type("comments.text", "@director.a is that enough?");
        window.press("comments.send");
        window.sees("is that enough?");
        open(window, code);
        // Whoever works on it follows it; she may think better of it, twice.
        window.part("following");
        window.press("follow.stop");
        window.sees(window.say("follow.not"));
        window.press("follow.begin");
        window.sees(window.say("follow.you"));

        find(window, news.substring(news.lastIndexOf(' ') + 1));
        window.sees(code);
        fits(window);
        window.signOut();
    }

    /** He drafts a note for the coordinator and translates what is missing. */
    private void member(Window window) {
        var code = journeys.in("CO", State.UNDER_REVIEW);
        arrive(window, "member.co", "/work");
        open(window, code);
        window.follow("action.report-progress");
        window.type("notes.note", "They met once");
        fits(window);
        window.press("notes.sendDraft");
        window.isTold("done.drafted");
        window.part("progress");
        window.sees(window.say("notes.isDraft"));

        open(window, code);
        window.follow("translation.link");
        fits(window);
        window.page()
                .getByRole(AriaRole.NAVIGATION)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^" + window.say("language.pt"))))
                .click();
        window.page().locator("textarea[name=title]").fill("Uma proposta");
        window.press("translation.save");
        window.sees(window.say("translation.status.HUMAN"));
        fits(window);
    }

    /** She sees the network, decides the claim that waits, and looks at the rest from three sides. */
    private void director(Window window) {
        var code = journeys.in("BO", State.UNDER_REVIEW);
        require(200, journeys.claim(code, State.ADOPTED));
        require(
                200,
                api.as("coordinator.bo")
                        .post(Journeys.action(code, "comment"), Map.of("text", "@director.b please decide")));
        arrive(window, "director.b", "/progress");
        assertThat(window.page().locator(".report-verdict")).containsText(Pattern.compile("\\d"));
        fits(window);
        window.follow("network.next");
        assertThat(window.page()).hasURL(Pattern.compile("/(decision|evaluation)$"));
        window.take("REVIEW_CLAIM", code);
        window.sees(window.say("decision.changes"));
        fits(window);
        window.press("decision.send");
        assertThat(window.page().getByRole(AriaRole.ALERT)).isVisible();
        window.choose("outcome.CONFIRMED");
        window.press("decision.send");
        window.isTold("done.decided.CONFIRMED");

        window.page().locator("#bell").click();
        window.sees(code);
        fits(window);
        window.follow("nav.progress");
        window.follow("region.title");
        fits(window);
        window.follow("nav.recommendations");
        for (var way : List.of("board", "timeline", "table")) {
            window.follow("list.as." + way);
            fits(window);
        }
    }

    /** He rates what he was assigned; what he left out is asked for and nothing of the rest is lost. */
    private void evaluator(Window window) {
        var code = journeys.in("PE", State.IMPLEMENTED);
        require(200, journeys.assign(code, "evaluator.a"));
        arrive(window, "evaluator.a", "/work");
        window.take("RATE", code);
        window.type("evaluation.why", "criterion.RELEVANCE", "It was asked for");
        window.press("evaluation.rate.send");
        assertThat(window.page().getByRole(AriaRole.ALERT)).isVisible();
        assertThat(window.page().locator("#narrative-RELEVANCE")).hasValue("It was asked for");
        fits(window);
        for (var criterion : Criterion.values()) {
            window.chooseIn(window.group("criterion." + criterion), "2 " + window.say("score.2"));
            window.type("evaluation.why", "criterion." + criterion, "As the documents show");
        }
        window.press("evaluation.rate.send");
        window.settle();
        window.follow("nav.work");
        assertThat(window.page().locator("main a[href*='" + code + "/evaluation']"))
                .hasCount(0);
        fits(window);
    }

    /** He reads what is confirmed and finds nothing that he could change. */
    private void funder(Window window) {
        var code = journeys.in("BR", State.ADOPTED);
        arrive(window, "funder", "/reports");
        onlyReads(window);
        window.follow("nav.recommendations");
        onlyReads(window);
        open(window, code);
        onlyReads(window);
        assertThat(window.page().locator(".route [aria-current=step]")).containsText(window.say("state.ADOPTED"));
        window.part("history");
        window.sees(window.say("state.ADOPTED"));
        onlyReads(window);
        find(window, code);
        assertThat(window.page()).hasURL(Pattern.compile("/recommendations/" + code + "$"));
        window.follow("nav.progress");
        onlyReads(window);
    }

    /** What one follows is one's own; nothing else of a page's content may be sent. */
    private static void onlyReads(Window window) {
        fits(window);
        window.settle();
        assertThat(window.page().locator("main form[method=post]:not(#following-section form, .first-steps form)"))
                .hasCount(0);
    }

    /** She reads everything, and asks who did what. */
    private void auditor(Window window) {
        var code = journeys.in("EC", State.UNDER_REVIEW);
        arrive(window, "auditor", "/progress");
        fits(window);
        open(window, code);
        window.part("history");
        window.sees(window.say("state.UNDER_REVIEW"));
        fits(window);
        window.open("/admin/audit");
        window.type("admin.audit.code", code);
        window.press("admin.audit.find");
        window.sees(window.say("admin.action.claim.confirm"));
        window.sees(code);
        fits(window);
    }

    /** He looks after people, processes, texts and data, and decides nothing. */
    private void admin(Window window) {
        arrive(window, "admin", "/admin");
        fits(window);
        window.follow("admin.nav.people");
        window.type("people.filter.q", "coordinator.pe");
        window.press("people.filter.apply");
        window.page()
                .getByRole(
                        AriaRole.LINK, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Coordinator PE"))
                .first()
                .click();
        window.sees("coordinator.pe");
        fits(window);
        window.open("/admin/processes");
        window.follow("process.StatusClaim");
        assertThat(window.page().locator(".diagram svg").first()).isVisible();
        fits(window);
        for (var page : List.of("texts", "mail", "data", "audit")) {
            window.follow("admin.nav." + page);
            fits(window);
        }
        assertThat(window.open("/recommendations/SPN-2019-PE-a")).isEqualTo(404);
    }

    /** Signs in and is where this role begins. */
    private static void arrive(Window window, String login, String home) {
        window.signIn(login);
        assertThat(window.page()).hasURL(Pattern.compile(home + "$"));
        assertThat(window.page().locator("html")).hasAttribute("lang", window.language());
        window.settle();
        fits(window);
    }

    private static void open(Window window, String code) {
        window.open("/recommendations/" + code);
    }

    private static void find(Window window, String words) {
        var jump = window.page().locator(".search-jump");
        if (jump.isVisible()) {
            jump.click();
        }
        window.page().locator("#q").fill(words);
        window.page().locator("#q").press("Enter");
        window.settle();
    }

    private static void fits(Window window) {
        assertThat(Inspection.wider(window.page())).as(window.page().url()).isEmpty();
    }
}
