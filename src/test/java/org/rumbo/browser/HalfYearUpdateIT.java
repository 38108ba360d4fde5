package org.rumbo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;

/** A coordinator answers for seven recommendations on her phone and a director accepts it; every click is counted. */
@RumboTest
class HalfYearUpdateIT {
    private static final Look BARE = new Look(Look.SPANISH, 360, false, false);
    private static final Look PHONE = new Look(Locale.ENGLISH, 360, true, false);
    private static final String TEAM = "CL";
    private static final int ITEMS = 7;
    private static final int NOTES = 2;
    private static final int MOST_CLICKS = 30;

    private static Browser browser;

    private final Api api;
    private final Journeys journeys;
    private final MessageSource messages;
    private final Environment environment;

    private int clicks;

    HalfYearUpdateIT(Api api, Journeys journeys, MessageSource messages, Environment environment) {
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

    @AfterEach
    void closeWhatIsOpen() {
        for (var round : api.as("director.a").get("/rounds").json().path("items")) {
            if (round.path("open").asBoolean()) {
                require(
                        200,
                        api.as("director.a").post("/rounds/" + round.path("id").asString() + "/close", Map.of()));
            }
        }
    }

    static Stream<Look> looks() {
        return Stream.of(BARE, PHONE);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void sevenRecommendationsInFewerThanThirtyClicks(Look look) {
        closeWhatIsOpen();
        var codes = sevenToAnswer();
        try (var window = open(look)) {
            window.signIn("coordinator.cl");
            window.open("/work");
            clicks = 0;
            answer(window, codes);
            assertThat(clicks).isLessThan(MOST_CLICKS);
            assertThat(window.complaints()).isEmpty();
        }
        try (var window = open(look)) {
            accept(window);
        }
    }

    /** What other tests left in that country is answered before. */
    private List<String> sevenToAnswer() {
        var codes = new ArrayList<String>();
        for (var i = 0; i < ITEMS; i++) {
            codes.add(journeys.in(TEAM, i % 2 == 0 ? State.UNDER_REVIEW : State.ADOPTED));
        }
        var day = journeys.today().plusDays(15).toString();
        var round = "/rounds/"
                + require(201, api.as("director.a").post("/rounds", Map.of("due", day, "cutOff", day)))
                        .json()
                        .path("id")
                        .asString();
        for (var given : api.as("coordinator.cl").get(round).json().path("answers")) {
            var code = given.path("item").asString();
            if (!codes.contains(code)) {
                require(
                        200,
                        api.as("coordinator.cl").post(round + "/answers", Map.of("item", code, "nothingNew", true)));
            }
        }
        return codes;
    }

    private void answer(Window window, List<String> codes) {
        var page = window.page();
        click(page.locator("main a.btn[href^='/rounds/']").first());
        click(button(window, "rounds.submit"));
        // Nothing was answered: the list names all of them, and what was typed stays.
        assertThat(page.locator(".error-summary li")).hasCount(ITEMS);
        for (var i = 0; i < ITEMS; i++) {
            var line = page.locator("main li[id='" + codes.get(i) + "']");
            if (i < NOTES) {
                click(line.locator("summary").first());
                var note = line.locator("textarea");
                click(note);
                note.fill("Both ministries met in month " + i);
                var level = line.locator("select[name^=level]");
                clicks += 2; // opening the list and choosing from it
                level.selectOption("STARTED");
            } else {
                click(line.locator("input[name=nothing]"));
            }
        }
        click(button(window, "rounds.submit"));
        window.isTold("rounds.done.submitted");
        window.sees("Both ministries met in month 1");
        window.sees(window.say("rounds.answer.NOTHING_NEW"));
    }

    private void accept(Window window) {
        window.signIn("director.b");
        window.open("/work");
        window.page().locator("main a.btn[href^='/rounds/']").first().click();
        window.sees("Both ministries met in month 0");
        button(window, "rounds.return").click();
        assertThat(window.page().locator(".error-summary li")).hasCount(1);
        button(window, "rounds.accept").click();
        window.isTold("rounds.done.accepted");
        assertThat(window.complaints()).isEmpty();
    }

    private void click(Locator what) {
        clicks++;
        what.click();
    }

    private static Locator button(Window window, String key) {
        return window.page()
                .locator("main button", new com.microsoft.playwright.Page.LocatorOptions().setHasText(window.say(key)))
                .first();
    }

    private Window open(Look look) {
        var address = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        return new Window(browser.open(look, address, false), messages, look.language(), look.scripts());
    }
}
