package org.rumbo.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.impl.driver.Driver;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Chromium: the machine's own, else one that is installed now. Where there is none and none can be had, tests fail and say
 * so: a page that nobody looked at is not a page that works.
 */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");
    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private static final int HEIGHT = 800;
    /** Builders are slow at times. */
    private static final int PATIENCE = 45_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Browser start() {
        var here = onThePath().or(Browser::fromTheSystem);
        if (here.isEmpty()) {
            download();
        }
        var options = new BrowserType.LaunchOptions().setArgs(FLAGS);
        here.ifPresent(options::setExecutablePath);
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
        try {
            return new Browser(playwright, playwright.chromium().launch(options));
        } catch (PlaywrightException failed) {
            playwright.close();
            throw new IllegalStateException("Chromium does not start: " + failed.getMessage(), failed);
        }
    }

    private static Optional<Path> onThePath() {
        var folders = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> fromTheSystem() {
        var mayInstall =
                "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get"));
        return mayInstall
                        && succeeds(new ProcessBuilder("apt-get", "update"))
                        && succeeds(new ProcessBuilder("apt-get", "install", "-y", "chromium"))
                ? onThePath()
                : Optional.empty();
    }

    private static void download() {
        var command = Driver.ensureDriverInstalled(NO_DOWNLOAD, false).createProcessBuilder();
        command.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
        Stream.of("install", "chromium").forEach(command.command()::add);
        if (!succeeds(command)) {
            throw new IllegalStateException("The browser tests need Chromium: install it so that the PATH has one of "
                    + String.join(", ", NAMES) + ".");
        }
    }

    private static boolean succeeds(ProcessBuilder command) {
        try {
            var process = command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException failed) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A fresh profile: nobody is signed in. */
    BrowserContext open(Look look, String address, boolean probed) {
        return open(look, address, probed, null);
    }

    /** A fresh profile that has nothing of another but what it was told to remember, its sign-in. */
    BrowserContext open(Look look, String address, boolean probed, @Nullable String remembered) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setStorageState(remembered)
                .setBaseURL(address)
                .setLocale(look.language().toLanguageTag())
                .setViewportSize(look.width(), HEIGHT)
                .setJavaScriptEnabled(look.scripts())
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                // A probe brings its own script, which the pages would rightly refuse.
                .setBypassCSP(probed));
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return context;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
