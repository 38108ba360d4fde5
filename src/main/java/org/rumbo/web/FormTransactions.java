package org.rumbo.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
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
            return transactions.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            transactions.commit(status);
        }

        /** What was refused has left its traces in the transaction: whoever reads on must not see them. */
        @Override
        public void rollback(TransactionStatus status) {
            transactions.rollback(status);
            var act = FormAct.current();
            if (act != null && act.isOpen() && !status.isNewTransaction()) {
                act.rollback(transactions);
            }
        }
    }
}
