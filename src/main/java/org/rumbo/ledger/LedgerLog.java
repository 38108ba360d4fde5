package org.rumbo.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The log's own name, stored when an installation first starts and never changed silently. */
@Component
class LedgerLog {
    /** It is the name of the keys that sign it, too: no white space, no plus sign. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:-]{0,198}[A-Za-z0-9]");

    private static final Pattern NUMBERED = Pattern.compile("(.*)/(\\d{1,9})");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String configured;
    private volatile @Nullable Tree current;

    LedgerLog(JdbcClient jdbc, Clock clock, @Value("${rumbo.ledger.origin:}") String configured) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.configured = configured;
        if (!configured.isEmpty() && !NAME.matcher(configured).matches()) {
            throw new IllegalStateException("rumbo.ledger.origin takes letters, digits and . _ / : - alone");
        }
    }

    /** One tree of hashes under one name. The one with the highest number grows. */
    record Tree(int id, String origin) {}

    String origin() {
        return current().origin();
    }

    Tree current() {
        var known = current;
        if (known == null) {
            known = storedOrBegun();
            current = known;
        }
        return known;
    }

    /** The tree that grows, as the database knows it at this moment; another node may have begun it. */
    Optional<Tree> stored() {
        return jdbc.sql("select id, origin from ledger_log order by id desc fetch first 1 rows only")
                .query((row, number) -> new Tree(row.getInt(1), row.getString(2)))
                .optional();
    }

    /** The tree of that name, which may be an older one. */
    Optional<Tree> named(String origin) {
        return jdbc.sql("select id, origin from ledger_log where origin = ?")
                .param(origin)
                .query((row, number) -> new Tree(row.getInt(1), row.getString(2)))
                .optional();
    }

    /** Two who ask at once go on one after the other, until the end of their transactions. */
    void lock(Tree tree) {
        jdbc.sql("select id from ledger_log where id = ? for update")
                .param(tree.id())
                .query(Integer.class)
                .single();
    }

    /** Another ledger took this one's place. */
    void forget() {
        current = null;
    }

    /** Whether the configuration allows this name. */
    boolean mayBe(String name) {
        return configured.isEmpty() || configured.equals(name);
    }

    /** What the next tree is to be called: as it is set, else with the next number. */
    String nextName(String origin) {
        if (!configured.isEmpty()) {
            return configured;
        }
        var numbered = NUMBERED.matcher(origin);
        return numbered.matches() ? numbered.group(1) + "/" + (Integer.parseInt(numbered.group(2)) + 1) : origin + "/2";
    }

    /** The name that an installation takes which has none yet. */
    String firstName() {
        return configured.isEmpty() ? "rumbo.local/" + UUID.randomUUID() + "/1" : configured;
    }

    /** Begins another tree, in the caller's transaction. */
    Tree begin(String origin) {
        var next = stored().map(tree -> tree.id() + 1).orElse(1);
        jdbc.sql("insert into ledger_log (id, origin, started_at) values (?, ?, ?)")
                .params(next, origin, Timestamp.from(clock.instant()))
                .update();
        forget();
        forgetUnlessCommitted();
        return new Tree(next, origin);
    }

    private synchronized Tree storedOrBegun() {
        var stored = stored();
        if (stored.isEmpty()) {
            return begin(firstName());
        }
        var origin = stored.get().origin();
        if (!mayBe(origin)) {
            throw new IllegalStateException(
                    "rumbo.ledger.origin is %s, but this installation's ledger is %s".formatted(configured, origin));
        }
        return stored.get();
    }

    /** What was begun in a transaction that failed was never begun. */
    private void forgetUnlessCommitted() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status != STATUS_COMMITTED) {
                        forget();
                    }
                }
            });
        }
    }
}
