package org.rumbo.recommendation;

import org.jspecify.annotations.Nullable;

/** How far a text can be trusted to say in one language what the original says. */
public enum TranslationStatus {
    /** It is what the others are translated from. */
    ORIGINAL,
    /** A person wrote it, or read it against the original. */
    HUMAN,
    /** A draft that no person has read against the original. */
    MACHINE,
    /** There is none: the original is shown in its place. */
    MISSING,
    /** The original was worded anew since. */
    STALE;

    /** Whether somebody has to do something about it. */
    public boolean isOpen() {
        return this == MACHINE || this == MISSING || this == STALE;
    }

    /**
     * @param translated the original that it was translated from
     * @param original the original as it is now
     */
    static TranslationStatus of(@Nullable String text, @Nullable String translated, String original, boolean machine) {
        if (text == null) {
            return MISSING;
        }
        if (!original.equals(translated)) {
            return STALE;
        }
        return machine ? MACHINE : HUMAN;
    }
}
