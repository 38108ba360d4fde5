package org.rumbo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;

/** The main tasks without a mouse: everything can be reached, and wherever the focus is it can be seen. */
@RumboTest
class KeyboardIT {
    private static final Look DESK = new Look(Locale.ENGLISH, 1280, true, false);
    private static final Look PHONE = new Look(Look.PORTUGUESE, 360, false, true);

    private static Browser browser;

    private final Journeys journeys;
    private final MessageSource messages;
    private final Environment environment;

    KeyboardIT(Journeys journeys, MessageSource messages, Environment environment) {
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

    static Stream<Look> looks() {
        return Stream.of(DESK, PHONE);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aCoordinatorReportsProgress(Look look) {
        var code = journeys.in("PE", State.ADOPTED);
        try (var window = open(look)) {
            var keys = signIn(window, "coordinator.pe");
            keys.to(window.page()
                            .locator("main a[href='/recommendations/" + code + "']")
                            .first())
                    .enter();
            window.settle();
            keys.to(link(window, "action.report-progress")).enter();
            keys.to(window.field("notes.note")).type("They met twice");
            keys.pick(window.field("notes.level"), "STARTED");
            keys.to(button(window, "notes.send")).enter();
            window.isTold("done.reported");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aCoordinatorClaimsAndADirectorConfirms(Look look) {
        var code = journeys.in("BO", State.UNDER_REVIEW);
        var law = journeys.evidence(code, "A");
        try (var window = open(look)) {
            var keys = signIn(window, "coordinator.bo");
            window.open("/recommendations/" + code + "/claim");
            keys.choose(window.page().locator("#to-ADOPTED"));
            var day = journeys.today().minusDays(1);
            keys.to(window.page().locator("#occurredOn-day")).type(String.valueOf(day.getDayOfMonth()));
            keys.to(window.page().locator("#occurredOn-month")).type(String.valueOf(day.getMonthValue()));
            keys.to(window.page().locator("#occurredOn-year")).type(String.valueOf(day.getYear()));
            keys.tick(window.page().locator("#evidence-" + law));
            keys.to(button(window, "claim.send")).enter();
            window.isTold("done.claimed");
        }
        try (var window = open(look)) {
            var keys = signIn(window, "director.a");
            window.open("/work");
            keys.to(window.page().locator("main a[href='/recommendations/" + code + "/decision']"))
                    .enter();
            keys.choose(window.page().locator("#outcome-CONFIRMED"));
            keys.to(button(window, "decision.send")).enter();
            window.isTold("done.decided.CONFIRMED");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void whoLeftSomethingOutIsLedToIt() {
        var code = journeys.in("CL", State.ADOPTED);
        try (var window = open(DESK)) {
            var keys = signIn(window, "coordinator.cl");
            window.open("/recommendations/" + code + "/progress/report");
            keys.to(button(window, "notes.send")).enter();
            assertThat(window.page().locator(".error-summary")).isFocused();
            keys.to(window.page().locator(".error-summary a").first()).press("Enter");
            assertThat(window.field("notes.note")).isFocused();
        }
    }

    @Test
    void theFirstStepLeadsPastTheHeader() {
        try (var window = open(DESK)) {
            var keys = signIn(window, "member.co");
            window.open("/recommendations");
            keys.press("Tab");
            assertThat(window.page().locator(".skip")).isFocused();
            assertThat(window.page().locator(".skip")).isInViewport();
            keys.press("Enter");
            assertThat(window.page().locator("#main")).isFocused();
            keys.press("Tab");
            assertThat(window.page().locator("main :focus")).hasCount(1);
        }
    }

    @Test
    void singleKeysGoPlacesUnlessSomebodyTypesOrSwitchedThemOff() {
        try (var window = open(DESK)) {
            var keys = signIn(window, "member.ec");
            var page = window.page();
            keys.press("g").press("r");
            assertThat(page).hasURL(Pattern.compile("/recommendations$"));
            keys.press("j").press("j");
            assertThat(page.locator("main tbody tr:nth-child(2) a:focus")).hasCount(1);
            keys.press("?");
            var dialog = page.locator("#keys");
            assertThat(dialog).isVisible();
            assertThat(dialog).containsText(window.say("shortcuts.recommendations"));
            keys.press("Escape");
            assertThat(dialog).isHidden();
            assertThat(page.locator("main tbody tr:nth-child(2) a:focus")).hasCount(1);
            keys.press("/");
            assertThat(page.locator("#q")).isFocused();
            keys.press("g").press("r");
            assertThat(page.locator("#q")).hasValue("gr");

            window.open("/settings");
            var wish = page.locator("#shortcuts");
            keys.to(wish).press("Space");
            keys.to(button(window, "settings.save")).enter();
            window.isTold("settings.done");
            window.open("/work");
            keys.press("?");
            assertThat(dialog).isHidden();
            window.open("/settings");
            keys.to(wish).press("Space");
            keys.to(button(window, "settings.save")).enter();
            window.isTold("settings.done");
        }
    }

    @Test
    void somebodyIsMentionedByArrowsAndEnter() {
        var code = journeys.proposed("PE");
        try (var window = open(DESK)) {
            var keys = signIn(window, "coordinator.pe");
            window.open("/recommendations/" + code + "/comments");
            keys.to(window.field("comments.text"));
            window.page().keyboard().type("What do you say, @direc");
            var chosen = window.page().locator("[role=option][aria-selected=true]");
            assertThat(chosen).isVisible();
            var first = chosen.getAttribute("data-login");
            keys.press("ArrowDown");
            assertThat(chosen).not().hasAttribute("data-login", first);
            var second = chosen.getAttribute("data-login");
            keys.press("Enter");
            assertThat(window.field("comments.text")).hasValue("What do you say, @" + second + " ");
            keys.to(button(window, "comments.send")).press("Enter");
            window.sees("What do you say,");
        }
    }

    @Test
    void aDrawingIsEnlargedAndMoved() {
        var code = journeys.in("EC", State.UNDER_REVIEW);
        try (var window = open(DESK)) {
            var keys = signIn(window, "coordinator.ec");
            window.open("/recommendations/" + code + "/process/RecommendationLifecycle");
            var drawing = window.page().locator(".diagram");
            keys.to(drawing);
            var before = width(drawing);
            keys.press("+");
            assertThat(width(drawing)).isGreaterThan(before);
            keys.press("-").press("-");
            assertThat(width(drawing)).isLessThan(before);
            keys.press("0").press("+").press("+");
            var left = left(drawing);
            keys.press("ArrowLeft");
            window.page().waitForFunction("left => document.querySelector('.diagram').scrollLeft !== left", left);
        }
    }

    @Test
    void aCardOfTheBoardIsMovedByItsMenu() {
        var code = journeys.in("EC", State.UNDER_REVIEW);
        try (var window = open(DESK)) {
            var keys = signIn(window, "coordinator.ec");
            window.open("/recommendations?as=board&state=UNDER_REVIEW&q=" + code);
            var card = window.page().locator(".board-card").first();
            keys.to(card.locator("summary")).press("Enter");
            keys.to(card.locator("ul a[href$='to=ADOPTED']")).enter();
            assertThat(window.page().locator("#to-ADOPTED")).isChecked();
        }
    }

    private static double width(Locator drawing) {
        return drawing.locator("svg").first().boundingBox().width;
    }

    private static int left(Locator drawing) {
        return ((Number) drawing.evaluate("e => Math.round(e.scrollLeft)")).intValue();
    }

    private static Keys signIn(Window window, String login) {
        var keys = new Keys(window.page());
        window.open("/login");
        keys.to(window.field("login.name")).type(login);
        keys.to(window.field("login.password")).type("rumbo");
        keys.to(button(window, "login.send")).enter();
        window.settle();
        return keys;
    }

    private static Locator link(Window window, String key) {
        return named(window, AriaRole.LINK, key);
    }

    private static Locator button(Window window, String key) {
        return named(window, AriaRole.BUTTON, key);
    }

    private static Locator named(Window window, AriaRole role, String key) {
        return window.page()
                .locator("main")
                .getByRole(
                        role,
                        new Locator.GetByRoleOptions().setName(window.say(key)).setExact(true))
                .last();
    }

    private Window open(Look look) {
        var address = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        return new Window(browser.open(look, address, false), messages, look.language(), look.scripts());
    }
}
