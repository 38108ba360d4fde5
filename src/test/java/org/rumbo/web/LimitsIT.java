package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rumbo.team.People;
import org.rumbo.testing.Api;
import org.rumbo.testing.Pages;
import org.rumbo.testing.RumboTest;
import org.rumbo.web.LimitSettings.Allowance;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Too much is answered with a wait, in words; all nodes count together. */
@RumboTest
class LimitsIT {
    private final Environment environment;
    private final Api api;
    private final RateLimits limits;
    private final LimitSettings settings;
    private final People people;
    private final DataSource database;
    private final JdbcClient jdbc;

    LimitsIT(
            Environment environment,
            Api api,
            RateLimits limits,
            LimitSettings settings,
            People people,
            DataSource database,
            JdbcClient jdbc) {
        this.environment = environment;
        this.api = api;
        this.limits = limits;
        this.settings = settings;
        this.people = people;
        this.database = database;
        this.jdbc = jdbc;
    }

    /** What is answered once nothing is left; on a slow machine some comes back meanwhile, so it is tried again. */
    private int onceUsedUp(Limit limit, String who, IntSupplier call) {
        var status = 0;
        for (var tries = 0; tries < 50 && status != 429; tries++) {
            while (limits.take(limit, who).isZero()) {
                // the next
            }
            status = call.getAsInt();
        }
        return status;
    }

    private void giveBack(Limit limit, String who) {
        for (var i = 0; i < settings.of(limit).requests(); i++) {
            limits.giveBack(limit, who);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, Too many requests at once, You can try again in",
        "es, Demasiadas solicitudes seguidas, Puede volver a intentarlo en",
        "pt, Solicitações demais de uma vez, Pode tentar de novo em"
    })
    void guessingPasswordsComesToAnEnd(String language, String title, String wait) {
        var name = "guessed-" + UUID.randomUUID();
        var pages = new Pages(environment);
        pages.headers.put("Accept-Language", language);
        var tried = 0;
        var answer = pages.signIn(name, "wrong");
        while (answer.statusCode() == 302 && tried++ < 40) {
            answer = pages.signIn(name.toUpperCase(java.util.Locale.ROOT), "wrong");
        }
        assertThat(tried).isBetween(25, 32);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 10L);
        assertThat(answer.body()).contains(title, wait).doesNotContain(name);

        assertThat(pages.signIn("member.pe", "rumbo").headers().firstValue("Location"))
                .hasValue("/");
        giveBack(Limit.SIGN_IN_FROM_ADDRESS, "127.0.0.1");
    }

    @Test
    void signingInWellIsNeverTooMuch() {
        for (var i = 0; i < settings.signInAsName().requests() + 5; i++) {
            assertThat(new Pages(environment).signIn("member.cl", "rumbo").statusCode())
                    .isEqualTo(302);
        }
    }

    /** Somebody who has a login of her own may not use it to make her guesses at another's look well. */
    @Test
    void guessingWhileSignedInCountsToo() {
        var name = "guessed-" + UUID.randomUUID();
        var pages = Pages.signedIn(environment, "member.pe");
        var tried = 0;
        while (pages.signIn(name, "wrong").statusCode() == 302 && tried < 40) {
            tried++;
        }
        assertThat(tried).isBetween(25, 32);
        giveBack(Limit.SIGN_IN_FROM_ADDRESS, "127.0.0.1");
    }

    private String nobody() {
        return "person " + people.byLogin("nobody").orElseThrow().id();
    }

    @Test
    void searchingComesToAnEnd() {
        var who = "person " + people.byLogin("nobody").orElseThrow().id();
        assertThat(api.as("nobody").get("/recommendations?q=water").status()).isNotEqualTo(429);
        assertThat(onceUsedUp(Limit.SEARCH, who, () -> {
                    var answer = api.as("nobody").get("/recommendations?q=water");
                    if (answer.status() == 429) {
                        assertThat(answer.problem()).isEqualTo("too-many-requests");
                        assertThat(answer.headers()
                                        .firstValueAsLong("Retry-After")
                                        .orElseThrow())
                                .isEqualTo(answer.json().path("retryAfter").asLong())
                                .isPositive();
                    }
                    return answer.status();
                }))
                .isEqualTo(429);
        var pages = Pages.signedIn(environment, "nobody");
        assertThat(onceUsedUp(Limit.SEARCH, who, () -> pages.get("/recommendations?q=water")
                        .statusCode()))
                .isEqualTo(429);
        assertThat(api.as("nobody").get("/recommendations").status()).isNotEqualTo(429);
        assertThat(api.as("member.pe").get("/recommendations?q=water").status()).isEqualTo(200);
        giveBack(Limit.SEARCH, who);
    }

    @Test
    @EnabledIfSystemProperty(named = "rumbo.test.database", matches = "postgres")
    void twoNodesCountTogether() {
        var few = new Allowance(5, Duration.ofHours(1));
        var settings = new LimitSettings(true, few, few, few, few, few);
        var one = new RateLimits(settings, database);
        var other = new RateLimits(settings, database);
        var who = "shared " + UUID.randomUUID();
        var allowed = 0;
        for (var i = 0; i < 10; i++) {
            allowed += (i % 2 == 0 ? one : other).take(Limit.SEARCH, who).isZero() ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(5);
        assertThat(one.take(Limit.SEARCH, who)).isPositive();
        assertThat(other.take(Limit.SEARCH, who)).isPositive();
        assertThat(jdbc.sql("select count(*) from rate_limit where bucket like '%shared%' or bucket like '%127.0.0.1%'")
                        .query(Integer.class)
                        .single())
                .as("neither names nor addresses are stored")
                .isZero();
    }

    @Test
    @EnabledIfSystemProperty(named = "rumbo.test.database", matches = "postgres")
    void whatIsFullAgainIsForgotten() throws InterruptedException {
        var quick = new Allowance(1, Duration.ofMillis(1));
        var shared = new SharedBuckets(new LimitSettings(true, quick, quick, quick, quick, quick), database);
        shared.take(Limit.SEARCH, "forgotten");
        assertThat(bucket()).isEqualTo(1);
        jdbc.sql("update rate_limit set expires_at = 1 where bucket = 'forgotten'")
                .update();
        shared.forgetFull();
        assertThat(bucket()).isZero();
    }

    private int bucket() {
        return jdbc.sql("select count(*) from rate_limit where bucket = 'forgotten' and expires_at is not null")
                .query(Integer.class)
                .single();
    }
}
