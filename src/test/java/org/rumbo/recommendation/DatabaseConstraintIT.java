package org.rumbo.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TestDatabase;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself refuses, whoever asks. */
@RumboTest
class DatabaseConstraintIT {
    private final Journeys journeys;
    private final Records records;
    private final JdbcClient jdbc;

    DatabaseConstraintIT(Journeys journeys, Records records, JdbcClient jdbc) {
        this.journeys = journeys;
        this.records = records;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void onlyPostgreSqlComparesTransactions() {
        assumeThat(TestDatabase.isPostgres())
                .as("H2 has no transaction ids that a constraint could compare: skipped there")
                .isTrue();
    }

    @Test
    void aSilentChangeOfAnItemIsRefusedAtCommit() {
        var code = journeys.proposed("PE");
        var before = records.of(code);
        assertThatThrownBy(() -> jdbc.sql("update recommendation set state = 'ADOPTED' where code = ?")
                        .param(code)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("changed without a ledger event");
        assertThat(records.of(code)).isEqualTo(before);
    }

    @Test
    void twoEventsOfOneRevisionAreRefused() {
        var code = journeys.proposed("PE");
        assertThatThrownBy(() -> jdbc.sql("insert into ledger_event (event_id, item_id, item_rev, payload,"
                                + " recorded_at, action, audience) select gen_random_uuid(), item_id, item_rev,"
                                + " payload, recorded_at, action, audience from ledger_event where code = ?")
                        .param(code)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("ledger_event_rev");
    }

    @Test
    void anEventOfABoundlessSizeIsRefused() {
        assertThatThrownBy(() -> jdbc.sql("insert into ledger_event (event_id, payload, recorded_at, action, audience)"
                                + " values (gen_random_uuid(), decode(repeat('00', 65536), 'hex'), now(), 'x', 'FULL')")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("ledger_event_size");
    }
}
