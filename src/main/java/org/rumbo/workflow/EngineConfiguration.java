package org.rumbo.workflow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The engine on the application's own data source and transactions, with everything switched off that the processes do not need. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
    private static final int MAX_RESULTS = 1000;

    /** Two nodes share the jobs only if both keep asking. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);

    private static final int JOB_THREADS = 2;
    private static final int MAX_JOB_THREADS = 3;

    @Bean
    SpringProcessEngineConfiguration engineSettings(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            BeanFactory beans,
            @Value("${rumbo.jobs.lock}") Duration lock) {
        var settings = new SpringProcessEngineConfiguration();
        settings.setProcessEngineName("rumbo");
        settings.setDataSource(dataSource);
        settings.setTransactionManager(transactions);
        settings.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        settings.setSkipIsolationLevelCheck(false);
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setJobExecutor(jobExecutor(lock));
        settings.setJobExecutorActivate(false);
        settings.setFailedJobRetryTimeCycle("R3/PT5M");
        settings.setEnableCmdExceptionLogging(false); // whoever called gets the exception and says what it means
        closeDoors(settings);
        leaveOut(settings);
        settings.setBeans(new StepBeans(beans));
        settings.setCustomPreBPMNParseListeners(List.of(new ModelRules()));
        return settings;
    }

    /** What an attacker could use: expressions and objects from outside, scripts, unbounded queries. */
    private static void closeDoors(SpringProcessEngineConfiguration settings) {
        settings.setEnableExpressionsInAdhocQueries(false);
        settings.setEnableExpressionsInStoredQueries(false);
        settings.setJavaSerializationFormatEnabled(false);
        settings.setDeserializationTypeValidationEnabled(true);
        settings.setDeserializationAllowedClasses("");
        settings.setDeserializationAllowedPackages("");
        settings.setEnableXxeProcessing(false);
        settings.setQueryMaxResultsLimit(MAX_RESULTS);
        settings.setScriptEngineResolver(new NoScripts());
        settings.setEnableFetchScriptEngineFromProcessApplication(false);
        settings.setEnableScriptEngineLoadExternalResources(false);
    }

    /** The ledger is the history, the access policy the authorization, the team module the identities. */
    private static void leaveOut(SpringProcessEngineConfiguration settings) {
        settings.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        settings.setHistoryCleanupEnabled(false);
        settings.setEnforceHistoryTimeToLive(true);
        settings.setAuthorizationEnabled(false);
        settings.setTenantCheckEnabled(false);
        settings.setDbIdentityUsed(false);
        settings.setCmmnEnabled(false);
        settings.setMetricsEnabled(false);
        settings.setTaskMetricsEnabled(false);
        settings.setDbMetricsReporterActivate(false);
    }

    private static JobExecutor jobExecutor(Duration lock) {
        var jobs = new DefaultJobExecutor();
        jobs.setAutoActivate(false);
        jobs.setCorePoolSize(JOB_THREADS);
        jobs.setMaxPoolSize(MAX_JOB_THREADS);
        jobs.setLockTimeInMillis(Math.toIntExact(lock.toMillis()));
        jobs.setMaxWait(MAX_WAIT.toMillis());
        return jobs;
    }

    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    ProcessEngine processEngine(SpringProcessEngineConfiguration engineSettings, EngineClock clock) {
        return engineSettings.buildProcessEngine();
    }

    @Bean
    EngineClock engineClock(Clock clock) {
        return new EngineClock(clock);
    }

    @Bean
    ModelDeployment modelDeployment(
            ProcessEngine engine, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        return new ModelDeployment(engine.getRepositoryService(), new InstanceMigrations(engine), events, transactions);
    }

    @Bean
    EngineJobs engineJobs(ProcessEngine engine, @Value("${rumbo.jobs.enabled:true}") boolean enabled) {
        return new EngineJobs(engine, enabled);
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    DecisionService decisionService(ProcessEngine engine) {
        return engine.getDecisionService();
    }

    @Bean
    EvidenceSufficiency evidenceSufficiency(DecisionService decisions) {
        return new EvidenceSufficiency(decisions);
    }

    @Bean
    TableReminderRules reminderRules(DecisionService decisions) {
        return new TableReminderRules(decisions);
    }

    @Bean
    EvaluationRating evaluationRating(DecisionService decisions) {
        return new EvaluationRating(decisions);
    }
}
