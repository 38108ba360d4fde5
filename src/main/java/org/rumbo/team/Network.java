package org.rumbo.team;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.rumbo.shared.Language;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is particular to this installation's policy network; {@code config/network.yml}.
 *
 * @param key how codes of the network's own proposals begin
 * @param zone the time zone in which its days begin and end
 * @param staleAfter how long without news until an item counts as stale
 * @param verifyAfter how long a confirmed fact holds without being confirmed anew
 * @param decision the periods of a claim's decision
 */
@ConfigurationProperties("network")
public record Network(
        String key,
        String name,
        ZoneId zone,
        Language defaultLanguage,
        String contact,
        String licence,
        List<CountryCode> countries,
        List<String> themes,
        Duration staleAfter,
        Period verifyAfter,
        Decision decision) {

    /** The day that it is in the network at a moment. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** What was confirmed before this moment is unverified on that day. */
    public Instant verifiedBefore(LocalDate today) {
        return today.minus(verifyAfter).atStartOfDay(zone).toInstant();
    }

    /**
     * @param remindAfter when directors are reminded of an undecided claim
     * @param due when it should be decided, and is escalated otherwise
     */
    public record Decision(Duration remindAfter, Duration due) {}
}
