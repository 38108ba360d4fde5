package org.rumbo.notification;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rumbo.recommendation.DueThings;
import org.rumbo.recommendation.ReminderRules;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.rumbo.team.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds people of what is due, each reminder once: whoever was away from the ladder for a while is told the newest only, and
 * the ones before are written down as passed over. It comes round every hour of the working day, so that a restart or a
 * server that slept delays a reminder by hours, not by a day.
 */
@Component
class ReminderRound {
    /** Farther ahead than any reminder of the table. */
    static final int DAYS_AHEAD = 60;

    private static final Logger LOG = LoggerFactory.getLogger(ReminderRound.class);

    private final List<DueThings> things;
    private final ReminderRules rules;
    private final SentReminders sent;
    private final People people;
    private final Network network;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReminderRound(
            List<DueThings> things,
            ReminderRules rules,
            SentReminders sent,
            People people,
            Network network,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.things = things;
        this.rules = rules;
        this.sent = sent;
        this.people = people;
        this.network = network;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Which rungs of its ladder a thing has reached today. */
    private interface Ladder {
        List<ReminderRules.Rung> rungs(DueThings.Due due);
    }

    /** Tells how many reminders went out. Days are the network's, so no change of the clock skips or repeats one. */
    @Scheduled(cron = "${rumbo.reminders.at:0 15 7-20 * * *}", zone = "${network.zone}")
    int remind() {
        var today = network.day(clock.instant());
        // Many things are due on few days: the table is asked once for each day.
        var byDays = new HashMap<Long, List<ReminderRules.Rung>>();
        Ladder ladder =
                due -> byDays.computeIfAbsent(ChronoUnit.DAYS.between(due.on(), today), days -> rules.due(days));
        var count = 0;
        for (var kind : things) {
            var due = kind.until(today.plusDays(DAYS_AHEAD));
            var known = new HashSet<>(sent.of(due));
            for (var thing : due) {
                if (isMissing(thing, ladder, known)) {
                    count += climb(kind, thing, ladder);
                }
            }
        }
        return count;
    }

    private boolean isMissing(DueThings.Due due, Ladder ladder, Set<SentReminders.Sent> known) {
        var rungs = ladder.rungs(due);
        return List.of(false, true).stream().anyMatch(escalates -> {
            var newest = newest(rungs, escalates);
            return newest != null
                    && persons(due, escalates).stream()
                            .anyMatch(person -> !known.contains(
                                    new SentReminders.Sent(due.thing(), person, due.on(), newest.name())));
        });
    }

    private static ReminderRules.@org.jspecify.annotations.Nullable Rung newest(
            List<ReminderRules.Rung> rungs, boolean escalates) {
        return rungs.stream()
                .filter(rung -> rung.escalates() == escalates)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** One thing, one transaction: whatever fails with one keeps nobody else from being reminded, and comes again. */
    private int climb(DueThings kind, DueThings.Due due, Ladder ladder) {
        try {
            return Objects.requireNonNullElse(
                    transaction.execute(status -> kind.lock(due)
                            .map(still -> climb(kind, still, ladder, false) + climb(kind, still, ladder, true))
                            .orElse(0)),
                    0);
        } catch (DataAccessException another) {
            LOG.debug("Another node reminds of {}", due.thing());
            return 0;
        }
    }

    private int climb(DueThings kind, DueThings.Due due, Ladder ladder, boolean escalates) {
        var rungs = ladder.rungs(due).stream()
                .filter(rung -> rung.escalates() == escalates)
                .toList();
        if (rungs.isEmpty()) {
            return 0;
        }
        var newest = rungs.get(rungs.size() - 1);
        var told = new LinkedHashSet<UUID>();
        var passedOver = 0;
        for (var person : persons(due, escalates)) {
            var known = sent.of(due, person);
            if (known.contains(newest.name())) {
                continue;
            }
            told.add(person);
            for (var rung : rungs) {
                if (!known.contains(rung.name())) {
                    sent.write(due, person, rung.name(), rung == newest, clock.instant());
                    passedOver += rung == newest ? 0 : 1;
                }
            }
        }
        if (!told.isEmpty()) {
            kind.remind(due, newest, told, passedOver);
        }
        return told.size();
    }

    /** Whoever looks after it, else the coordinators of its country; directors where it is escalated. */
    private Set<UUID> persons(DueThings.Due due, boolean escalates) {
        var persons = new LinkedHashSet<UUID>();
        for (var person : people.all()) {
            if (escalates ? person.has(Role.DIRECTOR) : person.id().equals(due.responsible())) {
                persons.add(person.id());
            }
        }
        if (!escalates && persons.isEmpty()) {
            people.all().stream()
                    .filter(person -> person.has(Role.COORDINATOR, due.country()))
                    .map(Actor::id)
                    .forEach(persons::add);
        }
        return persons;
    }
}
