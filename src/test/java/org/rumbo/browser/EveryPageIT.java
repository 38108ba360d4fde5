package org.rumbo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rumbo.browser.DemoPages.DemoPage;
import org.rumbo.testing.Api;
import org.rumbo.testing.RumboTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page, filled by the demonstration's network: once in one of its looks in every build, and on demand in all of them,
 * with a picture of each.
 */
@RumboTest
class EveryPageIT {
    private static final List<Locale> LANGUAGES = List.of(Look.SPANISH, Look.PORTUGUESE, Locale.ENGLISH);
    private static final List<Integer> WIDTHS = List.of(1280, 360, 768);
    private static final int[] NARROW = {320, 640};
    private static final int HEIGHT = 800;
    private static final Path PICTURES = Path.of("target", "screenshots");

    /** Ways to a page, not pages: they send on to one. */
    private static final Set<String> WAYS = Set.of("/", "/notices/{id}");

    /** Pages that stand only after something that the demonstration leaves to its visitors; other tests open them. */
    private static final Set<String> OPENED_ELSEWHERE = Set.of(
            "/deputies/{id}/end",
            "/people/{id}/deputies/{deputy}/end",
            "/people/{id}/reactivation",
            "/recommendations/bulk/{id}",
            "/recommendations/views/{id}",
            "/recommendations/{code}/comments/{id}",
            "/recommendations/{code}/evidence/{id}/release");

    private static Browser browser;
    private static DemoServer demo;
    private static List<DemoPage> pages;

    private final MessageSource messages;
    private final RequestMappingHandlerMapping mappings;

    EveryPageIT(MessageSource messages, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.messages = messages;
        this.mappings = requestMappingHandlerMapping;
    }

    @BeforeAll
    static void start(@Autowired MessageSource messages) throws Exception {
        browser = Browser.start();
        demo = DemoServer.shared();
        var port = new MockEnvironment().withProperty("local.server.port", String.valueOf(demo.port()));
        var mail = mail(messages);
        pages = DemoPages.of(
                new Api(port),
                named("/people", messages),
                named("/admin/webhooks", messages),
                mail.get(0),
                mail.get(1));
    }

    /** The newest mail that is kept, and the secret of the link in it. */
    private static List<String> mail(MessageSource messages) {
        try (var window =
                new Window(browser.open(look(0), demo.address(), false), messages, look(0).language(), true)) {
            window.signIn("admin").open("/admin/mail");
            var link = window.page()
                    .locator("main tbody a[href^='/admin/mail/']")
                    .first()
                    .getAttribute("href");
            window.open(link);
            var stop =
                    window.page().locator("main p.text").innerText().replaceAll("(?s).*/mail/stop/([0-9a-f]+).*", "$1");
            return List.of(link.substring("/admin/mail/".length()), stop);
        }
    }

    /** The id of the first of those whom a page of the administration lists. */
    private static String named(String path, MessageSource messages) {
        try (var window =
                new Window(browser.open(look(0), demo.address(), false), messages, look(0).language(), true)) {
            window.signIn("admin").open(path);
            var link =
                    window.page().locator("main tbody a[href^='" + path + "/']").first();
            return link.getAttribute("href").substring(path.length() + 1);
        }
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    /** A look for each page such that all of them occur. */
    private static Look look(int page) {
        return new Look(
                LANGUAGES.get(page % LANGUAGES.size()),
                WIDTHS.get(page / LANGUAGES.size() % WIDTHS.size()),
                true,
                page % 2 == 1);
    }

    @Test
    void standsUpToAReviewer() {
        var findings = new SoftAssertions();
        eachPage((page, window) -> {
            var look = look(pages.indexOf(page));
            var shown = show(window, page, look);
            var words = page + " " + look;
            findings.assertThat(shown).as(words).isEqualTo(status(page));
            findings.assertThat(window.page().title()).as(words).matches(title(page));
            findings.assertThat(Inspection.rivals(window.page())).as(words).isEmpty();
            findings.assertThat(window.complaints()).as(words).isEmpty();
            window.unfold();
            findings.assertThat(Inspection.violations(window.page())).as(words).isEmpty();
            findings.assertThat(Inspection.all(window.page())).as(words).isEmpty();
            for (var width : NARROW) {
                window.page().setViewportSize(width, HEIGHT);
                findings.assertThat(Inspection.wider(window.page()))
                        .as("%s at %d", page, width)
                        .isEmpty();
            }
        });
        findings.assertAll();
    }

    /** What a first view costs on the line, with nothing kept from before. */
    @Test
    void weighsLittle() {
        var findings = new SoftAssertions();
        for (var name : List.of("work-coordinator", "list", "item-coordinator", "progress-director", "funder")) {
            var page = pages.stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            try (var window = open(look(0), false).signIn(page.login())) {
                var state = window.page().context().storageState();
                try (var fresh =
                        new Window(browser.open(look(0), demo.address(), false, state), messages, Look.SPANISH, true)) {
                    var weight = new Weight(fresh.page());
                    fresh.open(page.path());
                    weight.sent().forEach((kind, bytes) -> findings.assertThat(bytes)
                            .as("%s of %s", kind, page)
                            .isBetween(1, kind.budget));
                }
            }
        }
        findings.assertAll();
    }

    /** Each instrument is shown something that it must not like. */
    @Test
    void theInstrumentsSeeWhatIsWrong() {
        try (var window = open(look(0), true)) {
            var page = window.page();
            window.open("/login");
            assertThat(Inspection.all(page)).isEmpty();
            page.evaluate("document.querySelectorAll('main label').forEach(label => label.remove())");
            assertThat(Inspection.violations(page)).anyMatch(words -> words.startsWith("label"));
            page.evaluate("""
                    document.querySelector('main').insertAdjacentHTML('beforeend', `<h4>Deep</h4><p class="passage">Theirs</p>
                      <button class="btn">One</button><button class="btn">Two</button>
                      <p style="font-size: 12px">Small</p><p style="text-transform: uppercase">Loud</p>
                      <p style="font-family: 'PT Serif'">Strange</p>`)""");
            assertThat(Inspection.rivals(page)).hasSizeGreaterThan(1);
            assertThat(Inspection.hardToRead(page)).hasSize(2);
            assertThat(Inspection.strangeVoices(page)).hasSize(1);
            assertThat(Inspection.headings(page)).isNotEmpty();
            page.evaluate("document.querySelector('h1').textContent = 'x'.repeat(200)");
            page.setViewportSize(320, HEIGHT);
            assertThat(Inspection.wider(page)).isNotEmpty();
        }
        try (var window = open(look(0), false)) {
            window.open("/login");
            assertThat(window.complaints()).isEmpty();
            window.page().evaluate("document.querySelector('h1').setAttribute('style', 'color: red')");
            assertThat(window.complaints()).anyMatch(words -> words.contains("Content Security Policy"));
        }
    }

    /** A page that is not in the list above is not looked at. */
    @Test
    void noPageIsForgotten() {
        var known = pages.stream().map(DemoPage::mapping).collect(Collectors.toSet());
        var forgotten = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            var asked = mapping.getMethodsCondition().getMethods();
            if (handler.getReturnType().getParameterType() == String.class && asked.contains(RequestMethod.GET)) {
                mapping.getPatternValues().stream()
                        .map(Api::plain)
                        .filter(pattern -> !pattern.startsWith("/api/") && !known.contains(pattern))
                        .forEach(forgotten::add);
            }
        });
        forgotten.removeAll(WAYS);
        assertThat(forgotten).isEqualTo(new TreeSet<>(OPENED_ELSEWHERE));
    }

    /**
     * All languages, themes and widths: axe finds nothing, and a picture of each is kept. The system property
     * {@code rumbo.test.pages}, a pattern for their names, chooses some pages.
     */
    @Test
    @Tag("exhaustive")
    void looksWellInEveryLook() throws Exception {
        var findings = new SoftAssertions();
        var sheets = new ContactSheets(PICTURES);
        var chosen = System.getProperty("rumbo.test.pages", ".*");
        eachPage((page, window) -> {
            for (var language : page.name().matches(chosen) ? LANGUAGES : List.<Locale>of()) {
                show(window, page, new Look(language, WIDTHS.get(0), true, false));
                for (var dark : List.of(false, true)) {
                    window.page()
                            .emulateMedia(new Page.EmulateMediaOptions()
                                    .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
                    for (var width : WIDTHS) {
                        var look = new Look(language, width, true, dark);
                        window.page().setViewportSize(width, HEIGHT);
                        sheets.add(page.name(), look, picture(window.page(), page, look));
                        findings.assertThat(Inspection.all(window.page()))
                                .as(page + " " + look)
                                .isEmpty();
                    }
                    findings.assertThat(Inspection.violations(window.page()))
                            .as(page + " " + language + (dark ? " dark" : ""))
                            .isEmpty();
                }
            }
        });
        sheets.write();
        findings.assertAll();
    }

    private static byte[] picture(Page page, DemoPage shown, Look look) {
        var file = PICTURES.resolve(shown.name())
                .resolve(look.language() + "-" + look.width() + (look.dark() ? "-dark" : "-light") + ".png");
        return page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    private interface Visit {
        void to(DemoPage page, Window window);
    }

    private void eachPage(Visit visit) {
        byLogin().forEach((login, theirs) -> {
            try (var window = open(look(0), true)) {
                if (!login.isEmpty()) {
                    window.signIn(login);
                }
                theirs.forEach(page -> visit.to(page, window));
            }
        });
    }

    private static Map<String, List<DemoPage>> byLogin() {
        return pages.stream().collect(Collectors.groupingBy(DemoPage::login, LinkedHashMap::new, Collectors.toList()));
    }

    /** What others put into pages of their own has no title of ours. */
    private static String title(DemoPage page) {
        return page.name().equals("public-embed") ? "(?s).*\\S.*" : "(?s).*\\S.* · Rumbo";
    }

    private static int status(DemoPage page) {
        return page.name().equals("not-found") ? 404 : 200;
    }

    private static int show(Window window, DemoPage page, Look look) {
        window.page().setViewportSize(look.width(), HEIGHT);
        window.page()
                .emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        var sign = page.path().contains("?") ? "&" : "?";
        return window.open(page.path() + sign + "lang=" + look.language());
    }

    private Window open(Look look, boolean probed) {
        return new Window(browser.open(look, demo.address(), probed), messages, look.language(), look.scripts());
    }
}
