package org.rumbo.team;

import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;

/**
 * How somebody wants Rumbo to look and behave.
 *
 * @param language in which she reads; null where she never said
 * @param shortcuts whether single keys do something
 */
public record Preferences(@Nullable Language language, Theme theme, boolean shortcuts) {
    /** What holds for whoever never said anything. */
    public static final Preferences USUAL = new Preferences(null, Theme.SYSTEM, true);

    public enum Theme {
        /** As the device has it. */
        SYSTEM,
        LIGHT,
        DARK
    }
}
