package org.rumbo.notification;

import java.util.Arrays;
import java.util.List;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;

/** What notices are about, each to be wanted or not. */
public enum Topic {
    DUE(Permission.COMMENT_ADD),
    CLAIMS(Permission.ITEM_READ_RELEASED),
    EVALUATIONS(Permission.ITEM_READ_RELEASED),
    NEWS(Permission.ITEM_READ_NETWORK),
    EVIDENCE(Permission.ITEM_READ_RELEASED),
    COMMENTS(Permission.ITEM_READ_NETWORK),
    MENTIONS(Permission.ITEM_READ_NETWORK),
    ROUNDS(Permission.ROUND_READ),
    PAPERS(Permission.PAPER_ACCEPT),
    REPORTS(Permission.REPORT_READ),
    PEOPLE(Permission.SELF_MANAGE);

    private final Permission readBy;

    Topic(Permission readBy) {
        this.readBy = readBy;
    }

    /** The topics of which somebody could ever be told anything. */
    static List<Topic> of(Actor actor, AccessPolicy policy) {
        return Arrays.stream(values())
                .filter(topic -> policy.permitsSomewhere(actor, topic.readBy))
                .toList();
    }
}
