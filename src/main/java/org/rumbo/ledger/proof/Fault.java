package org.rumbo.ledger.proof;

/** Why something is not believed; the kinds are the exit codes of {@code verify}. */
public enum Fault {
    /** The file is not there or cannot be read. */
    UNREADABLE(Kind.MALFORMED),
    TOO_LARGE(Kind.MALFORMED),
    /** Not a ZIP file of exactly the parts, order and headers that a bundle has. */
    NOT_A_BUNDLE(Kind.MALFORMED),
    /** A part does not have the hash that the manifest names. */
    DAMAGED(Kind.MALFORMED),
    /** Not JSON in the one canonical form. */
    NOT_CANONICAL(Kind.MALFORMED),
    /** Canonical, but not with the members that it must have. */
    WRONG_SHAPE(Kind.MALFORMED),
    NOT_BASE64(Kind.MALFORMED),
    NOT_TEXT(Kind.MALFORMED),
    NOT_A_NOTE(Kind.MALFORMED),
    NOT_A_CHECKPOINT(Kind.MALFORMED),
    NOT_A_PROOF(Kind.MALFORMED),
    NOT_A_KEY(Kind.MALFORMED),
    /** A report without the proof that travels beside it. */
    PROOF_MISSING(Kind.MALFORMED),
    /** The file of heads seen before is broken. */
    BROKEN_MEMORY(Kind.MALFORMED),
    UNKNOWN_KEY(Kind.SIGNATURE),
    BAD_SIGNATURE(Kind.SIGNATURE),
    /** No path from the leaf to the root that was signed. */
    NOT_INCLUDED(Kind.WRONG),
    /** The log did not grow out of the checkpoint that was handed over before. */
    NOT_GROWN(Kind.WRONG),
    /** The event names another log than the one that signed. */
    OTHER_LOG(Kind.WRONG),
    /** A text is not the one that was sealed. */
    OTHER_TEXT(Kind.WRONG),
    /** A text is said to be erased, and no later event says so. */
    NOT_ERASED(Kind.WRONG),
    /** An item's events are not in order, or one is left out of a chain that should be whole. */
    BROKEN_CHAIN(Kind.WRONG),
    /** The same event at two places. */
    TWICE(Kind.WRONG),
    /** No sealed event issued this very file. */
    NOT_ISSUED(Kind.WRONG),
    /** Two heads of one log that cannot both be true. */
    FORKED(Kind.INCONSISTENT);

    /** What a refusal means for whoever asked. */
    public enum Kind {
        /** A proof does not lead where it says. */
        WRONG(1),
        /** Nobody known signed it, or a known signature does not fit. */
        SIGNATURE(2),
        /** Not in the form that it must have; a damaged file is one of these. */
        MALFORMED(3),
        /** Correct by itself, but not the log that was seen before. */
        INCONSISTENT(4);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;

    Fault(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
