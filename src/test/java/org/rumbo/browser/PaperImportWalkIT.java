package org.rumbo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.SamplePaper;
import org.rumbo.workflow.ImportJobs;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;

/** A director hands a paper in, decides on each of its passages and sees the paper's words on the recommendation. */
@RumboTest
class PaperImportWalkIT {
    private static final Look BARE = new Look(Look.SPANISH, 360, false, false);
    private static final Look DESK = new Look(Locale.ENGLISH, 1280, true, false);
    private static final String FIFTH = "\nc. Let both sides of the lake keep one calendar of its water.\n";

    private static Browser browser;

    private final ImportJobs jobs;
    private final MessageSource messages;
    private final Environment environment;

    PaperImportWalkIT(ImportJobs jobs, MessageSource messages, Environment environment) {
        this.jobs = jobs;
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
        return Stream.of(BARE, DESK);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aPaperBecomesRecommendationsThatShowItsWords(Look look) {
        var key = SamplePaper.key();
        try (var window = open(look)) {
            window.signIn("director.a");
            window.open("/papers");
            window.follow("papers.import");
            var page = window.page();
            page.setInputFiles(
                    "#file",
                    new FilePayload(
                            "paper.txt", "text/plain", (SamplePaper.text() + FIFTH).getBytes(StandardCharsets.UTF_8)));
            page.selectOption("#language", "en");
            page.fill("#key", key);
            send(window);
            var paper = page.url().replaceFirst(".*/imports/", "").replaceFirst("[?#].*", "");
            jobs.run(UUID.fromString(paper));
            window.open("/imports/" + paper);
            window.follow("imports.goOn");
            decide(window);
            send(window);
            jobs.run(UUID.fromString(paper));
            window.open("/imports/" + paper);
            page.locator("a[href='/recommendations/" + key + "-PE-b.2']")
                    .first()
                    .click();
            assertThat(page.locator("blockquote.passage")).containsText("Let them use plain words.");
            window.follow("wording.see");
            assertThat(page.locator(".paper-lines .within").first()).containsText("b. Let the river councils");
            assertThat(window.complaints()).isEmpty();
        }
    }

    /** Accepted for two countries, corrected and split, skipped, and accepted as it was found. */
    private static void decide(Window window) {
        var page = window.page();
        page.check("#decision-ACCEPT");
        page.check("#countries-BO");
        send(window);
        page.check("#decision-SPLIT");
        page.locator(
                        "summary",
                        new com.microsoft.playwright.Page.LocatorOptions().setHasText(window.say("imports.correct")))
                .click();
        page.fill("#text", "Let the river councils publish all that they measure, in plain words.");
        page.fill("#parts", "Let the councils publish what they measure.\n\nLet them use plain words.");
        send(window);
        page.check("#decision-SKIP");
        send(window);
        assertThat(page.locator(".error-summary li")).hasCount(1);
        page.fill("#reason", "Another passage says it better");
        send(window);
        page.check("#decision-ACCEPT");
        send(window);
        page.check("#decision-ACCEPT");
        send(window);
    }

    private static void send(Window window) {
        window.page()
                .locator("main form .btn[type=submit]:not(.secondary)")
                .first()
                .click();
        window.settle();
    }

    private Window open(Look look) {
        var address = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        return new Window(browser.open(look, address, false), messages, look.language(), look.scripts());
    }
}
