package org.rumbo.notification;

/** What became of a mail. */
public enum MailState {
    /** It is to be sent, for the first time or again. */
    WAITING,
    SENT,
    /** Her mail server does not take mail for her address. */
    REFUSED,
    /** There is no address, or none that mail can be sent to. */
    UNREACHABLE,
    /** When it was to be sent there was nothing to tell her any more. */
    DROPPED,
    /** It could not be sent for so long that it is no news any more. */
    EXPIRED
}
