package org.rumbo.recommendation;

import org.jspecify.annotations.Nullable;

/**
 * The version of an item on which a request was made.
 *
 * @param tag the entity tag without quotes; null where the caller did not say
 */
public record Expected(@Nullable String tag) {
    public static final Expected ANY = new Expected(null);

    boolean fits(Recommendation item) {
        return tag == null || tag.equals("*") || tag.equals(tagOf(item.version()));
    }

    /** The tag of a version, for whoever reads the item in full. */
    static String tagOf(long version) {
        return "v" + version;
    }
}
