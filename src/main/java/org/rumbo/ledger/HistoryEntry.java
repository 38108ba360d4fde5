package org.rumbo.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of an item's history as a reader may know it.
 *
 * @param seq counts the events that this reader may read
 * @param actor login of who did it, her role where names are not told, {@code system} for timers
 * @param facts what the sentence about it needs beyond that, such as the target of a claim; only what this reader may know
 * @param behalf login of whom she stood in for; null where for nobody, and where the reader is not told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryEntry(
        int seq,
        Instant at,
        String actor,
        String action,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        List<Change> changes,
        @JsonIgnore Map<String, String> facts,
        @JsonIgnore @Nullable String behalf) {

    /** One field's value before and after. */
    public record Change(
            String field,
            String old,

            @com.fasterxml.jackson.annotation.JsonProperty("new")
            String now) {}
}
