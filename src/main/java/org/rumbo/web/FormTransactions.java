package org.rumbo.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets what a form does take part in the form's own transaction, whichever module does it. */
@Component
class FormTransactions implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PlatformTransactionManager transactions ? new OfForms(transactions) : bean;
    }

    private record OfForms(PlatformTransactionManager transactions) implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            var act = FormAct.current();
            var writes = definition == null || !definition.isReadOnly();
            if (act != null
                    && writes
                    && !act.isOpen()
                    && !TransactionSynchronizationManager.isActualTransactionActive()) {
                act.begin(transactions);
            }
            var status = transactions.getTransaction(definition);
            if (act != null && act.isOpen()) {
                act.joined();
            }
            return status;
        }

        @Override
        public void commit(TransactionStatus status) {
            var act = open();
            try {
                transactions.commit(status);
            } finally {
                if (act != null) {
                    act.left(transactions);
                }
            }
            if (act != null && !act.isOpen()) {
                throw new UnexpectedRollbackException("A part of it was refused");
            }
        }

        @Override
        public void rollback(TransactionStatus status) {
            var act = open();
            try {
                transactions.rollback(status);
            } finally {
                if (act != null) {
                    act.left(transactions);
                }
            }
        }

        private static @Nullable FormAct open() {
            var act = FormAct.current();
            return act != null && act.isOpen() ? act : null;
        }
    }
}
