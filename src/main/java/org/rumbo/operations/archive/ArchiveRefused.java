package org.rumbo.operations.archive;

/** Why an archive is not taken in, or not written; in words for the operator. */
public class ArchiveRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArchiveRefused(String why) {
        super(why);
    }

    ArchiveRefused(String why, Throwable cause) {
        super(why, cause);
    }
}
