package org.rumbo.file;

import java.io.IOException;

/** The place where files are kept cannot be reached, or does not do what it is asked: it is worth another try. */
public final class StoreAway extends IOException {
    private static final long serialVersionUID = 1L;

    StoreAway(String why) {
        super(why);
    }

    StoreAway(Throwable cause) {
        super("The object store does not do what it is asked: " + cause.getMessage(), cause);
    }
}
