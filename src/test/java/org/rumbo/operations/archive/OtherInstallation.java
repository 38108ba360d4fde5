package org.rumbo.operations.archive;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import org.joda.time.DateTimeUtils;
import org.jspecify.annotations.Nullable;
import org.rumbo.Rumbo;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.TestWorld;
import org.rumbo.testing.TimeMachine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A second installation beside the one that tests share: its own database, files and clock, and nothing in it yet. */
final class OtherInstallation implements AutoCloseable {
    private final @Nullable EmbeddedPostgres postgres;
    private final ConfigurableApplicationContext context;
    private final TimeMachine clockOfTests;

    OtherInstallation(boolean onPostgres, TimeMachine clockOfTests) throws IOException {
        this.clockOfTests = clockOfTests;
        this.postgres = onPostgres ? EmbeddedPostgres.start() : null;
        this.context = new SpringApplicationBuilder(TestWorld.class, Rumbo.class)
                .profiles("dev")
                .run(
                        "--server.port=0",
                        "--rumbo.serving=false",
                        "--rumbo.jobs.enabled=false",
                        "--rumbo.data=target/test-data/" + UUID.randomUUID(),
                        "--rumbo.webhooks.loopback=true",
                        "--rumbo.ledger.clock-alarm=false",
                        "--rumbo.limits.visitor.requests=1000000",
                        "--network.public-page=true",
                        "--spring.datasource.url="
                                + (postgres == null
                                        ? "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000"
                                        : postgres.getJdbcUrl("postgres", "postgres")),
                        "--spring.datasource.username=" + (postgres == null ? "rumbo" : "postgres"),
                        "--spring.datasource.password=");
    }

    <T> T the(Class<T> part) {
        return context.getBean(part);
    }

    Api api() {
        return the(Api.class);
    }

    Journeys journeys() {
        return the(Journeys.class);
    }

    JdbcClient jdbc() {
        return the(JdbcClient.class);
    }

    /** The engine's time is one for the whole machine: it goes back to those whom it belonged to. */
    @Override
    public void close() throws IOException {
        context.close();
        if (postgres != null) {
            postgres.close();
        }
        DateTimeUtils.setCurrentMillisProvider(clockOfTests::millis);
    }
}
