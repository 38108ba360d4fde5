package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** A form's key and what the form does stand or fall together. */
class FormTransactionsTests {
    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcTransactionManager plain = new JdbcTransactionManager(database);
    private final PlatformTransactionManager transactions =
            (PlatformTransactionManager) new FormTransactions().postProcessAfterInitialization(plain, "transactions");
    private final TransactionTemplate step = new TransactionTemplate(transactions);
    private final FormAct act = new FormAct(() -> write("key"));

    @BeforeEach
    void enter() {
        jdbc.sql("create table written (word varchar(20) primary key)").update();
        act.enter();
    }

    @AfterEach
    void leave() {
        act.leave();
    }

    @Test
    void twoStepsAndTheKeyAreOneTransaction() {
        step.executeWithoutResult(status -> write("one"));
        step.executeWithoutResult(status -> step.executeWithoutResult(inner -> write("two")));
        assertThat(act.isOpen()).isTrue();

        act.rollback(plain);

        assertThat(words()).isZero();
    }

    @Test
    void isThereForGoodOnceTheAnswerIsKnown() {
        step.executeWithoutResult(status -> write("one"));

        act.commit(plain);

        assertThat(words()).isEqualTo(2);
    }

    @Test
    void aRefusalDeepInsideLeavesNothingToBeSeenAndTheKeyFree() {
        assertThatThrownBy(() -> step.executeWithoutResult(status -> {
                    write("one");
                    step.executeWithoutResult(inner -> {
                        throw new IllegalArgumentException("refused");
                    });
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(act.isOpen()).isFalse();
        assertThat(words()).isZero();

        step.executeWithoutResult(status -> write("two"));
        act.commit(plain);
        assertThat(words()).isEqualTo(2);
    }

    @Test
    void aRefusalThatIsSwallowedIsNoSuccess() {
        assertThatThrownBy(() -> step.executeWithoutResult(status -> {
                    try {
                        step.executeWithoutResult(inner -> {
                            throw new IllegalArgumentException("refused");
                        });
                    } catch (IllegalArgumentException swallowed) {
                        write("one");
                    }
                }))
                .isInstanceOf(UnexpectedRollbackException.class);
        assertThat(words()).isZero();
    }

    @Test
    void readingBeforehandTakesNoKey() {
        step.setReadOnly(true);
        step.executeWithoutResult(status -> words());

        assertThat(act.isOpen()).isFalse();
    }

    @Test
    void aKeyThatIsThereStopsTheStep() {
        write("key");

        assertThatThrownBy(() -> step.executeWithoutResult(status -> write("one")))
                .isInstanceOf(DuplicateKeyException.class);

        assertThat(act.wasSentBefore()).isTrue();
        assertThat(words()).isEqualTo(1);
    }

    private void write(String word) {
        jdbc.sql("insert into written values (?)").param(word).update();
    }

    private long words() {
        return jdbc.sql("select count(*) from written").query(Long.class).single();
    }
}
