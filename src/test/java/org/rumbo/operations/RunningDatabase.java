package org.rumbo.operations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database of a packaged application: a file beside the jar, or a PostgreSQL of its own that outlives the application. */
record RunningDatabase(@Nullable EmbeddedPostgres server) implements AutoCloseable {
    static RunningDatabase start() throws IOException {
        var postgres = "postgres".equals(System.getProperty("rumbo.test.database"));
        return new RunningDatabase(postgres ? EmbeddedPostgres.builder().start() : null);
    }

    boolean isFile() {
        return server == null;
    }

    Map<String, String> settings() {
        return server == null
                ? Map.of()
                : Map.of(
                        "SPRING_DATASOURCE_URL",
                        server.getJdbcUrl("postgres", "postgres"),
                        "SPRING_DATASOURCE_USERNAME",
                        "postgres");
    }

    /** Looks in while the application is down: only one may hold the file. */
    Connection open(Path folder) throws SQLException {
        return server == null
                ? DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("data").resolve("rumbo") + ";WRITE_DELAY=0;IFEXISTS=TRUE",
                        "rumbo",
                        "")
                : server.getPostgresDatabase().getConnection();
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
