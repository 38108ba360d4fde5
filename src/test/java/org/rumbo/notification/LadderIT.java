package org.rumbo.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rumbo.recommendation.DueThings;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.ReminderRules;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.rumbo.team.Role;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.PlayedDirectory;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.rumbo.testing.Visitor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Each reminder comes on its day, once, whatever the clocks and the servers do. */
@RumboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LadderIT {
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");

    private final Api api;
    private final Journeys journeys;
    private final JdbcClient jdbc;
    private final DueThings things;
    private final ReminderRules rules;
    private final SentReminders sent;
    private final People people;
    private final PlayedDirectory directory;
    private final Network network;
    private final PlatformTransactionManager transactions;
    private final TimeMachine clock;
    private final Environment environment;
    private final ExecutorService nodes = Executors.newFixedThreadPool(2);

    LadderIT(
            Api api,
            Journeys journeys,
            JdbcClient jdbc,
            @Qualifier("dueRecommendations") DueThings things,
            ReminderRules rules,
            SentReminders sent,
            People people,
            PlayedDirectory directory,
            Network network,
            PlatformTransactionManager transactions,
            TimeMachine clock,
            Environment environment) {
        this.environment = environment;
        this.api = api;
        this.journeys = journeys;
        this.jdbc = jdbc;
        this.things = things;
        this.rules = rules;
        this.sent = sent;
        this.people = people;
        this.directory = directory;
        this.network = network;
        this.transactions = transactions;
        this.clock = clock;
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    @AfterAll
    void end() {
        nodes.shutdown();
        jdbc.sql("update mail set state = 'DROPPED' where state = 'WAITING'").update();
    }

    /** Two years in steps of five hours, through four changes of the clock, by two nodes at once. */
    @Test
    void inTwoYearsEachReminderComesOnItsDayOnce() throws Exception {
        var target = today(SANTIAGO).plusDays(400);
        var code = dueOn("keeps.two", target);
        var came = new LinkedHashMap<String, Long>();
        var end = clock.instant().plus(Duration.ofDays(730));
        while (clock.instant().isBefore(end)) {
            var day = ChronoUnit.DAYS.between(target, today(SANTIAGO));
            both(() -> round(code, SANTIAGO).remind());
            for (var rung : rungs(code, "keeps.two", "SENT")) {
                came.putIfAbsent(rung, day);
            }
            if (!rungs(code, "director.a", "SENT").isEmpty()) {
                came.putIfAbsent("ESCALATED", day);
            }
            // Where nothing can come a longer step does.
            clock.advance(day < -40 || day > 50 ? Duration.ofDays(9) : Duration.ofHours(5));
        }

        assertThat(came)
                .isEqualTo(Map.of(
                        "BEFORE_30",
                        -30L,
                        "BEFORE_7",
                        -7L,
                        "ON_DAY",
                        0L,
                        "AFTER_7",
                        7L,
                        "AFTER_21",
                        21L,
                        "ESCALATED",
                        35L));
        assertThat(acts(code)).isEqualTo(6);
        assertThat(mails(code, "keeps.two", "DUE_REMINDED")).isEqualTo(5);
        assertThat(mails(code, "director.a", "DUE_ESCALATED")).isEqualTo(1);
        assertThat(notices(code, "director.b", "DUE_ESCALATED")).isEqualTo(1);
        assertThat(rungs(code, "keeps.two", "PASSED_OVER")).isEmpty();
    }

    /** A month without a server: the newest alone is sent, the others are written down. */
    @Test
    void afterAMonthAwayOnlyTheNewestComes() {
        var code = dueOn("keeps.gap", today(network.zone()).plusDays(31));
        assertThat(round(code, network.zone()).remind()).isZero();
        clock.advance(Duration.ofDays(40));
        assertThat(round(code, network.zone()).remind()).isEqualTo(1);

        assertThat(rungs(code, "keeps.gap", "SENT")).containsExactly("AFTER_7");
        assertThat(rungs(code, "keeps.gap", "PASSED_OVER"))
                .containsExactlyInAnyOrder("BEFORE_30", "BEFORE_7", "ON_DAY");
        assertThat(mails(code, "keeps.gap", "DUE_REMINDED")).isEqualTo(1);
        assertThat(round(code, network.zone()).remind()).isZero();
    }

    @Test
    void anotherTargetDateIsAnotherLadder() {
        var code = dueOn("keeps.moves", today(network.zone()).plusDays(5));
        assertThat(round(code, network.zone()).remind()).isEqualTo(1);
        var owner = people.byLogin("keeps.moves").orElseThrow().id();
        require(
                200,
                journeys.edit(
                        code,
                        Map.of("targetDate", today(network.zone()).plusDays(20).toString())));
        assertThat(round(code, network.zone()).remind()).isEqualTo(1);
        assertThat(round(code, network.zone()).remind()).isZero();

        assertThat(mails(code, "keeps.moves", "DUE_REMINDED")).isEqualTo(2);
        assertThat(owner).isNotNull();
    }

    /** Its history says so, nothing else of it changes, and who reads confirmed facts alone learns nothing of it. */
    @Test
    void aReminderIsInTheHistoryAndChangesNothing() {
        var code = dueOn("keeps.history", today(network.zone()).plusDays(5));
        journeys.reach(code, State.UNDER_REVIEW);
        var before = api.as("coordinator.cl").get(at(code));
        var funder = api.as("funder").get(at(code));
        round(code, network.zone()).remind();
        var after = api.as("coordinator.cl").get(at(code));

        assertThat(after.tag()).isEqualTo(before.tag());
        assertThat(after.json().path("updatedAt")).isEqualTo(before.json().path("updatedAt"));
        assertThat(api.as("funder").get(at(code)).text()).isEqualTo(funder.text());
        assertThat(api.as("funder").get(at(code) + "/history").text()).doesNotContain("reminder.send");
        assertThat(api.as("coordinator.cl").get(at(code) + "/history").text()).contains("reminder.send");
        var payload = jdbc.sql("select payload from ledger_event where code = ? and action = 'reminder.send'")
                .param(code)
                .query((row, number) -> new String(row.getBytes("payload"), java.nio.charset.StandardCharsets.UTF_8))
                .single();
        assertThat(payload)
                .contains("\"rung\":\"BEFORE_7\"", "\"passedOver\":1", "\"to1\":\"p_")
                .doesNotContain("keeps");
    }

    /** Who was reminded of what, for who reads its history in full. */
    @Test
    void thePageOfAnItemTellsWhoWasReminded() {
        var code = dueOn("keeps.shown", today(network.zone()).plusDays(5));
        var page = at(code) + "/reminders";
        assertThat(Visitor.signedIn(environment, "coordinator.cl").get(page).body())
                .doesNotContain("<tbody>", "??");
        journeys.reach(code, State.UNDER_REVIEW);
        round(code, network.zone()).remind();
        for (var reader : List.of("coordinator.cl", "director.a", "auditor")) {
            assertThat(Visitor.signedIn(environment, reader).get(page).body())
                    .as(reader)
                    .contains("keeps.shown", "<tbody>")
                    .doesNotContain("??");
        }
        assertThat(Visitor.signedIn(environment, "director.a").get(at(code)).body())
                .contains("reminders-section");
        for (var other : List.of("coordinator.pe", "funder")) {
            assertThat(Visitor.signedIn(environment, other).get(page).statusCode())
                    .as(other)
                    .isEqualTo(403);
            assertThat(Visitor.signedIn(environment, other).get(at(code)).body())
                    .doesNotContain("reminders-section", "keeps.shown");
        }
    }

    @Test
    void whatIsReachedOrWaitsForADecisionIsNotRemindedOf() {
        var reached = journeys.in("CL", State.IMPLEMENTED);
        var claimed = dueOn("keeps.claimed", today(network.zone()).plusDays(5));
        require(200, journeys.claim(claimed, State.UNDER_REVIEW));
        clock.advance(Duration.ofDays(500));

        assertThat(round(reached, network.zone()).remind()).isZero();
        assertThat(round(claimed, network.zone()).remind()).isZero();
    }

    @Test
    void withoutAnybodyWhoLooksAfterItItsCoordinatorsAreReminded() {
        var code = dueOn(null, today(network.zone()).plusDays(5));
        round(code, network.zone()).remind();

        assertThat(notices(code, "coordinator.cl", "DUE_REMINDED")).isEqualTo(1);
        assertThat(notices(code, "director.a", "DUE_REMINDED")).isZero();
        assertThat(notices(code, "member.cl", "DUE_REMINDED")).isZero();
    }

    /** Many that become due in the same minute, by two nodes at once, and once more. */
    @Test
    void manyAtOnceAreRemindedOfOnceEach() throws Exception {
        remindedOnceEach("keeps.many", 200);
    }

    @Tag("exhaustive")
    @Test
    void fiveThousandAtOnceAreRemindedOfOnceEach() throws Exception {
        remindedOnceEach("keeps.multitude", 5000);
    }

    private void remindedOnceEach(String login, int sameMinute) throws Exception {
        var owner = keeper(login);
        var today = today(network.zone());
        var due = IntStream.range(0, sameMinute)
                .mapToObj(number -> new DueThings.Due(
                        UUID.randomUUID(),
                        new RecommendationCode("SPN-2019-CL-a"),
                        new CountryCode("CL"),
                        today,
                        owner))
                .toList();
        var begun = System.nanoTime();
        var counts = both(() -> round(new Played(due), network.zone()).remind());
        var seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%d reminders by two nodes (%d and %d) in %.1f s: %.0f a second%n",
                counts.get(0) + counts.get(1), counts.get(0), counts.get(1), seconds, sameMinute / seconds);

        assertThat(round(new Played(due), network.zone()).remind()).isZero();
        assertThat(jdbc.sql("select count(*) from reminder where person_id = ? and outcome = 'SENT'")
                        .param(owner)
                        .query(Long.class)
                        .single())
                .isEqualTo(sameMinute);
        assertThat(counts.get(0) + counts.get(1)).isEqualTo(sameMinute);
        jdbc.sql("delete from reminder where person_id = ?").param(owner).update();
    }

    /** Things of another kind, which lock nothing: only the rows keep them apart. */
    private record Played(List<Due> all) implements DueThings {
        @Override
        public List<Due> until(LocalDate last) {
            return all;
        }

        @Override
        public Optional<Due> lock(Due due) {
            return Optional.of(due);
        }

        @Override
        public void remind(Due due, ReminderRules.Rung rung, Set<UUID> persons, int passedOver) {
            // Nobody hears of it.
        }
    }

    /** The real ones, of which only one item is looked at: the others belong to other tests. */
    private record Only(DueThings real, String code) implements DueThings {
        @Override
        public List<Due> until(LocalDate last) {
            return real.until(last).stream()
                    .filter(due -> new RecommendationCode(code).equals(due.code()))
                    .toList();
        }

        @Override
        public Optional<Due> lock(Due due) {
            return real.lock(due);
        }

        @Override
        public void remind(Due due, ReminderRules.Rung rung, Set<UUID> persons, int passedOver) {
            real.remind(due, rung, persons, passedOver);
        }
    }

    private ReminderRound round(String code, ZoneId zone) {
        return round(new Only(things, code), zone);
    }

    private ReminderRound round(DueThings due, ZoneId zone) {
        var there = new Network(
                network.key(),
                network.name(),
                zone,
                network.defaultLanguage(),
                network.contact(),
                network.licence(),
                network.countries(),
                network.themes(),
                network.staleAfter(),
                network.verifyAfter(),
                network.decision());
        return new ReminderRound(List.of(due), rules, sent, people, there, transactions, clock);
    }

    private List<Integer> both(Callable<Integer> node) throws Exception {
        var counts = new ArrayList<Integer>();
        for (var answer : nodes.invokeAll(List.of(node, node), 5, TimeUnit.MINUTES)) {
            counts.add(answer.get());
        }
        return counts;
    }

    private LocalDate today(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private UUID keeper(String login) {
        return directory.playAt(
                login,
                login,
                login + "@example.org",
                Language.ES,
                PlayedDirectory.team(Role.MEMBER, new CountryCode("CL")));
    }

    private String dueOn(@org.jspecify.annotations.Nullable String owner, LocalDate target) {
        var code = journeys.proposed("CL");
        journeys.makeTrackable(code);
        if (owner != null) {
            keeper(owner);
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("targetDate", target.toString());
        if (owner != null) {
            fields.put("owner", owner);
        }
        require(200, journeys.edit(code, fields));
        return code;
    }

    private List<String> rungs(String code, String login, String outcome) {
        return jdbc.sql("select m.rung from reminder m join recommendation r on r.id = m.thing"
                        + " join person p on p.id = m.person_id where r.code = ? and p.login = ? and m.outcome = ?")
                .params(code, login, outcome)
                .query(String.class)
                .list();
    }

    private long acts(String code) {
        return jdbc.sql("select count(*) from ledger_event where code = ? and action = 'reminder.send'")
                .param(code)
                .query(Long.class)
                .single();
    }

    private long notices(String code, String login, String kind) {
        return jdbc.sql("select count(*) from notice n join recommendation r on r.id = n.recommendation_id"
                        + " join person p on p.id = n.recipient where r.code = ? and p.login = ? and n.kind = ?")
                .params(code, login, kind)
                .query(Long.class)
                .single();
    }

    private long mails(String code, String login, String kind) {
        return jdbc.sql("select count(*) from mail m join notice n on n.id = m.notice_id"
                        + " join recommendation r on r.id = n.recommendation_id join person p on p.id = m.recipient"
                        + " where r.code = ? and p.login = ? and m.kind = ?")
                .params(code, login, kind)
                .query(Long.class)
                .single();
    }
}
