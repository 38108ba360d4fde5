package org.rumbo.notification;

/** How somebody wants to be told of a topic by mail. */
public enum MailWish {
    /** At once what she has to do or what concerns her own, the rest in her week; so it is unless she says otherwise. */
    OWN,
    /** Everything at once. */
    ALL,
    /** Everything in her week. */
    WEEKLY,
    /** Nothing. */
    NONE;

    boolean atOnce(boolean concernsHer) {
        return this == ALL || (this == OWN && concernsHer);
    }

    boolean inDigest(boolean concernsHer) {
        return this != NONE && !atOnce(concernsHer);
    }
}
