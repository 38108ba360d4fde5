package org.rumbo.workflow;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.mockito.Mockito;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The engine's own configuration in the smallest context that can hold it: a migrated database, transactions, a clock, played steps. */
final class EngineContext implements AutoCloseable {
    final ClaimSteps claimSteps = Mockito.mock(ClaimSteps.class);
    final EvaluationSteps evaluationSteps = Mockito.mock(EvaluationSteps.class);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    EngineContext(DataSource database, String vendor, Clock clock) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .load()
                .migrate();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource("test", Map.of("rumbo.jobs.enabled", "false", "rumbo.jobs.lock", "5m")));
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(ClaimModel.STEPS, ClaimSteps.class, () -> claimSteps);
        context.registerBean(RoundModel.STEPS, RoundSteps.class, () -> Mockito.mock(RoundSteps.class));
        context.registerBean(ImportModel.STEPS, ImportSteps.class, () -> Mockito.mock(ImportSteps.class));
        context.registerBean(EvaluationModel.STEPS, EvaluationSteps.class, () -> evaluationSteps);
        context.register(EngineConfiguration.class);
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
