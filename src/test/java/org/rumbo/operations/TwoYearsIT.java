package org.rumbo.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.rumbo.Rumbo;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.Role;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.PlayedDirectory;
import org.rumbo.testing.TestWorld;
import org.rumbo.testing.TimeMachine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A network lives two years on two nodes with one database and a real mail server: rounds open and close by the calendar, dates
 * draw near and pass, a month goes by without a server and a day without the mail server. Nothing comes twice, nothing is lost.
 */
@Tag("exhaustive")
@EnabledIfSystemProperty(named = "rumbo.test.database", matches = "postgres")
class TwoYearsIT {
    private static final Duration STEP = Duration.ofHours(23);
    private static final int DAYS = 730;
    private static final int AWAY = 31;
    private static final int MAIL_DOWN = 560;
    private static final int IMPLEMENTED = 590;
    private static final CountryCode PERU = new CountryCode("PE");

    /** What runs by itself, by bean and method. */
    private static final String[][] BY_THE_CLOCK = {
        {"roundOpening", "open"}, {"reminderRound", "remind"}, {"digests", "write"}, {"mailRound", "send"}
    };

    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @Test
    void nothingComesTwiceAndNothingIsLost() throws Exception {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        mail.start();
        var port = mail.getSmtp().getPort();
        try (var database = EmbeddedPostgres.start();
                var one = node(database, port);
                var other = node(database, port)) {
            var life = new Life(one, other);
            var keeper = life.directory.playAt(
                    "keeper.pe",
                    "Keeper",
                    "keeper.pe@example.org",
                    Language.ES,
                    PlayedDirectory.team(Role.COORDINATOR, PERU));
            life.directory.playAt(
                    "leader", "Leader", "leader@example.org", Language.PT, PlayedDirectory.atLarge(Role.DIRECTOR));
            life.directory.playAt(
                    "keeper.cl",
                    "Keeper",
                    "keeper.cl@example.org",
                    Language.EN,
                    PlayedDirectory.team(Role.COORDINATOR, new CountryCode("CL")));
            life.journeys.in("CL", State.UNDER_REVIEW);
            var today = life.network.day(life.clock.instant());
            var away = betweenRounds(today.plusDays(150));
            var near = life.dueOn(today.plusDays(100));
            var inTheGap = life.dueOn(away.plusDays(15));
            var implemented = life.dueOn(today.plusDays(600));
            life.planned(near, today.plusDays(60));
            var answered = new ArrayList<String>();
            var received = new ArrayList<MimeMessage>();

            var begun = life.clock.instant();
            var down = false;
            for (var day = 0L;
                    day < DAYS;
                    day = Duration.between(begun, life.clock.instant()).toDays()) {
                if (!down && !life.today().isBefore(away) && life.today().isBefore(away.plusDays(AWAY))) {
                    life.advance(Duration.ofDays(AWAY));
                }
                if (day == MAIL_DOWN && !down) {
                    down = true;
                    received.addAll(List.of(mail.getReceivedMessages()));
                    mail.stop();
                    require(200, life.journeys.claim(near, State.ADOPTED));
                    life.bothDo();
                    assertThat(life.column("select kind from mail where state = 'WAITING'"))
                            .contains("CLAIM_MADE");
                    mail = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
                    mail.start();
                    require(200, life.journeys.decide(near, "CONFIRMED"));
                }
                if (day >= IMPLEMENTED && life.stateOf(implemented) != State.IMPLEMENTED) {
                    life.implement(implemented);
                }
                life.bothDo();
                life.answerRound(answered);
                life.advance(STEP);
            }
            life.advance(Duration.ofHours(1));
            life.bothDo();
            received.addAll(List.of(mail.getReceivedMessages()));

            roundsOpenedAndClosed(life, today, answered);
            assertThat(life.rungs(near, keeper))
                    .isEqualTo(Map.of(
                            "BEFORE_30", "SENT",
                            "BEFORE_7", "SENT",
                            "ON_DAY", "SENT",
                            "AFTER_7", "SENT",
                            "AFTER_21", "SENT"));
            assertThat(life.rungs(inTheGap, keeper))
                    .as("the month without a server")
                    .containsEntry("BEFORE_7", "PASSED_OVER")
                    .containsEntry("ON_DAY", "PASSED_OVER")
                    .containsEntry("AFTER_7", "SENT")
                    .containsEntry("AFTER_21", "SENT");
            assertThat(life.rungs(implemented, keeper))
                    .as("what is done is no more reminded of")
                    .containsOnlyKeys("BEFORE_30");
            assertThat(life.column("select m.rung from reminder m join team_action a on a.id = m.thing"
                            + " where m.person_id = '" + keeper + "' and m.outcome = 'SENT'"))
                    .as("her own action")
                    .containsExactlyInAnyOrder("BEFORE_30", "BEFORE_7", "ON_DAY", "AFTER_7", "AFTER_21");
            assertThat(
                            life.column(
                                    "select m.rung || ' ' || count(*) from reminder m"
                                            + " join round_submission s on s.id = m.thing join update_round u on u.id = s.round_id"
                                            + " join person p on p.id = m.person_id where p.login = 'keeper.cl' and m.outcome = 'SENT'"
                                            + " and u.status = 'CLOSED' and u.round_key > (select min(round_key) from update_round) group by m.rung"))
                    .as("a team that never answers; the first round may have begun before")
                    .containsExactlyInAnyOrderElementsOf(Stream.of("BEFORE_7", "ON_DAY", "AFTER_7")
                            .map(rung -> rung + " " + life.closed())
                            .toList());
            noMailTwice(life, received);
            assertThat(one.getBean(Doctor.class).examine().findings()).isEmpty();
        } finally {
            pool.shutdownNow();
            mail.stop();
        }
    }

    /** The rounds of the calendar are in June and December. */
    private static LocalDate betweenRounds(LocalDate earliest) {
        var july = LocalDate.of(earliest.getYear(), 7, 20);
        return july.isBefore(earliest) ? july.plusYears(1) : july;
    }

    private static void roundsOpenedAndClosed(Life life, LocalDate began, List<String> answered) {
        var today = life.network.day(life.clock.instant());
        var expected = Stream.iterate(began.getYear(), year -> year <= today.getYear(), year -> year + 1)
                .flatMap(year -> Stream.of(
                        new String[] {year + "-H1", year + "-06-01", year + "-06-30"},
                        new String[] {year + "-H2", year + "-12-01", year + "-12-31"}))
                .filter(half -> !LocalDate.parse(half[2]).isBefore(began)
                        && LocalDate.parse(half[1]).isBefore(today))
                .toList();
        assertThat(life.column("select round_key from update_round order by round_key"))
                .containsExactlyElementsOf(
                        expected.stream().map(half -> half[0]).toList());
        assertThat(life.column("select round_key from update_round where status = 'CLOSED' order by round_key"))
                .containsExactlyElementsOf(expected.stream()
                        .filter(half -> LocalDate.parse(half[2]).isBefore(today))
                        .map(half -> half[0])
                        .toList());
        assertThat(answered).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(life.column("select s.state from round_submission s join update_round u on u.id = s.round_id"
                        + " where u.status = 'CLOSED' and s.country = 'PE'"))
                .containsOnly("ACCEPTED");
        assertThat(life.column("select s.state from round_submission s join update_round u on u.id = s.round_id"
                        + " where u.status = 'CLOSED' and s.country <> 'PE'"))
                .as("late teams hold nobody back, and stay visible")
                .isNotEmpty()
                .doesNotContain("ACCEPTED");
    }

    private static void noMailTwice(Life life, List<MimeMessage> received) throws Exception {
        var numbers = new ArrayList<String>();
        for (var message : received) {
            numbers.add(message.getMessageID());
        }
        assertThat(numbers).doesNotHaveDuplicates();
        var sent = life.column("select count(*) from mail where state = 'SENT'").get(0);
        assertThat(String.valueOf(numbers.size())).isEqualTo(sent);
        assertThat(life.column("select count(*) from ledger_event where action = 'mail.send'"))
                .containsExactly(sent);
        assertThat(life.column("select state from mail m join person p on p.id = m.recipient where p.mail is not null"
                        + " and m.state not in ('SENT', 'DROPPED')"))
                .as("nothing waits, was lost or given up")
                .isEmpty();
        assertThat(life.column("select count(*) from mail where kind = 'DIGEST' and state = 'SENT'"
                        + " group by recipient, occasion having count(*) > 1"))
                .isEmpty();
        System.out.printf(
                "%d mails in two years, %s digests%n",
                numbers.size(),
                life.column("select count(*) from mail where kind = 'DIGEST' and state = 'SENT'")
                        .get(0));
    }

    private static ConfigurableApplicationContext node(EmbeddedPostgres database, int mailPort) {
        return new SpringApplicationBuilder(TestWorld.class, Rumbo.class)
                .profiles("dev")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=",
                        "--rumbo.jobs.enabled=false",
                        "--rumbo.data=target/test-data/" + UUID.randomUUID(),
                        "--rumbo.limits.visitor.requests=1000000",
                        "--rumbo.limits.upload.requests=1000000",
                        // The clocks change there, as they do not in Lima.
                        "--network.zone=America/Santiago",
                        "--network.rounds.automatic=true",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mailPort);
    }

    /** Two nodes, and what people do meanwhile. */
    private final class Life {
        final List<ConfigurableApplicationContext> nodes;
        final PlayedDirectory directory;
        final TimeMachine clock;
        final Network network;
        final Api api;
        final Journeys journeys;
        final JdbcClient jdbc;

        Life(ConfigurableApplicationContext... nodes) {
            this.nodes = List.of(nodes);
            this.directory = nodes[0].getBean(PlayedDirectory.class);
            this.clock = nodes[0].getBean(TimeMachine.class);
            this.network = nodes[0].getBean(Network.class);
            this.api = nodes[0].getBean(Api.class);
            this.journeys = nodes[0].getBean(Journeys.class);
            this.jdbc = nodes[0].getBean(JdbcClient.class);
        }

        LocalDate today() {
            return network.day(clock.instant());
        }

        void advance(Duration by) {
            nodes.forEach(node -> node.getBean(TimeMachine.class).advance(by));
        }

        /** Both nodes at once do what the clock tells them, timers of the engine among it. */
        void bothDo() throws Exception {
            List<Callable<Object>> work = nodes.stream()
                    .<Callable<Object>>map(node -> () -> {
                        timers(node.getBean(ManagementService.class));
                        for (var act : BY_THE_CLOCK) {
                            ReflectionTestUtils.invokeMethod(node.getBean(act[0]), act[1]);
                        }
                        return node.getId();
                    })
                    .toList();
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        }

        private static void timers(ManagementService management) {
            for (var job : management.createJobQuery().executable().listPage(0, 1000)) {
                try {
                    management.executeJob(job.getId());
                } catch (ProcessEngineException | org.springframework.dao.DataAccessException otherNodeWasFaster) {
                    // as the engine's own executor does: the next look finds it done
                }
            }
        }

        String dueOn(LocalDate target) {
            var code = journeys.proposed("PE");
            journeys.makeTrackable(code);
            require(200, journeys.edit(code, Map.of("targetDate", target.toString(), "owner", "keeper.pe")));
            journeys.reach(code, State.UNDER_REVIEW);
            return code;
        }

        /** An action that nobody ever does. */
        void planned(String code, LocalDate due) {
            require(
                    201,
                    api.as("coordinator.pe")
                            .post(
                                    Journeys.at(code) + "/team-actions",
                                    Map.of(
                                            "text", "Write to the ministry",
                                            "owner", "keeper.pe",
                                            "due", due.toString(),
                                            "visibility", "TEAM")));
        }

        String closed() {
            return column("select count(*) - 1 from update_round where status = 'CLOSED'")
                    .get(0);
        }

        void implement(String code) {
            journeys.reach(code, State.ADOPTED, State.IMPLEMENTED);
        }

        State stateOf(String code) {
            return State.valueOf(column("select state from recommendation where code = '" + code + "'")
                    .get(0));
        }

        /** Peru answers each round as soon as it is asked, a director accepts; the others say nothing. */
        void answerRound(List<String> answered) {
            for (var round : column("select id from update_round where status = 'OPEN'")) {
                if (answered.contains(round)) {
                    continue;
                }
                var at = "/rounds/" + round;
                for (var code : column("select r.code from round_answer a join recommendation r"
                        + " on r.id = a.recommendation_id where a.round_id = '" + round
                        + "' and a.country = 'PE' and a.kind is null")) {
                    require(
                            200,
                            api.as("coordinator.pe").post(at + "/answers", Map.of("item", code, "nothingNew", true)));
                }
                require(200, api.as("coordinator.pe").post(at + "/submit", Map.of("country", "PE")));
                require(200, api.as("director.a").post(at + "/accept", Map.of("country", "PE")));
                answered.add(round);
            }
        }

        Map<String, String> rungs(String code, UUID person) {
            var rungs = new HashMap<String, String>();
            jdbc.sql("select m.rung, m.outcome from reminder m join recommendation r on r.id = m.thing"
                            + " where r.code = ? and m.person_id = ?")
                    .params(code, person)
                    .query(row -> {
                        assertThat(rungs.put(row.getString(1), row.getString(2)))
                                .as(code)
                                .isNull();
                    });
            return rungs;
        }

        List<String> column(String sql) {
            return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
        }
    }
}
