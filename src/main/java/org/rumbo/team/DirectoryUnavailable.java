package org.rumbo.team;

/** The directory does not answer now; what it said before goes on to hold. */
public class DirectoryUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DirectoryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
