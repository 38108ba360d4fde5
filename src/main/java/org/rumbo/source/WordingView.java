package org.rumbo.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.reading.Place;

/**
 * The paper's own words of a recommendation.
 *
 * @param version from 1; the highest is what the newest file of the paper says
 * @param text the exact words of the whole passage
 * @param corrected what they should have been read as, or the words of the part; null where the passage stands as read
 * @param around the paper's lines from a little before the passage until a little after
 */
public record WordingView(
        int version,
        String paper,
        int chapter,
        String mark,
        String letter,
        @Nullable Integer part,
        String language,
        String text,
        String sha256,
        @Nullable String corrected,
        @Nullable String leadIn,
        Place place,
        Instant attachedAt,
        List<Line> around) {

    /** @param within whether it is of the passage itself */
    public record Line(int number, @Nullable Integer page, String text, boolean within) {}
}
