package org.rumbo.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InstallationFact;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All processes at once, for those who keep them running: how many wait where, for how long, and what failed. Codes, no texts. */
@Service
@Transactional(readOnly = true)
public class ProcessOverview {
    private static final int MOST = 50;
    private static final int TRIES = 3;

    /** What waits, once per instance and step, and since when. A call has waited since what it calls began. */
    private static final String WAITING = "select d.KEY_, i.BUSINESS_KEY_, e.ACT_ID_, e.PROC_INST_ID_,"
            + " coalesce(min(t.CREATE_TIME_), min(s.CREATED_), min(c.CREATED_)) as SINCE_"
            + " from ACT_RU_EXECUTION e"
            + " join ACT_RU_EXECUTION i on i.ID_ = e.PROC_INST_ID_"
            + " join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_"
            + " left join ACT_RU_TASK t on t.EXECUTION_ID_ = e.ID_"
            + " left join ACT_RU_EVENT_SUBSCR s on s.EXECUTION_ID_ = e.ID_ and s.ACTIVITY_ID_ = e.ACT_ID_"
            + " left join ACT_RU_EXECUTION r on r.SUPER_EXEC_ = e.ID_"
            + " left join ACT_RU_EVENT_SUBSCR c on c.PROC_INST_ID_ = r.ID_"
            + " where e.ACT_ID_ is not null"
            + " and not exists (select 1 from ACT_RU_EXECUTION x where x.PARENT_ID_ = e.ID_)"
            + " group by d.KEY_, i.BUSINESS_KEY_, e.ACT_ID_, e.PROC_INST_ID_";

    /** Where an item may stay for ever, nothing is stuck. */
    private static final String STUCK = "(w.SINCE_ < :limit and w.ACT_ID_ not in ('State_Evaluated', 'State_Closed'))";

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final ManagementService management;
    private final AccessPolicy policy;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProcessOverview(
            JdbcClient jdbc,
            RepositoryService repository,
            ManagementService management,
            AccessPolicy policy,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.management = management;
        this.policy = policy;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** One version of a model, and how many instances run on it. */
    public record Version(String model, int number, String tag, long running) {}

    /** How many wait at a step, how many of them for too long, and since when the first. */
    public record Step(
            String activity, long all, long stuck, @Nullable Instant oldest) {}

    /** An item that has waited for too long. */
    public record Stuck(String code, String activity, Instant since) {}

    /** A step that failed as often as it is tried. */
    public record Failed(
            String id,
            @Nullable String model,
            @Nullable String activity,
            @Nullable String code,
            @Nullable Instant since) {}

    /** One model with all that waits in it. */
    public record Picture(String model, String svg, List<Step> steps, List<Stuck> stuck) {
        /** Whether what waits in it is about one item, whose page can be opened. */
        public boolean isOfItems() {
            return !model.equals(RoundModel.PROCESS) && !model.equals(ImportModel.PROCESS);
        }
    }

    /** All versions of all models, newest first within each model. */
    public List<Version> versions(Actor actor) {
        policy.requireSomewhere(actor, Permission.OPERATIONS_READ);
        return jdbc.sql("select d.KEY_, d.VERSION_, d.VERSION_TAG_, count(e.ID_) as RUNNING_ from ACT_RE_PROCDEF d"
                        + " left join ACT_RU_EXECUTION e on e.PROC_DEF_ID_ = d.ID_ and e.PARENT_ID_ is null"
                        + " group by d.KEY_, d.VERSION_, d.VERSION_TAG_ order by d.KEY_, d.VERSION_ desc")
                .query((row, number) -> new Version(
                        row.getString(1),
                        row.getInt(2),
                        Objects.requireNonNullElse(row.getString(3), ""),
                        row.getLong(4)))
                .list();
    }

    /** How many steps have waited for longer than that, by model. */
    public Map<String, Long> stuck(Duration longer, Actor actor) {
        policy.requireSomewhere(actor, Permission.OPERATIONS_READ);
        var stuck = new HashMap<String, Long>();
        jdbc.sql("select w.KEY_, count(*) from (" + WAITING + ") w where " + STUCK + " group by w.KEY_")
                .param("limit", limit(longer))
                .query(row -> {
                    stuck.put(row.getString(1), row.getLong(2));
                });
        return stuck;
    }

    /** The newest version of a model with what waits at each step, in the reader's language. */
    public Picture picture(String model, Duration longer, Actor actor, Locale locale) {
        policy.requireSomewhere(actor, Permission.OPERATIONS_READ);
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(model)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
        var steps = steps(model, longer);
        var counts = new HashMap<String, ProcessPicture.Count>();
        steps.forEach(step -> counts.put(step.activity(), new ProcessPicture.Count(step.all(), step.stuck())));
        var svg = ProcessPicture.draw(
                repository.getBpmnModelInstance(definition.getId()),
                text("process." + model, locale),
                id -> text("process." + model + "." + id, locale),
                ProcessPicture.Walk.counted(counts));
        return new Picture(model, svg, steps, stuckIn(model, longer));
    }

    private List<Step> steps(String model, Duration longer) {
        return jdbc.sql("select w.ACT_ID_, count(*), sum(case when " + STUCK + " then 1 else 0 end), min(w.SINCE_)"
                        + " from (" + WAITING + ") w where w.KEY_ = :model group by w.ACT_ID_"
                        + " order by 2 desc, 1")
                .param("model", model)
                .param("limit", limit(longer))
                .query((row, number) -> new Step(row.getString(1), row.getLong(2), row.getLong(3), instant(row, 4)))
                .list();
    }

    private List<Stuck> stuckIn(String model, Duration longer) {
        return jdbc.sql("select w.BUSINESS_KEY_, w.ACT_ID_, w.SINCE_ from (" + WAITING
                        + ") w where w.KEY_ = :model and " + STUCK + " order by w.SINCE_, w.BUSINESS_KEY_ fetch first "
                        + MOST + " rows only")
                .param("model", model)
                .param("limit", limit(longer))
                .query((row, number) -> new Stuck(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    /** The steps that will not be tried again by themselves. */
    public List<Failed> failed(Actor actor) {
        policy.requireSomewhere(actor, Permission.OPERATIONS_READ);
        return new ArrayList<>(jdbc.sql("select j.ID_, j.PROCESS_DEF_KEY_, jd.ACT_ID_, i.BUSINESS_KEY_,"
                        + " min(n.INCIDENT_TIMESTAMP_) from ACT_RU_JOB j"
                        + " left join ACT_RU_JOBDEF jd on jd.ID_ = j.JOB_DEF_ID_"
                        + " left join ACT_RU_EXECUTION i on i.ID_ = j.PROCESS_INSTANCE_ID_"
                        + " left join ACT_RU_INCIDENT n on n.CONFIGURATION_ = j.ID_ where j.RETRIES_ = 0"
                        + " group by j.ID_, j.PROCESS_DEF_KEY_, jd.ACT_ID_, i.BUSINESS_KEY_"
                        + " order by 4, 3, 1 fetch first " + MOST + " rows only")
                .query((row, number) -> new Failed(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), instant(row, 5)))
                .list());
    }

    /** Lets a failed step be tried again, and records who asked for it. */
    @Transactional
    public void retry(String job, Actor actor) {
        policy.requireSomewhere(actor, Permission.JOBS_RETRY);
        var failed = failed(actor).stream()
                .filter(one -> one.id().equals(job))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        management.setJobRetries(job, TRIES);
        var detail = new HashMap<String, @Nullable Object>();
        detail.put("job", job);
        detail.put("model", failed.model());
        detail.put("activity", failed.activity());
        detail.put("code", failed.code());
        events.publishEvent(new InstallationFact("job.retry", detail, actor.id()));
    }

    private Timestamp limit(Duration longer) {
        return Timestamp.from(clock.instant().minus(longer));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, "", locale), "");
    }
}
