package org.rumbo.recommendation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.CountryCode;

/** Things of one kind that are due on a day and of which somebody must be reminded. Whoever owns the kind implements this. */
public interface DueThings {
    /**
     * @param thing what is due
     * @param code the recommendation that it belongs to; null where it belongs to none
     * @param on the day; another day makes it a new ladder of reminders
     * @param responsible who has to act; null where it is the country team
     */
    record Due(
            UUID thing,
            @Nullable RecommendationCode code,
            CountryCode country,
            LocalDate on,
            @Nullable UUID responsible) {}

    /** Whom a reminder reached, by name of their part in it, as facts about people are recorded. */
    static Map<String, UUID> parts(Set<UUID> persons) {
        var parts = new LinkedHashMap<String, UUID>();
        persons.forEach(person -> parts.put("to" + (parts.size() + 1), person));
        return parts;
    }

    /** All that is due up to a day and not done. */
    List<Due> until(LocalDate last);

    /** Locks what it belongs to and tells how it stands now; empty where it is done, or due on another day. */
    Optional<Due> lock(Due due);

    /**
     * Says that these people are reminded, in the transaction that locked it.
     *
     * @param passedOver how many earlier reminders had their time without being sent
     */
    void remind(Due due, ReminderRules.Rung rung, Set<UUID> persons, int passedOver);
}
