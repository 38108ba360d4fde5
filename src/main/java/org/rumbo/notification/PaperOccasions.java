package org.rumbo.notification;

import java.time.Clock;
import java.util.Set;
import org.rumbo.source.PaperEvent;
import org.rumbo.team.Permission;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears what becomes of a paper that is imported: directors are told what there is to decide, who handed it in how it went. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PaperOccasions {
    private final NoticeWriter notices;
    private final Recipients recipients;
    private final Clock clock;

    PaperOccasions(NoticeWriter notices, Recipients recipients, Clock clock) {
        this.notices = notices;
        this.recipients = recipients;
        this.clock = clock;
    }

    @EventListener
    void on(PaperEvent.PaperRead event) {
        if (event.toDecide() > 0) {
            notices.tell(
                    occasion(NoticeKind.PAPER_READ, event).saying(event.paper()),
                    Set.of(),
                    recipients.whoSomewhere(Permission.PAPER_ACCEPT));
        }
    }

    @EventListener
    void on(PaperEvent.PaperUnreadable event) {
        if (event.uploader() != null) {
            notices.tellPerson(occasion(NoticeKind.PAPER_UNREADABLE, event), event.uploader(), true);
        }
    }

    @EventListener
    void on(PaperEvent.ImportDone event) {
        if (event.uploader() != null) {
            notices.tellPerson(occasion(NoticeKind.PAPER_DONE, event).saying(event.paper()), event.uploader(), true);
        }
    }

    private Occasion occasion(NoticeKind kind, PaperEvent event) {
        return Occasion.ofNetwork(kind, event.by(), clock.instant()).on(event.paperImport());
    }
}
