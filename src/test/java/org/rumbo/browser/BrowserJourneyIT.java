package org.rumbo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.evaluation.Criterion;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;

/** The way of a recommendation by clicks and keys alone: once on a phone without scripts, once on a wide screen with them. */
@RumboTest
class BrowserJourneyIT {
    private static final Look PHONE = new Look(Look.SPANISH, 360, false, false);
    private static final Look DESK = new Look(Locale.ENGLISH, 1280, true, false);
    private static final String LAW = "Law of the journey";
    private static final String MARKER = "The law is in the gazette";

    private static Browser browser;

    private final Journeys journeys;
    private final MessageSource messages;
    private final Environment environment;

    BrowserJourneyIT(Journeys journeys, MessageSource messages, Environment environment) {
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

    static Stream<Arguments> looks() {
        return Stream.of(Arguments.of(PHONE, "PE"), Arguments.of(DESK, "BO"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void fromTheProposalToTheEvaluation(Look look, String country) {
        try (var window = open(look)) {
            var code = propose(window, country);
            makeTrackable(window, code);
            deliver(window, code);
            reachAdopted(window, code);
            reachImplemented(window, code);
            evaluate(window, code);
            assertHistory(window, code, country);
            assertProcess(window, code, look);
            assertThat(window.complaints()).isEmpty();
        }
    }

    private String propose(Window window, String country) {
        var title = "Cooperate " + UUID.randomUUID();
        window.signIn(Journeys.coordinatorOf(country));
        window.follow("nav.recommendations");
        window.follow("list.propose");
        window.pick("list.country", "country." + country);
        window.pick("form.new.language", "language.en");
        window.type("facts.titleText", title);
        window.type("facts.summaryText", "Both ministries meet twice a year.");
        window.press("list.propose");
        window.isTold("done.proposed");
        window.follow("nav.work");
        window.followNamed(title);
        window.settle();
        var address = window.page().url();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private void makeTrackable(Window window, String code) {
        window.take("MAKE_TRACKABLE", code);
        window.type("facts.addressee", "Ministry of the Interior");
        window.type("facts.reading", "Both ministries have met");
        window.date("facts.targetDate", journeys.today().plusYears(1));
        window.tick(window.say("theme.rights"));
        window.press("form.edit.save");
        window.isTold("done.edited");
        window.follow("action.edit-markers");
        window.type("facts.marker", MARKER);
        window.pick("facts.ambition", "ambition.EXPECT");
        window.press("markers.add");
        window.isTold("done.markerAdded");
        window.sees(MARKER);
    }

    private void deliver(Window window, String code) {
        window.follow("action.claim.DELIVER");
        window.type("claim.deliveredHow", "By letter to the minister");
        window.press("claim.send");
        assertThat(window.page().getByRole(AriaRole.ALERT)).containsText(window.say("rule.delivery-required"));
        assertThat(window.page()).hasTitle(Pattern.compile("^Error:"));
        assertThat(window.field("claim.deliveredHow")).hasValue("By letter to the minister");
        window.date("claim.deliveredOn", journeys.today());
        window.press("claim.send");
        window.isTold("done.claimed");
        decide(window, code, "RETURNED");
        as(window, Journeys.coordinatorOf(code));
        window.take("COMPLETE_CLAIM", code);
        window.sees("Who took the letter?");
        window.type("claim.deliveredHow", "By letter to the minister, taken by his office");
        window.press("claim.send");
        window.isTold("done.claimed");
        decide(window, code, "CONFIRMED");
        assertState(window, State.UNDER_REVIEW);
    }

    private void reachAdopted(Window window, String code) {
        as(window, Journeys.coordinatorOf(code));
        window.take("CLAIM_ADOPTION", code);
        window.follow("claim.addEvidenceFirst");
        window.pick("evidence.type", "evidenceType.LAW");
        window.type("evidence.title", LAW);
        window.type("evidence.issuer", "Congress");
        window.date("evidence.date", journeys.today().minusDays(2));
        window.type("evidence.url", "https://example.org/law");
        window.choose("evidence.strength.A");
        window.choose("visibility.FUNDER");
        window.press("action.add-evidence");
        window.isTold("done.evidenceAdded");
        window.follow("action.claim.CLAIM_ADOPTION");
        window.date("claim.occurredOn", journeys.today().minusDays(1));
        window.tick(LAW);
        window.press("claim.send");
        window.isTold("done.claimed");
        decide(window, code, "CONFIRMED");
        assertState(window, State.ADOPTED);
    }

    private void reachImplemented(Window window, String code) {
        as(window, Journeys.coordinatorOf(code));
        window.follow("nav.work");
        window.page()
                .locator("main a[href='/recommendations/" + code + "']")
                .first()
                .click();
        window.settle();
        window.followNamed(window.say("action.meet-marker") + ": " + MARKER);
        window.press("action.meet-marker");
        window.isTold("done.markerMet");
        window.follow("action.claim.CLAIM_IMPLEMENTATION");
        window.date("claim.occurredOn", journeys.today().minusDays(1));
        window.type("claim.statement", "They met as the paper had said");
        window.tick(LAW);
        window.choose("contribution.CITED");
        window.pick("claim.level", "level.FULL");
        window.press("claim.send");
        window.isTold("done.claimed");
        decide(window, code, "CONFIRMED");
        assertState(window, State.IMPLEMENTED);
    }

    private void evaluate(Window window, String code) {
        window.take("ASSIGN_EVALUATORS", code);
        window.tick("Evaluator A");
        window.tick("Evaluator B");
        window.press("evaluation.assign.send");
        window.settle();
        for (var evaluator : new String[] {"evaluator.a", "evaluator.b"}) {
            as(window, evaluator);
            window.take("RATE", code);
            for (var criterion : Criterion.values()) {
                window.chooseIn(window.group("criterion." + criterion), "2 " + window.say("score.2"));
                window.type("evaluation.why", "criterion." + criterion, "As the documents show");
            }
            window.press("evaluation.rate.send");
            window.settle();
        }
        as(window, "director.a");
        window.take("APPROVE_EVALUATION", code);
        window.choose("evaluation.outcome.APPROVED");
        window.type("evaluation.reason", "Well founded");
        window.press("evaluation.decide.send");
        assertState(window, State.EVALUATED);
    }

    private static void decide(Window window, String code, String outcome) {
        as(window, "director.a");
        window.take("REVIEW_CLAIM", code);
        window.choose("outcome." + outcome);
        if (!outcome.equals("CONFIRMED")) {
            window.type("decision.reason", "Who took the letter?");
        }
        window.press("decision.send");
        window.isTold("done.decided." + outcome);
    }

    private static void as(Window window, String login) {
        window.signOut();
        window.signIn(login);
    }

    private static void assertState(Window window, State state) {
        assertThat(window.page().locator(".route [aria-current=step]")).containsText(window.say("state." + state));
        window.settle();
    }

    private static void assertHistory(Window window, String code, String country) {
        // With scripts the newest events stand on the item's own page, else a link to all of them.
        window.page()
                .locator("#history-section")
                .getByRole(AriaRole.LINK)
                .last()
                .click();
        assertThat(window.page()).hasURL(Pattern.compile("/history$"));
        var team = "Coordinator " + country;
        window.sees(window.say("history.item.create.team", team));
        window.sees(window.say("history.marker.edit.added", team, MARKER));
        window.sees(window.say("history.claim.make", team, window.say("state.UNDER_REVIEW")));
        window.sees(window.say("history.claim.return", "Director A"));
        window.sees("Who took the letter?");
        window.sees(window.say("history.evidence.add", team, LAW));
        for (var reached : new State[] {State.UNDER_REVIEW, State.ADOPTED, State.IMPLEMENTED}) {
            window.sees(window.say("history.claim.confirm", "Director A", window.say("state." + reached)));
        }
        window.sees(window.say("history.marker.met.named", team, MARKER));
        window.sees(window.say("history.evaluation.rate", "Evaluator B"));
        window.sees(window.say("history.evaluation.approve", "Director A", window.say("score.2")));
        window.followNamed(code);
        window.settle();
    }

    private static void assertProcess(Window window, String code, Look look) {
        if (look.scripts()) {
            window.page().locator("#process-section summary").click();
        } else {
            window.page().locator("#process-section").getByRole(AriaRole.LINK).click();
        }
        var drawing = window.page()
                .getByRole(AriaRole.REGION)
                .filter(new Locator.FilterOptions().setHas(window.page().locator("svg")))
                .and(window.page().locator(".diagram"))
                .first();
        assertThat(drawing).isVisible();
        assertThat(drawing.locator(".now").first()).containsText(window.say("state.EVALUATED"));
        assertThat(window.page().locator("#process-section"))
                .containsText(window.say("process.nowAt") + " " + window.say("state.EVALUATED"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nothingTypedIsLost(Look look, String country) {
        var code = journeys.proposed(country);
        journeys.makeTrackable(code);
        try (var window = open(look).signIn(Journeys.coordinatorOf(country))) {
            var edit = "/recommendations/" + code + "/edit";
            window.open(edit);
            var other = window.another();
            other.open(edit);
            other.type("facts.addressee", "Ministry of Defence");
            other.press("form.edit.save");
            other.isTold("done.edited");

            window.type("facts.addressee", "Ministry of Justice");
            window.press("form.edit.save");
            var both = window.page().getByRole(AriaRole.ALERT);
            assertThat(both).containsText(window.say("conflict.title"));
            assertThat(both).containsText("Ministry of Defence");
            assertThat(both).containsText("Ministry of Justice");
            assertThat(window.field("facts.addressee")).hasValue("Ministry of Justice");
            window.press("conflict.save");
            window.isTold("done.edited");
            window.sees("Ministry of Justice");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aFunderReadsThePublishedReport(Look look, String country) {
        try (var window = open(look).signIn("director.a")) {
            window.follow("nav.reports");
            window.press("report.publish.button");
            window.sees(window.say("report.items.title"));
            as(window, "funder");
            assertThat(window.page()).hasURL(Pattern.compile("/reports$"));
            window.follow("report.archive.read");
            window.sees(window.say("report.countries.sentence"));
            assertThat(window.page().locator(".report-verdict")).containsText(Pattern.compile("\\d"));
            var ecuador = window.page()
                    .locator(
                            "section",
                            new com.microsoft.playwright.Page.LocatorOptions()
                                    .setHasText(window.say("report.countries.sentence")))
                    .getByRole(AriaRole.LISTITEM)
                    .filter(new Locator.FilterOptions()
                            .setHas(window.page()
                                    .getByRole(AriaRole.HEADING)
                                    .filter(new Locator.FilterOptions().setHasText(window.say("country.EC")))));
            assertThat(ecuador).containsText(Pattern.compile("\\b0 (of|de) \\d+\\b"));
            assertThat(window.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aFunderSeesNoOpenClaim(Look look, String country) {
        var code = journeys.in(country, State.UNDER_REVIEW);
        require(200, journeys.claim(code, State.ADOPTED));
        try (var window = open(look).signIn(Journeys.coordinatorOf(country))) {
            window.open(at(code));
            window.sees(window.say("claim.open"));
            as(window, "funder");
            window.open(at(code));
            assertState(window, State.UNDER_REVIEW);
            window.doesNotSee(window.say("claim.open"));
            window.doesNotSee("It happened as the paper said");
            window.doesNotSee(window.say("next.title"));
            assertThat(window.complaints()).isEmpty();
        }
    }

    private Window open(Look look) {
        var address = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        return new Window(browser.open(look, address, false), messages, look.language(), look.scripts());
    }
}
