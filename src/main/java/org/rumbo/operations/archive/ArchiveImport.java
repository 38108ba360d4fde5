package org.rumbo.operations.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.rumbo.file.EvidenceStore;
import org.rumbo.file.FileType;
import org.rumbo.ledger.LedgerTakeover;
import org.rumbo.operations.Doctor;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InstallationFact;
import org.rumbo.workflow.ProcessRebuild;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an archive into an empty installation: its files first, each under its hash, then all rows and all processes in one
 * transaction, which the doctor looks at before it counts. Whatever is wrong leaves the installation as empty as it was.
 */
@Service
public class ArchiveImport {
    /** Made by the first start of any installation; an archive brings its own. */
    private static final Set<String> MADE_AT_START = Set.of(
            "country_team",
            "ledger_log",
            "ledger_event",
            "ledger_key",
            "ledger_leaf",
            "ledger_root",
            "ledger_checkpoint",
            "search_version");

    private static final long LARGEST_FILE = 2L * 1024 * 1024 * 1024;

    private final Tables tables;
    private final RowLoading rows;
    private final ProcessStart processes;
    private final ProcessRebuild engine;
    private final LedgerTakeover ledger;
    private final Doctor doctor;
    private final EvidenceStore store;
    private final Flyway flyway;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ArchiveImport(
            Tables tables,
            RowLoading rows,
            ProcessStart processes,
            ProcessRebuild engine,
            LedgerTakeover ledger,
            Doctor doctor,
            EvidenceStore store,
            Flyway flyway,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.tables = tables;
        this.rows = rows;
        this.processes = processes;
        this.engine = engine;
        this.ledger = ledger;
        this.doctor = doctor;
        this.store = store;
        this.flyway = flyway;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * What was taken in.
     *
     * @param missing hashes of files that were missing already when the archive was written
     */
    public record Taken(long rows, int files, int recommendations, Set<String> missing) {}

    /** Whether this file is meant to be an archive. */
    public static boolean isArchive(Path file) {
        return ArchiveFile.isOne(file);
    }

    /**
     * @throws ArchiveRefused with the reason; nothing has changed then
     */
    public Taken take(Path file) {
        try (var archive = ArchiveFile.open(file)) {
            var all = tables.going();
            requireFitting(archive, all);
            transaction.executeWithoutResult(status -> requireEmpty());
            countOn(archive, Objects.requireNonNull(all.get("ledger_event")));
            return takeFilesAndRows(archive, all);
        } catch (IOException | UncheckedIOException failed) {
            throw new ArchiveRefused("it cannot be read: " + failed.getMessage(), failed);
        }
    }

    private Taken takeFilesAndRows(ArchiveFile archive, Map<String, Table> all) throws IOException {
        var added = new ArrayList<String>();
        var done = false;
        try {
            keepFiles(archive, added);
            var taken = Objects.requireNonNull(transaction.execute(status -> take(archive, all)));
            done = true;
            return taken;
        } catch (DataAccessException | TransactionException | DomainException | IllegalStateException wrong) {
            throw new ArchiveRefused("its rows do not fit together: " + wrong.getMessage(), wrong);
        } finally {
            if (!done) {
                for (var hash : added) {
                    store.remove(hash);
                }
            }
        }
    }

    private void requireFitting(ArchiveFile archive, Map<String, Table> all) {
        if (archive.format() != DataPackage.FORMAT) {
            throw new ArchiveRefused("it has another form than this version of Rumbo knows");
        }
        var own = Objects.requireNonNull(flyway.info().current().getVersion());
        if (!archive.schema().matches("\\d{1,18}")) {
            throw new ArchiveRefused("it does not say which version of the tables it has");
        }
        var theirs = MigrationVersion.fromVersion(archive.schema());
        if (theirs.compareTo(own) > 0) {
            throw new ArchiveRefused("a newer version of Rumbo wrote it: its tables have version %s, these have %s"
                    .formatted(theirs, own));
        }
        var there = archive.tables();
        if (!all.keySet().containsAll(there)) {
            there.removeAll(all.keySet());
            throw new ArchiveRefused("it has tables that Rumbo does not take: " + there);
        }
        if (theirs.equals(own) && !there.equals(all.keySet())) {
            var missing = new ArrayList<>(all.keySet());
            missing.removeAll(there);
            throw new ArchiveRefused("tables are missing: " + missing);
        }
    }

    private void requireEmpty() {
        for (var table : ArchivedTables.GOES) {
            var rows = table.equals("ledger_event")
                    ? ledger.eventsOfOwn()
                    : Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + table, Long.class));
            if (rows > 0 && (!MADE_AT_START.contains(table) || table.equals("ledger_event"))) {
                throw new ArchiveRefused(
                        "this installation is not empty: its table %s has %d rows".formatted(table, rows));
            }
        }
        if (!engine.isEmpty()) {
            throw new ArchiveRefused("this installation is not empty: processes run in it");
        }
    }

    /** What is recorded later comes behind. Outside the transaction: for H2 it would be its end; a gap in the numbers is normal. */
    private void countOn(ArchiveFile archive, Table table) throws IOException {
        var highest = 0L;
        try (var reader = new RowReader(table, archive.read(ArchiveFile.data(table.name())))) {
            for (var row = reader.next(); row != null; row = reader.next()) {
                if (!(row.get("seq") instanceof Long seq) || seq < 1 || seq > Long.MAX_VALUE / 2) {
                    throw reader.refused("seq counts from 1");
                }
                highest = Math.max(highest, seq);
            }
        }
        jdbc.execute("alter table ledger_event alter column seq restart with " + (highest + 1));
    }

    /**
     * @param added gets the hashes of those that were not there before
     */
    private void keepFiles(ArchiveFile archive, List<String> added) throws IOException {
        for (var hash : archive.files()) {
            if (!store.isWhole(hash)) {
                added.add(hash);
            }
            try (var content = archive.read(ArchiveFile.file(hash))) {
                keep(content, hash);
            }
        }
    }

    private void keep(InputStream content, String hash) throws IOException {
        // What it is and whether it may be here was found out when it was handed in, and stands in its row.
        var kept = store.keep(content, LARGEST_FILE, file -> new EvidenceStore.Found(FileType.TEXT, false));
        if (!kept.sha256().equals(hash)) {
            store.remove(kept.sha256());
            throw new ArchiveRefused("the archive changed while it was read");
        }
    }

    private Taken take(ArchiveFile archive, Map<String, Table> all) {
        requireEmpty();
        var room = ledger.makeRoom();
        jdbc.update("delete from country_team");
        if (archive.tables().contains("search_version")) {
            jdbc.update("delete from search_version");
        }
        try {
            var loaded = rows.load(archive, all);
            processes.startAll();
            ledger.tookOver(room);
            events.publishEvent(new InstallationFact(
                    "archive.imported", Map.of("manifest", archive.hash(), "schema", archive.schema())));
            var diagnosis = doctor.examineRows();
            var findings = new ArrayList<>(diagnosis.findings());
            findings.addAll(doctor.examineSeals().findings());
            if (!findings.isEmpty()) {
                throw new ArchiveRefused("its rows do not agree with each other: " + String.join("; ", findings));
            }
            requireFiles(archive);
            return new Taken(loaded, archive.files().size(), diagnosis.recommendations(), archive.missing());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What was missing before may be missing now. */
    private void requireFiles(ArchiveFile archive) {
        var needed = new TreeSet<>(jdbc.queryForList(ArchiveExport.FILES, String.class));
        needed.removeAll(Set.copyOf(archive.files()));
        needed.removeAll(archive.missing());
        if (!needed.isEmpty()) {
            throw new ArchiveRefused("its rows do not agree with each other: files are missing: " + needed);
        }
    }
}
