package org.rumbo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rumbo.ledger.proof.Fault;
import org.rumbo.ledger.proof.SampleBundles;
import org.rumbo.ledger.proof.SampleLog;

/** The page of a bundle, opened from a folder as its receiver does, with no server anywhere. */
class VerifyPageIT {
    private static @Nullable Browser browser;

    @TempDir
    private Path folder;

    private final SampleLog log = new SampleLog();
    private final List<String> complaints = new ArrayList<>();
    private @Nullable Page opened;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void unpack() throws IOException {
        Files.write(
                folder.resolve("verify.html"), SampleBundles.unzip(log.bytes()).get("verify.html"));
    }

    /** The page asks for nothing, not even a refused picture, and its own policy has nothing to complain of. */
    @AfterEach
    void nothingWasAskedForAndNothingFailed() {
        assertThat(complaints).isEmpty();
        if (opened != null) {
            opened.context().close();
        }
    }

    @Test
    void saysOfEveryBundleWhatTheCommandLineSays() throws IOException {
        var page = open(new Look(Locale.ENGLISH, 1280, true, false));
        var expected = new TreeMap<String, String>();
        var seen = new TreeMap<String, String>();
        for (var bundle : SampleBundles.all().entrySet()) {
            var verdict = SampleBundles.verdict(bundle.getValue());
            expected.put(
                    bundle.getKey(),
                    verdict.isEmpty() ? "0" : Fault.valueOf(verdict).kind().exitCode() + " " + verdict);
            check(page, log.vkey(), bundle.getValue());
            var result = page.locator("#result");
            var fault = result.getAttribute("data-fault");
            seen.put(bundle.getKey(), result.getAttribute("data-exit") + (fault == null ? "" : " " + fault));
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(seen.values()).contains("0", "1 OTHER_TEXT", "2 UNKNOWN_KEY", "2 BAD_SIGNATURE", "3 DAMAGED");
    }

    @Test
    void listsTheEventsWithWhatBecameOfThem() {
        var page = open(new Look(Look.SPANISH, 1280, true, true));
        check(page, "# de la red\n\n" + log.vkey() + " 0-\n", log.bytes());
        assertThat(page.locator("#result h2")).hasText("Válido");
        assertThat(page.locator("tbody tr")).hasCount(8);
        assertThat(page.locator("tr.erased")).containsText("sellado, contenido borrado el 2026-11-25");
        assertThat(page.locator("tr.withheld")).hasCount(2);
        assertThat(page.locator("#result")).containsText("textos que no se muestran: 1");
        assertThat(page.locator("#result")).containsText("byte por byte");
        page.locator("#language").selectOption("pt");
        assertThat(page.locator("tr.erased")).containsText("conteúdo apagado em 2026-11-25");
        assertThat(page.locator("html")).hasAttribute("lang", "pt");
    }

    @Test
    void anUnknownOrBrokenKeyIsNotTakenForALogThatIsValid() {
        var page = open(new Look(Locale.ENGLISH, 1280, true, false));
        for (var key : Map.of(
                        new SampleLog(2).vkey(),
                        "2",
                        log.vkey() + " 0-9",
                        "2",
                        log.vkey().replace("+A", "+B"),
                        "3",
                        "x",
                        "3")
                .entrySet()) {
            check(page, key.getKey(), log.bytes());
            assertThat(page.locator("#result")).hasAttribute("data-exit", key.getValue());
        }
    }

    @Test
    void aBrowserWithoutThisSignatureSaysNothingOfTheBundle() {
        var page = open(new Look(Locale.ENGLISH, 1280, true, false));
        page.evaluate(
                "() => { crypto.subtle.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError')); }");
        check(page, log.vkey(), log.bytes());
        assertThat(page.locator("#result")).hasAttribute("data-exit", "");
        assertThat(page.locator("#result")).containsText("java -jar rumbo.jar verify");
        assertThat(page.locator("#result")).not().containsText("Valid");
    }

    /** One that takes every signature is no better. */
    @Test
    void aBrowserThatAcceptsAnythingIsNotBelieved() {
        var page = open(new Look(Locale.ENGLISH, 1280, true, false));
        page.evaluate("() => { crypto.subtle.verify = () => Promise.resolve(true); }");
        check(page, log.vkey(), log.bytes());
        assertThat(page.locator("#result")).hasAttribute("data-exit", "");
    }

    @Test
    void isUsedWithTheKeyboardOnANarrowScreen() {
        var page = open(new Look(Look.PORTUGUESE, 360, true, true));
        page.locator("#file").setInputFiles(payload(log.bytes()));
        page.locator("#language").focus();
        page.keyboard().press("Tab");
        page.keyboard().type(log.vkey());
        page.keyboard().press("Tab");
        assertThat(page.locator("#file")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#result")).hasAttribute("data-exit", "0");
        assertThat(page.locator("#result")).isFocused();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @Test
    void asksForWhatIsMissing() {
        var page = open(new Look(Locale.ENGLISH, 1280, true, false));
        page.locator("#key").fill(log.vkey());
        page.locator("button").click();
        assertThat(page.locator("#missing")).hasText("Choose the bundle first.");
        assertThat(page.locator("#file")).isFocused();
        assertThat(page.locator("#result")).isHidden();
    }

    @Test
    void aDroppedBundleIsCheckedAtOnce() {
        var page = open(new Look(Locale.ENGLISH, 1280, true, false));
        page.locator("#key").fill(log.vkey());
        page.evaluate("""
                bytes => {
                  const files = new DataTransfer();
                  files.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], "b.zip"));
                  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
                }
                """, java.util.Base64.getEncoder().encodeToString(log.bytes()));
        assertThat(page.locator("#result")).hasAttribute("data-exit", "0");
    }

    @Test
    void saysWithoutScriptsHowElseItIsChecked() {
        var page = open(new Look(Locale.ENGLISH, 1280, false, false));
        for (var language : List.of("en", "es", "pt")) {
            assertThat(page.locator("noscript p[lang=" + language + "]")).containsText("java -jar rumbo.jar verify");
        }
        assertThat(page.locator("#form")).isHidden();
    }

    /** Whatever somebody writes into the page from outside, its policy runs nothing of it. */
    @Test
    void itsPolicyAllowsNoOtherScriptAndNoNetwork() {
        var page = open(new Look(Locale.ENGLISH, 1280, true, false));
        var ran = page.evaluate("""
                async () => {
                  const script = document.createElement("script");
                  script.textContent = "window.ran = true";
                  document.body.append(script);
                  const reached = await fetch("verify.html").then(() => true, () => false);
                  return [window.ran === true, reached];
                }
                """);
        assertThat(ran).isEqualTo(List.of(false, false));
        assertThat(complaints)
                .isNotEmpty()
                .allMatch(
                        complaint -> complaint.contains("Content Security Policy") || complaint.contains("Fetch API"));
        complaints.clear();
    }

    private Page open(Look look) {
        var page =
                Objects.requireNonNull(browser).open(look, "about:blank", false).newPage();
        var address = folder.resolve("verify.html").toUri().toString();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().equals(address)) {
                complaints.add(request.url());
            }
        });
        page.navigate(address);
        opened = page;
        return page;
    }

    private static void check(Page page, String key, byte[] bundle) {
        page.locator("#key").fill(key);
        page.locator("#file").setInputFiles(payload(bundle));
        page.evaluate("() => { answer = null; show(); }");
        page.locator("button").click();
        page.locator("#result[data-exit]").waitFor();
    }

    private static FilePayload payload(byte[] bundle) {
        return new FilePayload("bundle.zip", "application/zip", bundle);
    }
}
