package org.rumbo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Signing in, out and being shut out in real use: with a real Keycloak, which also fails. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {
    private static final Look LOOK = new Look(Locale.ENGLISH, 1280, true, false);
    private static final String TASKS = "/api/v1/tasks";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RealUse rumbo;
    private static Browser browser;
    private static RealmAdministration realm;
    private static MadeTokens tokens;

    @BeforeAll
    static void start() throws Exception {
        rumbo = RealUse.start();
        browser = Browser.start();
        realm = new RealmAdministration(rumbo.keycloak());
        // Signed with a key that the realm has not always had: keys are asked for anew.
        var key = realm.addKey(new RSAKeyGenerator(2048).generate());
        tokens = new MadeTokens(rumbo.keycloak().issuer(), key, realm.subject("coordinator.pe"), "coordinator.pe");
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (realm != null) {
            realm.close();
        }
        if (rumbo != null) {
            rumbo.close();
        }
    }

    @Test
    void peopleSignInAndWork() {
        var title = "Meet " + UUID.randomUUID();
        try (var coordinator = signedIn("coordinator.pe")) {
            coordinator.follow("nav.recommendations");
            coordinator.follow("list.propose");
            coordinator.pick("list.country", "country.PE");
            coordinator.pick("form.new.language", "language.en");
            coordinator.type("facts.titleText", title);
            coordinator.type("facts.summaryText", "Both ministries meet twice a year.");
            coordinator.press("list.propose");
            coordinator.isTold("done.proposed");
        }
        try (var director = signedIn("director.a")) {
            director.follow("nav.recommendations");
            director.followNamed(title);
            director.settle();
            director.unfold();
            director.type("comments.text", "Who is in the chair?");
            director.press("comments.send");
            director.sees("Who is in the chair?");
        }
        try (var funder = signedIn("funder")) {
            funder.follow("nav.recommendations");
            funder.doesNotSee(title);
            funder.follow("nav.reports");
            assertThat(funder.page()).hasURL(Pattern.compile("/reports$"));
        }
    }

    @Test
    void signingOutSignsOutAtKeycloakToo() {
        try (var member = signedIn("member.pe")) {
            member.signOut();
            assertThat(member.page()).hasURL(rumbo.address() + "/login?signedOut");
            member.page().locator("main a.btn").click();
            assertThat(member.page().locator("#password")).isVisible();
        }
    }

    @Test
    void keycloakEndsSessions() {
        try (var member = signedIn("member.bo")) {
            realm.endSessions("member.bo");
            await(() -> member.open("/work") == 200 && member.page().url().endsWith("/login"));
        }
    }

    @Test
    void aRoleThatWasTakenIsGoneFromAnOpenSession() {
        try (var director = signedIn("director.b")) {
            assertThat(director.open("/progress")).isEqualTo(200);
            realm.take("director", "director.b");
            await(() -> director.open("/progress") == 403);
            director.signOut();
            enter(director, "director.b");
            director.sees(director.say("login.noAccess"));
            assertThat(director.page().locator("main a.btn")).hasText(director.say("login.somebodyElse"));
        }
    }

    @Test
    void whoIsDisabledIsOut() {
        try (var evaluator = signedIn("evaluator.b")) {
            assertThat(evaluator.open("/work")).isEqualTo(200);
            realm.disable("evaluator.b");
            await(() -> evaluator.open("/work") == 401 || evaluator.page().url().endsWith("/login"));
        }
    }

    @Test
    void aTokenOfTheRealmOpensTheApi() throws Exception {
        assertThat(status(tokens.signed(tokens.claims()))).isEqualTo(200);
        assertThat(rumbo.get("/api/v1/tasks", "Authorization", "Basic Y29vcmRpbmF0b3IucGU6cnVtYm8=")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void everyOtherTokenIsRefused() throws Exception {
        var wrong = new LinkedHashMap<String, String>();
        var stranger = new RSAKeyGenerator(2048).generate();
        wrong.put("forged", tokens.signed(tokens.claims(), stranger));
        wrong.put("expired", tokens.signed(tokens.claims().expirationTime(MadeTokens.in(Duration.ofMinutes(-2)))));
        wrong.put("endless", tokens.signed(tokens.claims().expirationTime(null)));
        wrong.put("not yet", tokens.signed(tokens.claims().notBeforeTime(MadeTokens.in(Duration.ofMinutes(2)))));
        wrong.put("for others", tokens.signed(tokens.claims().audience("account")));
        wrong.put("of others", tokens.signed(tokens.claims().issuer("https://id.example.org/realms/rumbo")));
        wrong.put("unsigned", MadeTokens.unsigned(tokens.claims()));
        wrong.put("public key as secret", tokens.withThePublicKeyAsSecret(tokens.claims()));
        wrong.put("id token", tokens.signed(tokens.claims().claim("typ", "ID")));
        wrong.put("refresh token", tokens.signed(tokens.claims().claim("typ", "Refresh")));
        wrong.put("of a program", tokens.signed(tokens.claims().claim("preferred_username", "service-account-rumbo")));
        wrong.put("of nobody", tokens.signed(tokens.claims().subject(null)));
        wrong.put("no token", "nonsense");

        for (var token : wrong.entrySet()) {
            var answer = rumbo.get(TASKS, "Authorization", "Bearer " + token.getValue());
            assertThat(answer.statusCode()).as(token.getKey()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .get()
                    .asString()
                    .startsWith("Bearer ")
                    .contains("error=\"invalid_token\"");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void aTokenBringsNoRoleBackIntoTheDirectory() throws Exception {
        var claims = new MadeTokens(rumbo.keycloak().issuer(), tokens.key(), realm.subject("member.cl"), "member.cl");

        assertThat(status(claims.signed(asDirector(claims.claims())))).isEqualTo(200);

        assertThat(rumbo.database()
                        .sql("select r.role from person_role r join person p on p.id = r.person_id where p.login = ?")
                        .param("member.cl")
                        .query(String.class)
                        .list())
                .containsExactly("MEMBER");
    }

    private static JWTClaimsSet.Builder asDirector(JWTClaimsSet.Builder claims) {
        return claims.claim("realm_access", Map.of("roles", List.of("director")));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whileKeycloakIsSilentWhoIsInGoesOnWorking() throws Exception {
        var token = tokens.signed(tokens.claims());
        assertThat(status(token)).isEqualTo(200);
        try (var inside = signedIn("coordinator.cl");
                var outside = window()) {
            rumbo.keycloak().kill();

            assertThat(inside.open("/recommendations")).isEqualTo(200);
            assertThat(status(token)).isEqualTo(200);
            outside.open("/login");
            var refused = outside.page().waitForResponse(Pattern.compile("/login/unavailable$"), () -> outside.page()
                    .locator("main a.btn")
                    .click());
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.headerValue("Retry-After")).isNotBlank();
            outside.sees(outside.say("login.unavailable.why"));
            inside.page().locator("details.menu > summary").click();
            inside.press("shell.signOut");
            inside.sees(inside.say("login.signedOutHere"));

            rumbo.keycloak().start();
            rumbo.keycloak().awaitReady();
            enter(outside, "coordinator.cl");
            outside.follow("nav.recommendations");
        }
    }

    private static int status(String token) throws Exception {
        return rumbo.get(TASKS, "Authorization", "Bearer " + token).statusCode();
    }

    private static Window window() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/layout",
                "messages/web",
                "messages/recommendation",
                "messages/progress",
                "messages/reporting");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Window(browser.open(LOOK, rumbo.address(), false), messages, LOOK.language(), LOOK.scripts());
    }

    private static Window signedIn(String login) {
        var window = window();
        enter(window, login);
        assertThat(window.page()).not().hasURL(Pattern.compile("/(realms|login)"));
        return window;
    }

    private static void enter(Window window, String login) {
        window.open("/login");
        window.page().locator("main a.btn").click();
        window.page().fill("#username", login);
        window.page().fill("#password", "rumbo");
        window.page().locator("[type=submit]").click();
    }

    private static void await(BooleanSupplier done) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
