package org.rumbo.notification;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts everybody's week into the outbox, on Monday at eight where she is: a row for each person and week, so that neither a
 * restart nor a second node nor a change of the clock makes it two. A server that was away on Monday catches up until Thursday;
 * after that the next Monday is near enough.
 */
@Component
class Digests {
    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration LATEST = Duration.ofDays(3);

    private final Outbox outbox;
    private final Letters letters;
    private final Wishes wishes;
    private final MailSettings settings;
    private final People people;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digests(
            Outbox outbox,
            Letters letters,
            Wishes wishes,
            MailSettings settings,
            People people,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.outbox = outbox;
        this.letters = letters;
        this.wishes = wishes;
        this.settings = settings;
        this.people = people;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Tells for how many people a week was put together. */
    @Scheduled(cron = "${rumbo.mail.digest:0 */15 * * * *}")
    int write() {
        if (!settings.enabled()) {
            return 0;
        }
        var now = clock.instant();
        var zones = wishes.zones();
        var refusing = wishes.without(WaitingMail.DIGEST);
        var weeks = new HashMap<UUID, UUID>();
        people.all().forEach(person -> {
            var week = week(now, zones.apply(person.id()));
            if (week != null && !refusing.contains(person.id())) {
                weeks.put(person.id(), occasion(week));
            }
        });
        var known = known(new HashSet<>(weeks.values()));
        return (int) weeks.entrySet().stream()
                .filter(week -> !known.contains(week))
                .filter(week -> write(week.getKey(), week.getValue(), now))
                .count();
    }

    /** The Monday of the week whose digest has its time; null before Monday at eight and from Thursday on. */
    static @Nullable LocalDate week(Instant now, ZoneId zone) {
        var monday = now.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var begins = monday.atTime(MORNING).atZone(zone).toInstant();
        return now.isBefore(begins) || !now.isBefore(begins.plus(LATEST)) ? null : monday;
    }

    static UUID occasion(LocalDate monday) {
        return UUID.nameUUIDFromBytes(("digest " + monday).getBytes(StandardCharsets.UTF_8));
    }

    private Set<Map.Entry<UUID, UUID>> known(Set<UUID> weeks) {
        if (weeks.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.sql("select recipient, occasion from mail where kind = 'DIGEST' and occasion in (:weeks)")
                        .param("weeks", weeks)
                        .query((row, number) -> Map.entry(
                                row.getObject("recipient", UUID.class), row.getObject("occasion", UUID.class)))
                        .list());
    }

    /** Where there is nothing to tell the week is told all the same, without a mail. */
    private boolean write(UUID person, UUID week, Instant now) {
        try {
            transaction.executeWithoutResult(status -> {
                var told = new HashMap<UUID, @Nullable UUID>();
                told.put(person, null);
                outbox.put(week, WaitingMail.DIGEST, WaitingMail.DIGEST, told, now);
                outbox.find(week, person, WaitingMail.DIGEST)
                        .filter(mail -> letters.write(mail).isEmpty())
                        .ifPresent(outbox::drop);
            });
            return true;
        } catch (DuplicateKeyException another) {
            LOG.debug("Another node tells somebody of her week");
            return false;
        }
    }
}
