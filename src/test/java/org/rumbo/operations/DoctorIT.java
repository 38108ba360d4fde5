package org.rumbo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The doctor finds nothing where all is well, and names whatever somebody changed behind Rumbo's back. */
@RumboTest
class DoctorIT {
    private final Doctor doctor;
    private final Journeys journeys;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DoctorIT(Doctor doctor, Journeys journeys, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.doctor = doctor;
        this.journeys = journeys;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void findsNothingWhereAllIsWell() {
        journeys.proposed("EC");
        var diagnosis = doctor.examine();

        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.recommendations()).isGreaterThan(22);
        assertThat(diagnosis.events()).isGreaterThan(22);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update recommendation set state = 'ADOPTED' where code = ?                                     | its process stands at
            update recommendation set state = 'ADOPTED' where code = ?                                     | its state is ADOPTED, the ledger says PROPOSED
            update recommendation set validated_level = 'FULL' where code = ?                              | its validated is FULL, the ledger says UNKNOWN
            update recommendation set rev = rev + 1 where code = ?                                         | it counts
            update recommendation_listing set state = 'CLOSED' where code = ?                              | its list row says CLOSED
            delete from recommendation_listing where audience = 'RELEASED' and code = ?                    | its list row says nothing for RELEASED
            update recommendation set claim_status = 'RETURNED' where code = ?                             | its claim is missing, it says RETURNED
            update recommendation set markers_total = 3 where code = ?                                     | it counts other markers than it has
            update ledger_event set action = 'item.edit' where code = ?                                    | the copy of action says item.edit
            update ledger_opening set content = 'Forged' where item_id = (select id from recommendation where code = ?) | is not the text that was recorded
            update act_ru_execution set act_id_ = 'State_Adopted' where proc_inst_id_ = (select id_ from act_ru_execution where business_key_ = ?) | its process stands at [State_Adopted]
            """)
    void namesWhatWasChangedBehindItsBack(String tampering, String finding) {
        var code = journeys.proposed("EC");

        var findings = transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql(tampering).param(code).update();
            return doctor.examine().findings();
        });

        assertThat(findings)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .anySatisfy(line -> assertThat(line).contains(finding));
        assertThat(doctor.examine().findings()).isEqualTo(List.of());
    }
}
