package org.rumbo.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.rumbo.integration.HookKind;
import org.rumbo.integration.Webhooks;
import org.rumbo.reporting.Audience;
import org.rumbo.reporting.Publications;
import org.rumbo.shared.InstallationFact;
import org.rumbo.source.SeedLoader;
import org.rumbo.team.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the invented network of a demonstration: two years of what people might have done, played through the same use
 * cases in the order in which it happened, before the first page is served and before any timer runs.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "rumbo.serving", matchIfMissing = true)
class DemoNetwork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoNetwork.class);
    private static final ClassPathResource PAPER = new ClassPathResource("seeds/demo-paper.yml");
    private static final String PLAYED = "demo.played";
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int OPENS = 9 * 60;
    private static final int HALF_AN_HOUR = 30;
    /** What people were told before is read. */
    private static final int NEWS_OF_DAYS = 14;
    /** How many days ago the network's paper was imported, and one whose passages wait for decisions. */
    private static final int PAPER_BEFORE = 40;

    private static final int NEXT_PAPER_BEFORE = 3;

    private final DemoClock clock;
    private final DemoPlay play;
    private final DemoRounds rounds;
    private final DemoCast people;
    private final SeedLoader papers;
    private final DemoPapers imports;
    private final Publications publications;
    private final Webhooks webhooks;
    private final Network network;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private boolean running;

    DemoNetwork(
            DemoClock clock,
            DemoPlay play,
            DemoRounds rounds,
            DemoCast people,
            SeedLoader papers,
            DemoPapers imports,
            Publications publications,
            Webhooks webhooks,
            Network network,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.clock = clock;
        this.play = play;
        this.rounds = rounds;
        this.people = people;
        this.papers = papers;
        this.imports = imports;
        this.publications = publications;
        this.webhooks = webhooks;
        this.network = network;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Something that happened; what happened at once keeps its order. */
    private record Act(Instant at, Runnable what) {}

    @Override
    public void start() {
        running = true;
        if (count("select count(*) from ledger_event where action = '" + PLAYED + "'") > 0) {
            return;
        }
        if (count("select count(*) from recommendation") > 0) {
            throw new IllegalStateException(
                    "The demonstration was interrupted while it was being made: give it an empty"
                            + " database, or delete the folder of its data, and start again");
        }
        var from = System.nanoTime();
        try {
            var acts = acts();
            acts.forEach(this::take);
            connect();
            LOG.info("Demonstration: {} acts played in {} s", acts.size(), (System.nanoTime() - from) / 1_000_000_000);
        } finally {
            clock.comeBack();
        }
        transaction.executeWithoutResult(status -> events.publishEvent(new InstallationFact(PLAYED, Map.of())));
    }

    /** A program that would be told; nothing leaves this machine, for it is paused. */
    private void connect() {
        var program = webhooks.add("https://hooks.example.org/rumbo", EnumSet.allOf(HookKind.class), people.admin());
        webhooks.test(program.id(), people.admin());
        webhooks.pause(program.id(), people.admin());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void take(Act act) {
        clock.playAt(act.at());
        act.what().run();
    }

    private List<Act> acts() {
        var script = DemoScript.read();
        var first = network.day(clock.instant()).minusDays(script.days());
        var acts = new ArrayList<Act>();
        acts.add(new Act(at(first, 0, 0), () -> begin(first)));
        var number = 0;
        for (var item : script.items()) {
            acts.addAll(of(new DemoItem(item, script, ++number), script, first));
        }
        for (var proposal : script.proposals()) {
            var item = new DemoItem(proposal.item(), script, ++number);
            acts.add(new Act(at(first, proposal.day(), 0), () -> play.propose(item, proposal)));
            acts.addAll(of(item, script, first));
        }
        script.rounds().forEach(round -> acts.addAll(of(round, script, first)));
        acts.addAll(reports(script, first));
        acts.add(new Act(at(first, script.days() - PAPER_BEFORE, OPENS), imports::importKnown));
        acts.add(new Act(at(first, script.days() - NEXT_PAPER_BEFORE, OPENS), imports::importOpen));
        acts.add(new Act(at(first, script.days() - NEWS_OF_DAYS, 0), () -> people.readNotices(clock.instant())));
        acts.sort(Comparator.comparing(Act::at));
        return acts;
    }

    private void begin(LocalDate first) {
        LOG.info("Demonstration: playing what happened since {}; this takes a while, once", first);
        people.enter();
        papers.load(PAPER);
    }

    private List<Act> of(DemoItem item, DemoScript script, LocalDate first) {
        var acts = new ArrayList<Act>();
        var minute = 0;
        for (var step : script.steps(item.item())) {
            minute = Math.max(minute + HALF_AN_HOUR, step.day() * MINUTES_A_DAY + OPENS + item.number() * 5);
            var day = first.plusDays(minute / MINUTES_A_DAY);
            var due = step.verb().equals("track") ? first.plusDays(Long.parseLong(step.word(0, "900"))) : day;
            acts.add(new Act(at(first, 0, minute), () -> play.play(item, step, day, due)));
        }
        return acts;
    }

    /** Teams answer one after another, a director decides on the next day; the clock of a past cut-off is a director's hand. */
    private List<Act> of(DemoScript.Round round, DemoScript script, LocalDate first) {
        var acts = new ArrayList<Act>();
        var opened = new UUID[1];
        acts.add(new Act(
                at(first, round.day(), OPENS), () -> opened[0] = rounds.open(round, first.plusDays(round.day()))));
        var after = 0;
        for (var team : new TreeMap<>(round.teams()).entrySet()) {
            var words =
                    Objects.requireNonNull(script.words().get(team.getValue().language()));
            var how = team.getValue().how();
            after += 2;
            acts.add(new Act(
                    at(first, round.day() + after, OPENS + 1),
                    () -> rounds.answer(opened[0], team.getKey(), how, words)));
            acts.add(new Act(
                    at(first, round.day() + after + 1, OPENS + 1),
                    () -> rounds.decide(opened[0], team.getKey(), how, words)));
        }
        if (round.day() + round.cutOff() < script.days()) {
            acts.add(new Act(at(first, round.day() + round.cutOff(), 20 * 60), () -> rounds.close(opened[0])));
        }
        return acts;
    }

    private List<Act> reports(DemoScript script, LocalDate first) {
        var acts = new ArrayList<Act>();
        for (var i = 0; i < script.reports().size(); i++) {
            var day = script.reports().get(i);
            var asOf = first.plusDays(day - 1);
            var from = i == 0 ? null : first.plusDays(script.reports().get(i - 1));
            var director = i;
            acts.add(new Act(at(first, day, 18 * 60), () -> {
                publications.publish(asOf, from, Audience.EVERYBODY, people.director(director));
                LOG.info("Demonstration: played until {}", asOf);
            }));
        }
        return acts;
    }

    private Instant at(LocalDate first, int day, int minute) {
        return first.plusDays(day)
                .atStartOfDay(network.zone())
                .plusMinutes(minute)
                .toInstant();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the server takes requests, which comes nearly last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
