package org.rumbo.reading;

import org.jspecify.annotations.Nullable;

/**
 * What a paper tells of itself, for citing it; null where it does not tell. Whoever looks through the paper corrects it.
 *
 * @param published year and month, such as {@code 2019-12}, or the year alone
 * @param publishers between semicolons, like the editors
 * @param address of the paper on the web
 * @param language in which it seems to be written
 */
public record Imprint(
        @Nullable Told title,
        @Nullable Told published,
        @Nullable Told publishers,
        @Nullable Told editors,
        @Nullable Told address,
        @Nullable Told isbn,
        @Nullable Told language) {

    /** @param line where it stands; 0 where it is told by the whole paper */
    public record Told(String value, Confidence confidence, int line) {}
}
