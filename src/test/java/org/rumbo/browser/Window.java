package org.rumbo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/** One person's window. She finds things by the words that she reads, in her language, and does nothing but click and type. */
final class Window implements AutoCloseable {
    private static final String PASSWORD = "rumbo";

    private final Page page;
    private final MessageSource messages;
    private final Locale language;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();

    Window(BrowserContext context, MessageSource messages, Locale language, boolean scripts) {
        this.page = context.newPage();
        this.messages = messages;
        this.language = language;
        this.scripts = scripts;
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // That a refused form or a missing page has a status of its own is no mistake of the page.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource: the server")) {
                complaints.add(message.text());
            }
        });
        page.onRequestFailed(request -> complaints.add("Not loaded: " + request.url() + " " + request.failure()));
        page.onResponse(this::checkPart);
    }

    /** A page may say that it is not there; a part of it may not. */
    private void checkPart(Response part) {
        if (part.status() >= 400 && !part.request().isNavigationRequest()) {
            complaints.add(part.status() + ": " + part.url());
        }
    }

    /** A second tab of the same person. */
    Window another() {
        return new Window(page.context(), messages, language, scripts);
    }

    Page page() {
        return page;
    }

    /** What the browser reported since the last time: errors of scripts, things refused or not found. */
    List<String> complaints() {
        var so = List.copyOf(complaints);
        complaints.clear();
        return so;
    }

    String say(String key, Object... values) {
        return messages.getMessage(key, values, language);
    }

    Window signIn(String login) {
        open("/login");
        type("login.name", login);
        type("login.password", PASSWORD);
        press("login.send");
        return this;
    }

    void signOut() {
        page.locator("details.menu > summary").click();
        press("shell.signOut");
        sees(say("login.signedOut"));
    }

    /** Goes to an address and waits for what the page loads later; returns the status. */
    int open(String path) {
        var response = page.navigate(path);
        settle();
        return response.status();
    }

    String language() {
        return language.toLanguageTag();
    }

    /** A part of a recommendation: on its page where scripts bring it there, else on a page of its own. */
    void part(String section) {
        if (scripts) {
            settle();
            unfold();
        } else {
            page.locator("#" + section + "-section")
                    .getByRole(AriaRole.LINK)
                    .first()
                    .click();
        }
    }

    /** Opens all that can be opened on the page. */
    void unfold() {
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)");
    }

    void settle() {
        if (scripts) {
            assertThat(page.locator("main [hx-trigger=load]")).hasCount(0);
        }
    }

    void follow(String key, Object... values) {
        followNamed(say(key, values));
    }

    void followNamed(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(exactly(name)))
                .first()
                .click();
    }

    /** A task's button in My work, which names what it is about. */
    void take(String task, String code) {
        follow("nav.work");
        followNamed(say("work.button." + task) + ": " + code);
    }

    void press(String key) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(exactly(say(key))))
                .last()
                .click();
    }

    Locator field(String key) {
        return page.locator("main").getByLabel(exactly(say(key))).first();
    }

    void type(String key, String text) {
        field(key).fill(text);
    }

    /** One of several fields with the same question, told apart by what it is about. */
    void type(String key, String about, String text) {
        page.getByLabel(exactly(say(key) + ": " + say(about))).fill(text);
    }

    void pick(String key, String option) {
        field(key).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(say(option)));
    }

    void choose(String key) {
        chooseIn(page.locator("main"), say(key));
    }

    void chooseIn(Locator part, String name) {
        part.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(exactly(name)))
                .check();
    }

    /** One of several boxes, by a part of its name. */
    void tick(String name) {
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name))
                .check();
    }

    Locator group(String key) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(exactly(say(key))));
    }

    void date(String key, LocalDate date) {
        var parts = group(key);
        parts.getByLabel(say("form.day")).fill(String.valueOf(date.getDayOfMonth()));
        parts.getByLabel(say("form.month")).fill(String.valueOf(date.getMonthValue()));
        parts.getByLabel(say("form.year")).fill(String.valueOf(date.getYear()));
    }

    void sees(String text) {
        assertThat(page.locator("main")).containsText(text);
    }

    void doesNotSee(String text) {
        assertThat(page.locator("main")).not().containsText(text);
    }

    /** The word that a change was made, in its banner. */
    void isTold(String key) {
        var words = new Locator.FilterOptions().setHasText(say(key));
        assertThat(page.locator("main").getByRole(AriaRole.STATUS).filter(words).first())
                .isVisible();
        settle();
    }

    /** A name as a whole; what is optional says so behind it. */
    private static Pattern exactly(String name) {
        var words =
                name.strip().replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0").replace(": ", "\\s*:\\s*");
        return Pattern.compile("^\\s*" + words + "(\\s*\\((opcional|optional)\\))?\\s*$");
    }

    @Override
    public void close() {
        page.context().close();
    }
}
