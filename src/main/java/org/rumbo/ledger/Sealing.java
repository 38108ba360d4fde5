package org.rumbo.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/** Seals every few seconds what was recorded since, on each node. Where it must not, it says so and nothing else stops. */
@Service
public class Sealing {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final Duration SAID_AGAIN = Duration.ofHours(1);
    /** So many batches of one turn; what is left comes with the next. */
    private static final int BATCHES = 50;

    private final LedgerLog log;
    private final SealingKeys keys;
    private final SealGuard guard;
    private final Sealer sealer;
    private final Heartbeat heartbeat;
    private final Clock clock;
    private volatile @Nullable SealingProblem problem;
    private @Nullable Instant said;

    Sealing(LedgerLog log, SealingKeys keys, SealGuard guard, Sealer sealer, Heartbeat heartbeat, Clock clock) {
        this.log = log;
        this.keys = keys;
        this.guard = guard;
        this.sealer = sealer;
        this.heartbeat = heartbeat;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${rumbo.ledger.every:2s}", initialDelayString = "${rumbo.ledger.every:2s}")
    void turn() {
        try {
            seal();
            if (problem != null) {
                LOG.info("The ledger is sealed again");
            }
            problem = null;
            said = null;
        } catch (SealingStopped stopped) {
            stop(stopped.problem());
        } catch (DataAccessException | TransactionException notNow) {
            // A rival, or the database is away: the next turn is soon.
            LOG.warn("The ledger was not sealed in this turn: {}", notNow.toString());
        }
    }

    /**
     * Seals all that waits.
     *
     * @throws SealingStopped where it must not go on
     */
    public void seal() {
        var tree = log.stored().orElse(null);
        if (tree == null) {
            return;
        }
        guard.check(tree);
        if (!tree.equals(log.current())) {
            // Another tree was begun elsewhere.
            log.forget();
        }
        var signers = keys.signers(tree);
        var sealed = sealer.seal(tree);
        var apart = sealed.apart();
        for (var batch = 1; batch < BATCHES && sealed.isMore(); batch++) {
            sealed = sealer.seal(tree);
            apart = sealed.apart().compareTo(apart) > 0 ? sealed.apart() : apart;
        }
        sealer.sign(tree, signers);
        guard.remember(tree);
        heartbeat.clocksDiffer(apart);
    }

    /** Why this node seals nothing; empty where it does, or has not tried yet. */
    public Optional<SealingProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** The same, looked for at this moment and without sealing anything. */
    public Optional<SealingProblem> examine() {
        try {
            var tree = log.stored().orElse(null);
            if (tree != null) {
                if (!keys.known(tree.id()).isEmpty() || !keys.makesFirst()) {
                    keys.signers(tree);
                }
                guard.check(tree);
            }
            return Optional.empty();
        } catch (SealingStopped stopped) {
            return Optional.of(stopped.problem());
        }
    }

    private void stop(SealingProblem found) {
        var now = clock.instant();
        if (!found.equals(problem)
                || said == null
                || Objects.requireNonNull(said).plus(SAID_AGAIN).isBefore(now)) {
            LOG.error("ALARM: {}. Work goes on; see \"The ledger's seal\" in the README.", found.text());
            said = now;
        }
        problem = found;
    }
}
