package org.rumbo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rumbo.operations.Doctor;
import org.rumbo.recommendation.Ambition;
import org.rumbo.recommendation.ClaimCommand;
import org.rumbo.recommendation.Contribution;
import org.rumbo.recommendation.EditCommand;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.MarkerCommand;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.People;
import org.rumbo.team.Role;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.PlayedDirectory;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Very many claims whose timers become due in the same minute: two nodes work them off, each once, and tell everybody once. */
@RumboTest
class TimerBurstIT {
    private static final CountryCode BOLIVIA = new CountryCode("BO");
    private static final int SAMPLE = 100;
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");

    private final RecommendationEditing editing;
    private final RecommendationLifecycle lifecycle;
    private final Journeys journeys;
    private final People people;
    private final PlayedDirectory directory;
    private final Digests digests;
    private final Doctor doctor;
    private final JdbcClient jdbc;
    private final ProcessEngine engine;
    private final TimeMachine clock;
    private final Environment environment;
    private String maker = "";

    TimerBurstIT(
            RecommendationEditing editing,
            RecommendationLifecycle lifecycle,
            Journeys journeys,
            People people,
            PlayedDirectory directory,
            Digests digests,
            Doctor doctor,
            JdbcClient jdbc,
            ProcessEngine engine,
            TimeMachine clock,
            Environment environment) {
        this.editing = editing;
        this.lifecycle = lifecycle;
        this.journeys = journeys;
        this.people = people;
        this.directory = directory;
        this.digests = digests;
        this.doctor = doctor;
        this.jdbc = jdbc;
        this.engine = engine;
        this.clock = clock;
        this.environment = environment;
    }

    /** The items that this test made: its coordinator claims nothing else. */
    private String theirs() {
        return " in (select recommendation_id from claim where made_by = (select id from person where login = '" + maker
                + "'))";
    }

    private String jobs() {
        return " from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_"
                + " where e.business_key_ in (select code from recommendation where id" + theirs() + ")";
    }

    @AfterEach
    void tidyUp() {
        clock.comeBack();
        jdbc.sql("delete from mail where notice_id in (select id from notice where recommendation_id" + theirs() + ")")
                .update();
        jdbc.sql("delete from notice where recommendation_id" + theirs()).update();
        jdbc.sql("delete from mail where kind = 'DIGEST'").update();
        directory.play("burst.weekly");
        directory.play(maker);
    }

    @Test
    void twoHundredTimersAtOnceFireOnceEach() {
        burst("burst.many", 100);
    }

    @Tag("exhaustive")
    @Test
    void fiveThousandTimersAtOnceFireOnceEach() {
        burst("burst.multitude", 2500);
    }

    /** Each claim has two timers: one reminds its directors, one escalates. */
    private void burst(String login, int claims) {
        maker = login;
        directory.playAt(
                "burst.weekly", "Weekly", "weekly@example.org", Language.EN, PlayedDirectory.atLarge(Role.DIRECTOR));
        Visitor.signedIn(environment, "burst.weekly")
                .post(
                        "/settings/notices",
                        Map.of("wanted", "CLAIMS", "mail-CLAIMS", "WEEKLY", "zone", SANTIAGO.getId()));
        directory.play(maker, PlayedDirectory.team(Role.COORDINATOR, BOLIVIA));
        var coordinator = people.byLogin(maker).orElseThrow();
        var codes = new ArrayList<RecommendationCode>();
        var begun = System.nanoTime();
        for (var i = 0; i < claims; i++) {
            codes.add(claimed(coordinator));
        }
        System.out.printf("%d claims made in %.1f s%n", claims, seconds(begun));
        var timers = makeDueInOneMinute();
        assertThat(timers).isEqualTo(2L * claims);

        workOff(timers);

        assertThat(number("select count(*)" + jobs())).isZero();
        for (var act : List.of("claim.remind", "claim.escalate")) {
            assertThat(times(act, claims)).as(act).containsExactly(1L);
        }
        toldOnce(claims);
        inOneDigest(2 * claims);
        assertThat(doctor.examine().findings()).isEmpty();
        // What was escalated can still be taken back: no process is stuck, and no timer is left over.
        codes.subList(0, SAMPLE)
                .forEach(code -> lifecycle.withdrawClaim(code, () -> "It was a rehearsal", coordinator, Expected.ANY));
        assertThat(doctor.examine().findings()).isEmpty();
    }

    private RecommendationCode claimed(Actor coordinator) {
        var code = editing.propose(BOLIVIA, Language.ES, "One of very many", "What should be done", coordinator);
        var fields = new EditCommand(
                null,
                null,
                null,
                "Ministry of the Interior",
                "Adopted once the law is in force",
                List.of("rights"),
                null,
                journeys.today().plusYears(1),
                null,
                null,
                Set.of());
        editing.edit(code, () -> fields, coordinator, Expected.ANY);
        var marker = new MarkerCommand("A law is in the gazette", Ambition.EXPECT, null, null, null);
        editing.addMarker(code, () -> marker, coordinator, Expected.ANY);
        var yesterday = journeys.today().minusDays(1);
        var claim = new ClaimCommand(
                State.UNDER_REVIEW,
                yesterday,
                "It was sent",
                Contribution.CITED,
                null,
                List.of(),
                yesterday,
                "By letter",
                null,
                null);
        lifecycle.claim(code, State.UNDER_REVIEW, () -> claim, coordinator, Expected.ANY);
        return code;
    }

    /** Only theirs, so that no other test's timer comes with them; tells how many there are. */
    private long makeDueInOneMinute() {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return jdbc.sql("update act_ru_job set duedate_ = ? where id_ in (select j.id_" + jobs() + ")")
                .param(Timestamp.from(minute))
                .update();
    }

    private void workOff(long timers) {
        var first = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        var second = secondNode();
        var begun = System.nanoTime();
        first.start();
        second.start();
        try {
            var left = timers;
            while (left > 0 && seconds(begun) < Duration.ofMinutes(20).toSeconds()) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                left = number("select count(*)" + jobs());
            }
        } finally {
            second.shutdown();
            first.shutdown();
        }
        var took = seconds(begun);
        System.out.printf("%d timers by two nodes in %.1f s: %.0f a second%n", timers, took, timers / took);
    }

    /** Set as the application's own is. */
    private JobExecutor secondNode() {
        var own = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        var node = new DefaultJobExecutor();
        node.setAutoActivate(false);
        node.setCorePoolSize(2);
        node.setMaxPoolSize(3);
        node.setLockTimeInMillis(own.getLockTimeInMillis());
        node.setMaxWait(own.getMaxWait());
        node.setRejectedJobsHandler(own.getRejectedJobsHandler());
        node.registerProcessEngine((ProcessEngineImpl) engine);
        return node;
    }

    /** How often each item had it, where all had it. */
    private List<Long> times(String act, int claims) {
        var times = jdbc.sql("select count(*) from ledger_event where action = ? and item_id" + theirs()
                        + " group by item_id")
                .param(act)
                .query(Long.class)
                .list();
        assertThat(times).hasSize(claims);
        return times.stream().distinct().toList();
    }

    /** Each director once for each claim and kind: behind the bell, and by mail who did not ask for her week. */
    private void toldOnce(int claims) {
        var directors = people.all().stream()
                .filter(person -> person.has(Role.DIRECTOR))
                .map(Actor::id)
                .toList();
        for (var kind : List.of("CLAIM_REMINDED", "CLAIM_ESCALATED")) {
            assertThat(number("select coalesce(max(n), 0) from (select count(*) as n from notice where kind = '" + kind
                            + "' and recommendation_id" + theirs() + " group by recipient, recommendation_id) t"))
                    .as("nobody is told twice")
                    .isEqualTo(1);
            for (var director : directors) {
                assertThat(notices(director, kind)).as(kind).isEqualTo(claims);
            }
            assertThat(mails(id("director.a"), kind)).isEqualTo(claims);
            assertThat(mails(id("burst.weekly"), kind)).isZero();
        }
    }

    /** All that happened in her week is one mail. */
    private void inOneDigest(int notices) {
        var weekly = id("burst.weekly");
        assertThat(jdbc.sql("select count(*) from notice where in_digest and recipient = ? and kind in"
                                + " ('CLAIM_REMINDED', 'CLAIM_ESCALATED') and recommendation_id" + theirs())
                        .param(weekly)
                        .query(Long.class)
                        .single())
                .isEqualTo(notices);
        var monday = clock.instant().atZone(SANTIAGO).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        clock.advance(Duration.between(
                clock.instant(), monday.atTime(9, 0).atZone(SANTIAGO).toInstant()));
        digests.write();
        digests.write();
        clock.comeBack();
        assertThat(jdbc.sql("select count(*) from mail where kind = 'DIGEST' and state = 'WAITING' and recipient = ?")
                        .param(weekly)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private UUID id(String login) {
        return people.byLogin(login).orElseThrow().id();
    }

    private long notices(UUID person, String kind) {
        return jdbc.sql("select count(*) from notice where recipient = ? and kind = ? and recommendation_id" + theirs())
                .params(person, kind)
                .query(Long.class)
                .single();
    }

    private long mails(UUID person, String kind) {
        return jdbc.sql("select count(*) from mail m join notice n on n.id = m.notice_id where m.recipient = ?"
                        + " and m.kind = ? and n.recommendation_id" + theirs())
                .params(person, kind)
                .query(Long.class)
                .single();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
