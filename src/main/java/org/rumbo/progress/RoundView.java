package org.rumbo.progress;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An update round as far as its reader may know: the parts of the teams that she reads in full, and figures of those alone.
 *
 * @param cutOff the day until which facts count; at its end the round closes
 * @param due the day until which teams should answer
 * @param movedAt when a director last gave it other days, and {@code moveReason} why; null where none did
 */
public record RoundView(
        UUID id,
        String key,
        @Nullable String name,
        LocalDate cutOff,
        LocalDate due,
        boolean open,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant movedAt,
        @Nullable String moveReason,
        List<Part> teams) {

    /** What the round is called: by its name, or by its key where it has none. */
    @JsonIgnore
    public String title() {
        return name == null ? key : name;
    }

    /** Of how many items the reader's teams are asked. */
    @JsonProperty("asked")
    public int asked() {
        return teams.stream().mapToInt(Part::asked).sum();
    }

    @JsonProperty("answered")
    public int answered() {
        return teams.stream().mapToInt(Part::answered).sum();
    }

    /** The teams that should have submitted by now. */
    @JsonIgnore
    public List<Part> lateTeams() {
        return teams.stream().filter(part -> part.lateSince() != null).toList();
    }

    /**
     * One team's part.
     *
     * @param asked of how many items it is asked
     * @param answered of how many of these it told something, that there is nothing new included
     * @param unanswered how many stayed without an answer when the round closed
     * @param reason what was missing, where a director returned it
     * @param lateSince the first day on which it was late; null unless it is
     */
    public record Part(
            String country,
            SubmissionState state,
            int asked,
            int answered,
            int unanswered,
            @Nullable Instant submittedAt,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable LocalDate lateSince) {}
}
