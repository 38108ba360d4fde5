package org.rumbo.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a long piece of work is that somebody waits for, such as an import or a report.
 *
 * @param total of how many; 0 while nobody knows
 * @param since when it began
 */
public record LongWork(int done, int total, Instant since, State state) {
    private static final Duration BEFORE_GUESSING = Duration.ofSeconds(5);

    /** Where it is; {@code progressbar.state.*} in the messages has words for each. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED;

        public boolean isOver() {
            return this == DONE || this == FAILED;
        }
    }

    /** How long it will still take if it goes on as it went; empty in its first seconds, which tell nothing. */
    public Optional<Duration> left(Instant now) {
        var taken = Duration.between(since, now);
        if (state != State.RUNNING || done <= 0 || done >= total || taken.compareTo(BEFORE_GUESSING) < 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(taken.toMillis() * (total - done) / done));
    }
}
