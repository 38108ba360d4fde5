package org.rumbo.notification;

import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.RoundEvent;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Permission;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears what happens in update rounds: teams are told what is asked of them and what became of it, directors what there is to review. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RoundOccasions {
    private final NoticeWriter notices;
    private final Recipients recipients;
    private final Clock clock;

    RoundOccasions(NoticeWriter notices, Recipients recipients, Clock clock) {
        this.notices = notices;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** Members too: they can prepare what a coordinator submits. */
    @EventListener
    void on(RoundEvent.RoundOpened event) {
        notices.tell(
                occasion(NoticeKind.ROUND_OPENED, event).saying(event.due()),
                Set.of(),
                recipients.whoSomewhere(Permission.PROGRESS_DRAFT));
    }

    /** Everybody in the round: who answers by other days, and who reads it by others. */
    @EventListener
    void on(RoundEvent.RoundMoved event) {
        notices.tell(
                occasion(NoticeKind.ROUND_MOVED, event).saying(event.due()),
                Set.of(),
                recipients.whoSomewhere(Permission.ROUND_READ));
    }

    /** Those who were reminded, and nobody else: it is for them to answer, or to ask why nobody does. */
    @EventListener
    void on(RoundEvent.UpdateReminded event) {
        var occasion = event.escalated()
                ? occasion(NoticeKind.ROUND_ESCALATED, event).saying(event.team())
                : occasion(NoticeKind.ROUND_REMINDED, event)
                        .saying(event.detail().get("due"));
        event.told().forEach(person -> notices.tellPerson(occasion, person, !event.escalated()));
    }

    @EventListener
    void on(RoundEvent.RoundSubmitted event) {
        notices.tell(
                occasion(NoticeKind.ROUND_SUBMITTED, event).saying(event.team()),
                Set.of(),
                recipients.whoSomewhere(Permission.ROUND_ACCEPT));
    }

    @EventListener
    void on(RoundEvent.RoundReturned event) {
        tellTeam(NoticeKind.ROUND_RETURNED, event, event.team());
    }

    @EventListener
    void on(RoundEvent.RoundAccepted event) {
        tellTeam(NoticeKind.ROUND_ACCEPTED, event, event.team());
    }

    @EventListener
    void on(RoundEvent.RoundClosed event) {
        notices.tell(
                occasion(NoticeKind.ROUND_CLOSED, event), Set.of(), recipients.whoSomewhere(Permission.ROUND_READ));
    }

    private void tellTeam(NoticeKind kind, RoundEvent event, @Nullable CountryCode team) {
        if (team != null) {
            notices.tell(occasion(kind, event).saying(team), Set.of(), recipients.whoIn(team, Permission.ROUND_SUBMIT));
        }
    }

    private Occasion occasion(NoticeKind kind, RoundEvent event) {
        return Occasion.ofNetwork(kind, event.by(), clock.instant()).on(event.round());
    }
}
