package org.rumbo.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of things that have a sheet of their own. */
public enum SheetKind {
    RECOMMENDATIONS,
    MARKERS,
    ACTIONS,
    VALUES,
    EVIDENCE;

    /** The kind of a sheet that is called so. */
    static Optional<SheetKind> ofKey(@Nullable String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** What the sheet is called in files and messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
