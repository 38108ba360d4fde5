package org.rumbo.notification;

import java.util.Set;
import org.rumbo.progress.ContextFact;
import org.rumbo.progress.ProgressEvent;
import org.rumbo.team.Permission;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears what people report and say: told to those who follow and may read it, and to whom it names. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TalkOccasions {
    private final NoticeWriter notices;
    private final Recipients recipients;
    private final AutomaticFollowing following;

    TalkOccasions(NoticeWriter notices, Recipients recipients, AutomaticFollowing following) {
        this.notices = notices;
        this.recipients = recipients;
        this.following = following;
    }

    @EventListener
    void on(ProgressEvent.ProgressReported event) {
        notices.tell(
                Occasion.of(NoticeKind.PROGRESS_REPORTED, event.about())
                        .on(event.detail().get("note"))
                        .visible(event.detail().get("visibility")),
                Set.of());
    }

    @EventListener
    void on(ProgressEvent.ProgressDrafted event) {
        notices.tellOnly(
                Occasion.of(NoticeKind.PROGRESS_DRAFTED, event.about())
                        .on(event.detail().get("note")),
                recipients.who(Permission.PROGRESS_REPORT, event.about()));
    }

    @EventListener
    void on(ContextFact.ReviewAsked event) {
        notices.tellOnly(
                Occasion.of(NoticeKind.CONTEXT_ASKED, event.about())
                        .on(event.detail().get("id"))
                        .saying(event.detail().get("kind")),
                recipients.who(Permission.PROGRESS_REPORT, event.about()));
    }

    @EventListener
    void on(ProgressEvent.Commented event) {
        following.begin(event.about());
        notices.tellOfComment(
                Occasion.of(NoticeKind.COMMENTED, event.about())
                        .on(event.comment())
                        .visible(event.visibility()),
                event.mentioned(),
                true);
    }

    /** Others have been told of the comment; only whoever is newly named has not. */
    @EventListener
    void on(ProgressEvent.CommentEdited event) {
        notices.tellOfComment(
                Occasion.of(NoticeKind.COMMENTED, event.about())
                        .on(event.comment())
                        .visible(event.visibility()),
                event.mentioned(),
                false);
    }
}
