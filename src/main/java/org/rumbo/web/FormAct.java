package org.rumbo.web;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * The transaction of a form that must act once. It begins with the first one that its handler begins for writing, holds
 * whatever the handler does after that, and ends when the answer is known: so the form's key, what it did and the answer are
 * stored together or not at all. A refusal ends it at once; the form is then drawn from what really stands there.
 */
final class FormAct {
    private static final ThreadLocal<@Nullable FormAct> CURRENT = new ThreadLocal<>();

    private final Runnable atFirst;
    private @Nullable TransactionStatus open;
    private int within;
    private boolean wasSentBefore;

    /**
     * @param atFirst notes the form's key, in the transaction that has just begun
     */
    FormAct(Runnable atFirst) {
        this.atFirst = atFirst;
    }

    static @Nullable FormAct current() {
        return CURRENT.get();
    }

    void enter() {
        CURRENT.set(this);
    }

    void leave() {
        CURRENT.remove();
    }

    boolean isOpen() {
        return open != null;
    }

    /** The key was there already: somebody sent the same form, a moment ago or now. */
    boolean wasSentBefore() {
        return wasSentBefore;
    }

    void begin(PlatformTransactionManager transactions) {
        var begun = transactions.getTransaction(TransactionDefinition.withDefaults());
        try {
            atFirst.run();
            open = begun;
        } catch (RuntimeException taken) {
            wasSentBefore = true;
            transactions.rollback(begun);
            throw taken;
        }
    }

    /** Something that the handler does takes part from here on. */
    void joined() {
        within++;
    }

    /** The last thing that took part has ended: whoever reads on sees what it wrote, or nothing of what was refused. */
    void left(PlatformTransactionManager transactions) {
        within--;
        if (within > 0 || open == null) {
            return;
        }
        if (open.isRollbackOnly()) {
            rollback(transactions);
        } else {
            open.flush();
        }
    }

    void commit(PlatformTransactionManager transactions) {
        var ends = open;
        open = null;
        if (ends != null) {
            transactions.commit(ends);
        }
    }

    void rollback(PlatformTransactionManager transactions) {
        var ends = open;
        open = null;
        if (ends != null) {
            transactions.rollback(ends);
        }
    }
}
