package org.rumbo.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.InstallationFact;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets the ledger of another installation take the place of one in which nothing stands yet but which models were deployed.
 * Its events come with their seals, and go on in a tree of this installation's own: the other one may go on, too, and two
 * that sign under one name would contradict each other. What was recorded here before is recorded again behind.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LedgerTakeover {
    private static final String DEPLOYED = "process.deployed";

    private final JdbcClient jdbc;
    private final LedgerLog log;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final SealedTrees trees;
    private final NewOrigin origins;

    LedgerTakeover(
            JdbcClient jdbc,
            LedgerLog log,
            JsonMapper json,
            ApplicationEventPublisher events,
            SealedTrees trees,
            NewOrigin origins) {
        this.jdbc = jdbc;
        this.log = log;
        this.json = json;
        this.events = events;
        this.trees = trees;
        this.origins = origins;
    }

    /**
     * What had to go for those who come.
     *
     * @param deployed which models were deployed, as it was recorded
     * @param used the name under which that was sealed already; null where it was not
     * @param next the name for what comes
     */
    public record Room(
            List<Map<String, Object>> deployed, @Nullable String used, String next) {}

    /** How many events tell more than which models were deployed. */
    public long eventsOfOwn() {
        return jdbc.sql("select count(*) from ledger_event where action <> ?")
                .param(DEPLOYED)
                .query(Long.class)
                .single();
    }

    /** Puts the events that are there aside. */
    public Room makeRoom() {
        var own = log.stored().orElse(null);
        var sealed = own != null && trees.newest(own.id()).isPresent();
        var next = own == null ? log.firstName() : sealed ? log.nextName(own.origin()) : own.origin();
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
        for (var table : List.of(
                "ledger_checkpoint", "ledger_root", "ledger_leaf", "ledger_key", "ledger_event", "ledger_log")) {
            jdbc.sql("delete from " + table).update();
        }
        return new Room(deployed, sealed ? Objects.requireNonNull(own).origin() : null, next);
    }

    /** The events that came go on in this installation's tree, from which on the other's is never signed here. */
    public void tookOver(Room room) {
        var theirs = log.stored().orElseThrow(() -> new IllegalStateException("the ledger has no name"));
        if (room.used() != null) {
            log.begin(room.used());
        }
        if (log.named(room.next()).isPresent()) {
            throw new IllegalStateException(
                    "rumbo.ledger.origin names %s, under which a ledger was sealed before: set it"
                                    .formatted(room.next())
                            + " to another name");
        }
        var lost = trees.newestNote(theirs.id()).map(SealedTrees.Note::checkpoint);
        origins.begin(room.next(), theirs, lost, NewOrigin.Reason.MOVED);
        room.deployed().forEach(detail -> events.publishEvent(new InstallationFact(DEPLOYED, detail)));
    }
}
