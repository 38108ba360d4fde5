package org.rumbo.exchange;

import java.util.Locale;

/** The kinds of things that have a sheet of their own. */
public enum SheetKind {
    RECOMMENDATIONS,
    MARKERS,
    ACTIONS,
    VALUES,
    EVIDENCE;

    /** What the sheet is called in files and messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
