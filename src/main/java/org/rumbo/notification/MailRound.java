package org.rumbo.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rumbo.shared.InstallationFact;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits. Talking to the mail server holds no transaction: a mail is taken in one, and what became of it is written
 * down in another, together with its ledger event. Where no server answers, nothing is lost and all wait for the next round.
 */
@Component
class MailRound {
    private static final int AT_ONCE = 50;
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(10));

    private final Outbox outbox;
    private final Letters letters;
    private final MailServer server;
    private final MailSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private Instant silentUntil = Instant.MIN;
    private int silences;

    MailRound(
            Outbox outbox,
            Letters letters,
            MailServer server,
            MailSettings settings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.outbox = outbox;
        this.letters = letters;
        this.server = server;
        this.settings = settings;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Sends what is due and tells how many were sent. */
    @Scheduled(fixedDelayString = "${rumbo.mail.every:10s}", initialDelayString = "${rumbo.mail.every:10s}")
    synchronized int send() {
        if (!settings.enabled() || !server.isThere() || clock.instant().isBefore(silentUntil)) {
            return 0;
        }
        outbox.expire();
        var sent = 0;
        try (var conversation = server.converse()) {
            List<UUID> due;
            while (!(due = outbox.due(AT_ONCE)).isEmpty()) {
                for (var id : due) {
                    var mail = outbox.claim(id);
                    if (mail.isEmpty()) {
                        continue;
                    }
                    var outcome = deliver(mail.get(), conversation);
                    if (outcome == MailServer.Outcome.SERVER_AWAY) {
                        pause();
                        return sent;
                    }
                    sent += outcome == MailServer.Outcome.SENT ? 1 : 0;
                }
            }
        }
        return sent;
    }

    private MailServer.Outcome deliver(WaitingMail mail, MailServer.Conversation conversation) {
        var letter = letters.write(mail);
        if (letter.isEmpty()) {
            transaction.executeWithoutResult(status -> outbox.end(mail, MailState.DROPPED, null));
            return MailServer.Outcome.NOT_NOW;
        }
        var outcome = letter.get().address() == null
                ? MailServer.Outcome.ADDRESS_UNUSABLE
                : conversation.send(mail, letter.get());
        switch (outcome) {
            case SENT -> sent(mail);
            case ADDRESS_REFUSED -> end(mail, MailState.REFUSED, outcome);
            case ADDRESS_UNUSABLE -> end(mail, MailState.UNREACHABLE, outcome);
            case NOT_NOW -> outbox.later(mail, outcome.name());
            case SERVER_AWAY -> outbox.untried(mail, outcome.name());
        }
        return outcome;
    }

    private void sent(WaitingMail mail) {
        silences = 0;
        transaction.executeWithoutResult(status -> {
            if (outbox.end(mail, MailState.SENT, null)) {
                events.publishEvent(new InstallationFact(
                        "mail.send",
                        Map.of("mail", mail.id(), "kind", mail.kind()),
                        null,
                        Map.of("to", mail.recipient())));
            }
        });
    }

    private void end(WaitingMail mail, MailState state, MailServer.Outcome problem) {
        transaction.executeWithoutResult(status -> outbox.end(mail, state, problem.name()));
    }

    /** Where nobody answers, asking for every mail would take hours: the next one is tried when some time has passed. */
    private void pause() {
        silentUntil = clock.instant().plus(PAUSES.get(Math.min(silences, PAUSES.size() - 1)));
        silences++;
    }
}
