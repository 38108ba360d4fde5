package org.rumbo.team;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One person stands in for another, from a day to a day.
 *
 * @param from the first day, in the network's time
 * @param until the last day
 * @param inForce whether the roles of both, and their access, allow it now
 */
public record Deputyship(
        UUID id,
        UUID represented,
        String representedName,
        UUID deputy,
        String deputyName,
        LocalDate from,
        LocalDate until,
        boolean inForce) {

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    public boolean concerns(UUID person) {
        return represented.equals(person) || deputy.equals(person);
    }
}
