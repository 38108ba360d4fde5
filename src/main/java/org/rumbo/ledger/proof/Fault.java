package org.rumbo.ledger.proof;

/** Why something is not believed; the kinds are the exit codes of {@code verify}. */
public enum Fault {
    /** Not JSON in the one canonical form. */
    NOT_CANONICAL(Kind.MALFORMED),
    NOT_BASE64(Kind.MALFORMED),
    NOT_TEXT(Kind.MALFORMED),
    NOT_A_NOTE(Kind.MALFORMED),
    NOT_A_CHECKPOINT(Kind.MALFORMED),
    NOT_A_PROOF(Kind.MALFORMED),
    NOT_A_KEY(Kind.MALFORMED),
    UNKNOWN_KEY(Kind.SIGNATURE),
    BAD_SIGNATURE(Kind.SIGNATURE);

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
