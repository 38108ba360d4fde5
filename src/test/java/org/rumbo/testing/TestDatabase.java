package org.rumbo.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A new, empty database: H2, or PostgreSQL where the system property {@code rumbo.test.database} says so. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String CHOSEN = System.getProperty("rumbo.test.database", "h2");

    public static boolean isPostgres() {
        return CHOSEN.equals("postgres");
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = new LinkedHashMap<String, Object>();
        // Timers are fired by the tests that are about them.
        settings.put("rumbo.jobs.enabled", "false");
        settings.put("rumbo.data", "target/test-data/" + UUID.randomUUID());
        settings.put("server.port", "0");
        // Tests move the application's clock.
        settings.put("rumbo.ledger.clock-alarm", "false");
        // Receivers of web hooks that tests play.
        settings.put("rumbo.webhooks.loopback", "true");
        settings.put("rumbo.webhooks.wait", "1s");
        // All tests together come from one address and add their evidence as one coordinator, within minutes.
        settings.put("rumbo.limits.visitor.requests", "1000000");
        settings.put("rumbo.limits.upload.requests", "1000000");
        settings.putAll(isPostgres() ? postgres() : h2());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
    }

    private static Map<String, Object> h2() {
        return Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000",
                "spring.datasource.username",
                "rumbo",
                "spring.datasource.password",
                "");
    }

    private static Map<String, Object> postgres() {
        try {
            // Ends with the machine that runs it, by a hook of its own.
            var server = EmbeddedPostgres.start();
            return Map.of(
                    "spring.datasource.url",
                    server.getJdbcUrl("postgres", "postgres"),
                    "spring.datasource.username",
                    "postgres",
                    "spring.datasource.password",
                    "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
