package org.rumbo.file;

import org.rumbo.shared.DomainException;

/** Why a file is not taken; each has a sentence among the rules. */
enum Unacceptable {
    EMPTY("file-empty"),
    /** Not one of the kinds that are taken. */
    KIND("file-kind"),
    /** Two kinds at once, or more than its kind allows. */
    MIXED("file-mixed"),
    /** An office document that would unpack to too much, holds other files, or is not put together as such documents are. */
    CONTAINER("file-container"),
    /** It has programs in it. */
    MACROS("file-macros"),
    TOO_LARGE("file-too-large"),
    NOT_STORED("file-not-stored"),
    STORE_AWAY("file-store-away");

    private final String rule;

    Unacceptable(String rule) {
        this.rule = rule;
    }

    String rule() {
        return rule;
    }

    DomainException refusal() {
        return DomainException.ruleNotMet("file", rule);
    }
}
