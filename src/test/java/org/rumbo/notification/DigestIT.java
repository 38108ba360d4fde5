package org.rumbo.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.require;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;
import org.rumbo.team.People;
import org.rumbo.team.Role;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.PlayedDirectory;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody's week comes on Monday at eight where she is, once, and not at all where nothing is to be told. */
@RumboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DigestIT {
    private static final CountryCode BRAZIL = new CountryCode("BR");
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");

    private final Api api;
    private final Journeys journeys;
    private final JdbcClient jdbc;
    private final Digests digests;
    private final Outbox outbox;
    private final Letters letters;
    private final Follows follows;
    private final People people;
    private final PlayedDirectory directory;
    private final TimeMachine clock;
    private final Environment environment;
    private final ExecutorService nodes = Executors.newFixedThreadPool(2);

    DigestIT(
            Api api,
            Journeys journeys,
            JdbcClient jdbc,
            Digests digests,
            Outbox outbox,
            Letters letters,
            Follows follows,
            People people,
            PlayedDirectory directory,
            TimeMachine clock,
            Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.jdbc = jdbc;
        this.digests = digests;
        this.outbox = outbox;
        this.letters = letters;
        this.follows = follows;
        this.people = people;
        this.directory = directory;
        this.clock = clock;
        this.environment = environment;
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
        jdbc.sql("delete from mail where kind = 'DIGEST'").update();
    }

    @AfterAll
    void end() {
        nodes.shutdown();
    }

    /** Half a year, through the change of the clock in her country, by two nodes at once. */
    @Test
    void everyMondayAtEightOnceWhateverTheClockDoes() throws Exception {
        var reader = reader("digest.cl", Language.ES, PlayedDirectory.team(Role.COORDINATOR, BRAZIL));
        Visitor.signedIn(environment, "digest.cl")
                .post("/settings/notices", Map.of("wanted", "CLAIMS", "zone", SANTIAGO.getId()));
        for (var week = 0; week < 26; week++) {
            var monday = clock.instant().atZone(SANTIAGO).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            for (var time : List.of(LocalTime.of(7, 59), LocalTime.of(8, 0), LocalTime.of(8, 15))) {
                travel(monday.atTime(time).atZone(SANTIAGO).toInstant());
                both(digests::write);
            }
        }
        var made = jdbc.sql("select made_at from mail where recipient = ? and kind = 'DIGEST' order by made_at")
                .param(reader)
                .query((row, number) ->
                        row.getObject(1, OffsetDateTime.class).toInstant().atZone(SANTIAGO))
                .list();

        assertThat(made).hasSize(26).allSatisfy(at -> {
            assertThat(at.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(at.getHour()).isEqualTo(8);
            assertThat(at.getMinute()).isZero();
        });
        assertThat(made.stream().map(at -> at.getOffset()).distinct())
                .as("the clock changed")
                .hasSize(2);
    }

    /** Between Monday at eight and Thursday at eight; a month away makes one, not four. */
    @Test
    void aServerThatSleptCatchesUpWithOne() {
        var zone = ZoneId.of("America/Sao_Paulo");
        var monday = Instant.parse("2027-03-01T11:00:00Z");
        assertThat(Digests.week(monday.minusSeconds(1), zone)).isNull();
        assertThat(Digests.week(monday, zone)).hasToString("2027-03-01");
        assertThat(Digests.week(monday.plus(Duration.ofHours(71)), zone)).hasToString("2027-03-01");
        assertThat(Digests.week(monday.plus(Duration.ofHours(72)), zone)).isNull();
        assertThat(Digests.week(monday, ZoneId.of("Europe/Berlin"))).hasToString("2027-03-01");
        assertThat(Digests.week(monday, ZoneId.of("Pacific/Easter"))).isNull();
    }

    @Test
    void itTellsWhatIsLateWhatIsDueAndWhatOthersChanged() {
        reader("week.br", Language.PT, PlayedDirectory.team(Role.COORDINATOR, BRAZIL));
        var late = journeys.proposed("BR", "Atrasada desde ontem");
        journeys.makeTrackable(late);
        var due = journeys.proposed("BR", "Vence já <i>agora</i>");
        journeys.makeTrackable(due);
        travel(monday());
        require(
                200,
                journeys.edit(
                        late, Map.of("targetDate", journeys.today().minusDays(2).toString())));
        require(
                200,
                journeys.edit(
                        due, Map.of("targetDate", journeys.today().plusDays(3).toString())));
        follow(late, "week.br");
        require(
                200,
                api.as("coordinator.br")
                        .post(action(late, "comment"), Map.of("text", "not for a mail", "visibility", "NETWORK")));
        clock.advance(Duration.ofMinutes(1));
        digests.write();
        var letter = letter("week.br");

        assertThat(letter.subject()).startsWith("Sua semana: ");
        assertThat(letter.text())
                .contains("Em atraso", "Atrasada desde ontem", "Vence já <i>agora</i>", late, due, "comentou")
                .doesNotContain("not for a mail", "??");
        assertThat(letter.html()).contains("Vence já &lt;i&gt;agora&lt;/i&gt;").doesNotContain("<i>agora");
        assertThat(letter.html().split("background:#0B5394", -1))
                .as("one button")
                .hasSize(2);
    }

    @Test
    void whereNothingIsToBeToldNothingIsSent() {
        var reader = reader("idle", Language.EN, PlayedDirectory.atLarge(Role.EVALUATOR));
        travel(monday());
        digests.write();

        assertThat(state(reader)).isEqualTo("DROPPED");
        assertThat(digests.write()).isZero();
    }

    @Test
    void whoeverWantsNoneGetsNone() {
        var reader = reader("no.digest", Language.EN, PlayedDirectory.team(Role.COORDINATOR, BRAZIL));
        Visitor.signedIn(environment, "no.digest")
                .post("/settings/notices", Map.of("wanted", "CLAIMS", "mail-DIGEST", "NONE"));
        travel(monday());
        digests.write();

        assertThat(jdbc.sql("select count(*) from mail where recipient = ? and kind = 'DIGEST'")
                        .param(reader)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** A funder's week holds confirmed facts alone. */
    @Test
    void aFundersWeekHoldsConfirmedFactsAlone() {
        reader("pays.weekly", Language.EN, PlayedDirectory.atLarge(Role.FUNDER));
        var canary = "canary-" + UUID.randomUUID();
        var code = journeys.in("BR", State.UNDER_REVIEW);
        follow(code, "pays.weekly");
        travel(monday());
        require(200, api.as("coordinator.br").post(action(code, "comment"), Map.of("text", canary)));
        require(200, journeys.claim(code, State.ADOPTED));
        clock.advance(Duration.ofMinutes(1));
        digests.write();
        assertThat(state(id("pays.weekly")))
                .as("a claim that is open is nothing to her")
                .isEqualTo("DROPPED");
        jdbc.sql("delete from mail where kind = 'DIGEST'").update();
        require(200, journeys.decide(code, "CONFIRMED"));
        clock.advance(Duration.ofMinutes(1));
        digests.write();

        assertThat(letter("pays.weekly").text()).contains(code, "confirmed").doesNotContain(canary, "Coordinator BR");
    }

    private UUID reader(String login, Language language, org.rumbo.team.Grant role) {
        return directory.playAt(login, login, login + "@example.org", language, role);
    }

    /** Next Monday, half an hour after eight in the network's zone. */
    private Instant monday() {
        var zone = ZoneId.of("America/Lima");
        return clock.instant()
                .atZone(zone)
                .toLocalDate()
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atTime(8, 30)
                .atZone(zone)
                .toInstant();
    }

    private void travel(Instant to) {
        clock.advance(Duration.between(clock.instant(), to));
    }

    private void both(Callable<Integer> node) throws Exception {
        for (var answer : nodes.invokeAll(List.of(node, node))) {
            assertThat(answer.get()).isNotNegative();
        }
    }

    private Letter letter(String login) {
        var mail = jdbc.sql("select id from mail where recipient = ? and kind = 'DIGEST'")
                .param(id(login))
                .query(UUID.class)
                .single();
        return letters.write(outbox.find(mail).orElseThrow()).orElseThrow();
    }

    private String state(UUID person) {
        return jdbc.sql("select state from mail where recipient = ? and kind = 'DIGEST'")
                .param(person)
                .query(String.class)
                .single();
    }

    private UUID id(String login) {
        return jdbc.sql("select id from person where login = ?")
                .param(login)
                .query(UUID.class)
                .single();
    }

    private void follow(String code, String login) {
        follows.follow(new RecommendationCode(code), true, people.byLogin(login).orElseThrow());
    }
}
