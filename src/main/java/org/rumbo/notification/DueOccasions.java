package org.rumbo.notification;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.rumbo.progress.TeamActionEvent;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.RecommendationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears who is to do an action, and that a target date or an action's day comes near or has passed: tells whoever has to act, or directors. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DueOccasions {
    private final NoticeWriter notices;

    DueOccasions(NoticeWriter notices) {
        this.notices = notices;
    }

    @EventListener
    void on(RecommendationEvent.TargetReminded event) {
        var kind = event.escalated() ? NoticeKind.DUE_ESCALATED : NoticeKind.DUE_REMINDED;
        notices.tellOnly(Occasion.of(kind, event.about()).saying(event.detail().get("due")), event.told());
    }

    @EventListener
    void on(TeamActionEvent.ActionAdded event) {
        named(event.about(), event.owner(), event.due());
    }

    @EventListener
    void on(TeamActionEvent.ActionChanged event) {
        if (event.named() != null) {
            named(event.about(), event.named(), event.due());
        }
    }

    /** Nobody who named herself is told so. */
    private void named(About about, UUID owner, LocalDate due) {
        notices.tellOnly(Occasion.of(NoticeKind.ACTION_NAMED, about).saying(due), Set.of(owner));
    }

    @EventListener
    void on(TeamActionEvent.ActionReminded event) {
        var kind = event.escalated() ? NoticeKind.ACTION_ESCALATED : NoticeKind.ACTION_REMINDED;
        notices.tellOnly(Occasion.of(kind, event.about()).saying(event.detail().get("due")), event.told());
    }
}
