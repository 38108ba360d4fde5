package org.rumbo.reading;

import java.util.List;

/** A file that cannot be read as a paper; its words are {@code reading.unreadable.<reason>}. */
public final class UnreadablePaper extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<String> arguments;

    UnreadablePaper(Reason reason, String... arguments) {
        super(reason + " " + List.of(arguments));
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    public List<String> arguments() {
        return arguments;
    }

    /** Why; {@code reading.unreadable.*} in the messages has words for each. */
    public enum Reason {
        /** Neither text nor PDF. */
        NEITHER_TEXT_NOR_PDF,
        /** Larger than is read; the argument is the limit in megabytes. */
        TOO_LARGE,
        /** More pages or lines than are read; the argument is the limit. */
        TOO_LONG,
        /** A PDF that needs a password. */
        LOCKED,
        /** A PDF of pictures, without text. */
        NO_TEXT,
        /** A PDF that is damaged or built to never end. */
        BROKEN,
        /** Took longer, or more memory, than a paper needs. */
        TOO_COSTLY,
        /** An empty file. */
        EMPTY
    }
}
