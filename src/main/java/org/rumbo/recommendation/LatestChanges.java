package org.rumbo.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.Actor;

/** What happened last to the items that somebody reads in full, as the ledger tells it. */
public interface LatestChanges {
    /** At most so many, newest first; nothing for those who read no item in full. */
    List<Change> of(Actor actor, int most, Locale locale);

    /**
     * @param sentence who did what, in the reader's language
     * @param to the state that it came to; null where it stayed where it was
     */
    record Change(
            String code,
            String sentence,
            Instant at,
            @Nullable State to) {}
}
