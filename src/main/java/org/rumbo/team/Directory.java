package org.rumbo.team;

import java.util.List;

/** Where people, their roles, names, languages and mail addresses come from. What it says is kept by {@link People}. */
public interface Directory {
    /**
     * Everybody of whom it knows.
     *
     * @throws DirectoryUnavailable where it does not answer now
     */
    List<DirectoryEntry> everybody();

    /** Whether roles are given there alone. Where they are not, it only tells who is there to begin with. */
    boolean decidesRoles();
}
