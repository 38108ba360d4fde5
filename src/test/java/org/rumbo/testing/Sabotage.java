package org.rumbo.testing;

import java.util.concurrent.atomic.AtomicBoolean;
import org.rumbo.recommendation.RecommendationFact;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Fails the next change of an item at a chosen moment, once. */
public final class Sabotage {
    public static final String MESSAGE = "sabotaged";

    private final AtomicBoolean afterEverybodyElse = new AtomicBoolean();
    private final AtomicBoolean atCommit = new AtomicBoolean();

    /** Item, ledger and engine have all done their part. */
    public void failAfterEverybodyElse() {
        afterEverybodyElse.set(true);
    }

    public void failAtCommit() {
        atCommit.set(true);
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    public void on(RecommendationFact fact) {
        if (atCommit.getAndSet(false)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    throw new UnsupportedOperationException(MESSAGE);
                }
            });
        }
        if (afterEverybodyElse.getAndSet(false)) {
            throw new UnsupportedOperationException(MESSAGE);
        }
    }
}
