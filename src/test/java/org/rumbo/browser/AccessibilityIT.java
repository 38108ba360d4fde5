package org.rumbo.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.recommendation.State;
import org.rumbo.team.People;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;

/** Every kind of page: no finding against WCAG 2.2 AA, nothing wider than the screen, and a browser that has no complaint. */
@RumboTest
class AccessibilityIT {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");
    private static final int[] NARROW = {320, 360};
    private static final String COORDINATOR = "coordinator.cl";

    private static final String NOWHERE = at("SPN-1999-CL-z");

    private static Browser browser;

    private final Api api;
    private final Journeys journeys;
    private final MessageSource messages;
    private final Environment environment;

    private final People people;

    AccessibilityIT(Api api, Journeys journeys, MessageSource messages, Environment environment, People people) {
        this.people = people;
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

    static Stream<Look> looks() {
        return Stream.of(new Look(Look.SPANISH, 1280, true, false), new Look(Look.PORTUGUESE, 360, true, true));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void keepsToTheGuidelines(Look look) {
        var findings = new SoftAssertions();
        eachPage(look, true, (path, window) -> {
            findings.assertThat(violations(window)).as(path).isEmpty();
        });
        findings.assertAll();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void fitsThePhoneAndMakesTheBrowserContent(Look look) {
        var findings = new SoftAssertions();
        eachPage(look, false, (path, window) -> {
            var page = window.page();
            findings.assertThat(page.title()).as(path).matches("(?s).*\\S.* · Rumbo");
            for (var width : NARROW) {
                page.setViewportSize(width, 700);
                findings.assertThat(wider(page)).as("%s at %d", path, width).isEmpty();
            }
            page.setViewportSize(look.width(), 800);
            findings.assertThat(window.complaints()).as(path).isEmpty();
        });
        findings.assertAll();
    }

    /** Each instrument is shown something that it must not like. */
    @Test
    void theInstrumentsSeeWhatIsWrong() {
        var look = new Look(Look.SPANISH, 320, true, false);
        try (var window = open(look, true)) {
            window.open("/login");
            window.page().evaluate("document.querySelectorAll('main label').forEach(label => label.remove())");
            assertThat(violations(window)).anyMatch(words -> words.startsWith("label"));
        }
        try (var window = open(look, false)) {
            window.open("/login");
            assertThat(wider(window.page())).isEmpty();
            window.page().evaluate("document.querySelector('h1').textContent = 'x'.repeat(200)");
            assertThat(wider(window.page())).isNotEmpty();
            assertThat(window.complaints()).isEmpty();
            window.page().evaluate("document.querySelector('h1').setAttribute('style', 'color: red')");
            assertThat(window.complaints()).anyMatch(words -> words.contains("Content Security Policy"));
        }
    }

    private static List<String> violations(Window window) {
        var results =
                new AxeBuilder(window.page()).setLegacyMode(true).withTags(WCAG).analyze();
        assertThat(results.getPasses()).isNotEmpty();
        return results.getViolations().stream().map(AccessibilityIT::words).toList();
    }

    /** What sticks out to the right, unless it can be scrolled by itself. */
    private static List<?> wider(com.microsoft.playwright.Page page) {
        return (List<?>) page.evaluate("""
                () => {
                  const wide = document.documentElement.clientWidth;
                  if (document.documentElement.scrollWidth <= wide) return [];
                  return [...document.querySelectorAll('body *')]
                    .filter(e => e.getBoundingClientRect().right > wide + 1)
                    .map(e => e.tagName + '.' + (e.getAttribute('class') ?? '') + ' ' + e.textContent.trim().slice(0, 40))
                    .slice(0, 8).concat('page is ' + document.documentElement.scrollWidth);
                }""");
    }

    private static String words(Rule violation) {
        return violation.getId() + ": "
                + violation.getNodes().stream()
                        .limit(4)
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .collect(Collectors.joining("; "));
    }

    private interface Visit {
        void to(String path, Window window);
    }

    private void eachPage(Look look, boolean probed, Visit visit) {
        pages().forEach((login, paths) -> {
            try (var window = open(look, probed)) {
                if (!login.isEmpty()) {
                    window.signIn(login);
                }
                paths.forEach(path -> {
                    assertThat(window.open(path)).as(path).isEqualTo(path.equals(NOWHERE) ? 404 : 200);
                    assertThat(URI.create(window.page().url()).getPath()).isEqualTo(path);
                    window.unfold();
                    visit.to(path, window);
                });
            }
        });
    }

    private Window open(Look look, boolean probed) {
        var address = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        return new Window(browser.open(look, address, probed), messages, look.language(), look.scripts());
    }

    private Map<String, List<String>> pages() {
        var open = journeys.proposed("CL");
        var claiming = journeys.in("CL", State.UNDER_REVIEW);
        journeys.evidence(claiming, "A");
        var claimed = journeys.in("CL", State.ADOPTED);
        journeys.meetAllMarkers(claimed);
        require(200, journeys.claim(claimed, State.IMPLEMENTED));
        var rating = journeys.in("CL", State.IMPLEMENTED);
        require(200, journeys.assign(rating, "evaluator.a", "evaluator.b"));
        require(200, journeys.rate(rating, "evaluator.b", 3));
        var evaluated = journeys.in("CL", State.EVALUATED);
        var report = require(201, api.as("director.a").post("/reports", Map.of()))
                .json()
                .path("id")
                .asString();

        var pages = new LinkedHashMap<String, List<String>>();
        pages.put("", List.of("/login", "/accessibility"));
        pages.put(
                COORDINATOR,
                List.of(
                        "/work",
                        "/recommendations",
                        "/recommendations/new",
                        at(open),
                        at(open) + "/edit",
                        at(claimed),
                        at(claiming) + "/claim",
                        at(claiming) + "/evidence",
                        at(evaluated) + "/history",
                        at(evaluated) + "/process",
                        at(evaluated) + "/evaluation",
                        NOWHERE));
        pages.put("evaluator.a", List.of(at(rating) + "/evaluation"));
        pages.put(
                "director.a",
                List.of(
                        at(claimed) + "/decision",
                        "/progress",
                        "/reports",
                        "/reports/" + report,
                        "/reports/implementation"));
        pages.put("funder", List.of(at(evaluated), at(evaluated) + "/why"));
        var coordinator = "/people/" + people.byLogin(COORDINATOR).orElseThrow().id();
        pages.put("admin", List.of("/people", coordinator, coordinator + "/deactivation", coordinator + "/deputies"));
        pages.put("director.b", List.of("/deputies", "/deputies/new", at(claimed) + "/why"));
        return pages;
    }
}
