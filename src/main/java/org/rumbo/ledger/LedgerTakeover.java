package org.rumbo.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rumbo.shared.InstallationFact;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets the ledger of another installation take the place of one in which nothing stands yet but which models were deployed.
 * It goes on under its own name, and what the new installation had recorded is recorded again behind it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LedgerTakeover {
    private static final String DEPLOYED = "process.deployed";

    private final JdbcClient jdbc;
    private final LedgerLog log;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    LedgerTakeover(JdbcClient jdbc, LedgerLog log, JsonMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.log = log;
        this.json = json;
        this.events = events;
    }

    /** How many events tell more than which models were deployed. */
    public long eventsOfOwn() {
        return jdbc.sql("select count(*) from ledger_event where action <> ?")
                .param(DEPLOYED)
                .query(Long.class)
                .single();
    }

    /** Puts the events that are there aside. */
    public List<Map<String, Object>> makeRoom() {
        var deployed = new ArrayList<Map<String, Object>>();
        jdbc.sql("select payload from ledger_event order by seq").query(row -> {
            var detail = new LinkedHashMap<String, Object>();
            json.readTree(row.getBytes(1)).path("detail").properties().forEach(part -> {
                detail.put(
                        part.getKey(),
                        part.getValue().isNumber()
                                ? part.getValue().intValue()
                                : part.getValue().asString());
            });
            deployed.add(detail);
        });
        jdbc.sql("delete from ledger_event").update();
        jdbc.sql("delete from ledger_log").update();
        return deployed;
    }

    /** The new ledger's name counts from now on, or the old one's again where the transaction fails. */
    public void tookOver(List<Map<String, Object>> deployed) {
        var name = jdbc.sql("select origin from ledger_log where id = 1")
                .query(String.class)
                .single();
        if (!log.mayBe(name)) {
            throw new IllegalStateException(
                    "rumbo.ledger.origin is set to another name than %s, which is this ledger's".formatted(name));
        }
        log.forget();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                log.forget();
            }
        });
        deployed.forEach(detail -> events.publishEvent(new InstallationFact(DEPLOYED, detail)));
    }
}
