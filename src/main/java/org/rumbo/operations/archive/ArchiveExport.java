package org.rumbo.operations.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.flywaydb.core.Flyway;
import org.rumbo.file.EvidenceStore;
import org.rumbo.workflow.ModelFiles;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.ObjectWriteContext;

/** Writes all that the installation holds into one file, as it stood at one moment; row by row, so that any amount fits. */
@Service
public class ArchiveExport {
    private static final int ROWS_AT_ONCE = 200;
    /** The hashes of all files that rows name. */
    static final String FILES = "select distinct sha256 from evidence"
            + " where file_type is not null and scan_state <> 'INFECTED'"
            + " union select sha256 from paper_import order by sha256";

    private final Tables tables;
    private final JdbcTemplate jdbc;
    private final EvidenceStore store;
    private final ModelFiles models;
    private final Flyway flyway;
    private final Clock clock;
    private final String product;
    private final TransactionTemplate moment;

    ArchiveExport(
            Tables tables,
            JdbcTemplate jdbc,
            EvidenceStore store,
            ModelFiles models,
            Flyway flyway,
            Clock clock,
            ObjectProvider<BuildProperties> build,
            PlatformTransactionManager transactions) {
        this.tables = tables;
        this.jdbc = jdbc;
        this.store = store;
        this.models = models;
        this.flyway = flyway;
        this.clock = clock;
        var properties = build.getIfAvailable();
        this.product = properties == null || properties.getVersion() == null ? "dev" : properties.getVersion();
        this.moment = new TransactionTemplate(transactions);
        moment.setReadOnly(true);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What was written.
     *
     * @param missing hashes of files that rows name and nobody has any more
     */
    public record Written(String file, long rows, long files, Set<String> missing) {}

    /**
     * @throws ArchiveRefused where that file is there already or cannot be written
     */
    public Written export(Path file) {
        var target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new ArchiveRefused(file + " is there already");
        }
        try {
            // Nobody else reads what is in it: names and mail addresses are.
            var passing = Files.createTempFile(target.getParent(), ".rumbo-export", ".part");
            try {
                var written = moment.execute(status -> write(passing, file));
                Files.move(passing, target, StandardCopyOption.ATOMIC_MOVE);
                return Objects.requireNonNull(written);
            } finally {
                Files.deleteIfExists(passing);
            }
        } catch (FileAlreadyExistsException there) {
            throw new ArchiveRefused(file + " is there already", there);
        } catch (IOException | UncheckedIOException failed) {
            throw new ArchiveRefused(file + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    private Written write(Path passing, Path file) {
        try (var archive = new ArchiveWriter(passing)) {
            archive.add(ArchiveFile.README, readme());
            var described = new DataPackage();
            var rows = 0L;
            for (var table : tables.going().values()) {
                rows += write(archive, table, described);
            }
            archive.add(ArchiveFile.EVENTS, this::events);
            for (var model : models.newest().entrySet()) {
                archive.add("models/" + model.getKey(), out -> out.write(model.getValue()));
            }
            var missing = new TreeSet<String>();
            var files = files(archive, missing);
            var schema =
                    Objects.requireNonNull(flyway.info().current().getVersion()).getVersion();
            archive.add(ArchiveFile.DESCRIPTION, described.text(product, schema, clock.instant(), missing));
            archive.manifest();
            return new Written(file.toString(), rows, files, missing);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private long write(ArchiveWriter archive, Table table, DataPackage described) throws IOException {
        var rows = new AtomicLong();
        var part = archive.add(ArchiveFile.data(table.name()), out -> {
            try (var json = Json.ROWS.createGenerator(ObjectWriteContext.empty(), out)) {
                each(table.select(), row -> {
                    json.writeStartObject();
                    for (var place = 1; place <= table.columns().size(); place++) {
                        var column = table.columns().get(place - 1);
                        json.writeName(column.name());
                        if (row.getObject(place) == null) {
                            json.writeNull();
                        } else {
                            column.kind().write(json, row, place);
                        }
                    }
                    json.writeEndObject();
                    rows.incrementAndGet();
                });
            }
            if (rows.get() > 0) {
                out.write('\n');
            }
        });
        described.add(table, part, rows.get());
        return rows.get();
    }

    /** Every event as it was recorded and is proven: canonical JSON, which has no line break, one event a line. */
    private void events(OutputStream out) {
        each("select payload from ledger_event order by seq", row -> {
            try {
                out.write(row.getBytes(1));
                out.write('\n');
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private long files(ArchiveWriter archive, Set<String> missing) throws IOException {
        var written = 0L;
        for (var hash : jdbc.queryForList(FILES, String.class)) {
            try (var content = store.open(hash)) {
                if (!store.isWhole(hash)) {
                    missing.add(hash);
                    continue;
                }
                archive.add(ArchiveFile.file(hash), content);
                written++;
            } catch (NoSuchFileException gone) {
                missing.add(hash);
            }
        }
        return written;
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    /** A few rows at a time; in a transaction PostgreSQL, too, holds no more. */
    private void each(String sql, Row each) {
        jdbc.execute((Connection connection) -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(ROWS_AT_ONCE);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        each.take(rows);
                    }
                }
            }
            return true;
        });
    }

    private static String readme() throws IOException {
        var left = new StringBuilder();
        new TreeMap<>(ArchivedTables.STAYS).forEach((table, why) -> left.append("- `")
                .append(table)
                .append("`: ")
                .append(why)
                .append('\n'));
        return new ClassPathResource("archive/README.md")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("{left}", left.toString().strip());
    }
}
