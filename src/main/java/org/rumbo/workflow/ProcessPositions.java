package org.rumbo.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rumbo.progress.SubmissionState;
import org.rumbo.recommendation.ClaimStatus;
import org.rumbo.recommendation.State;
import org.rumbo.source.ImportState;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the engine's instances stand, for all items in one statement: for those who compare it with the items themselves. */
@Component
public class ProcessPositions {
    /** The steps that are current: leaves, and call activities whose called instance runs. */
    private static final String CURRENT = """
            select i.BUSINESS_KEY_, d.KEY_, e.PROC_INST_ID_, e.ACT_ID_
            from ACT_RU_EXECUTION e
            join ACT_RU_EXECUTION i on i.ID_ = e.PROC_INST_ID_
            join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
            where e.ACT_ID_ is not null
              and (not exists (select 1 from ACT_RU_EXECUTION c where c.PARENT_ID_ = e.ID_))
            """;

    private final JdbcClient jdbc;

    ProcessPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The current steps of all instances of the life-cycle model, by item code; one entry per live instance and step. */
    public Map<String, List<String>> lives() {
        var lives = new TreeMap<String, List<String>>();
        steps(CURRENT + " and d.KEY_ = '" + LifecycleModel.PROCESS + "'", lives);
        return lives;
    }

    /** The open tasks of all rounds' instances, each with whom it waits for, by the round's key. */
    public Map<String, List<String>> rounds() {
        var rounds = new TreeMap<String, List<String>>();
        jdbc.sql("select i.BUSINESS_KEY_, t.TASK_DEF_KEY_, l.GROUP_ID_ from ACT_RU_TASK t"
                        + " join ACT_RU_EXECUTION i on i.ID_ = t.PROC_INST_ID_"
                        + " join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_"
                        + " left join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ where d.KEY_ = '"
                        + RoundModel.PROCESS + "' order by 2, 3")
                .query(row -> {
                    rounds.computeIfAbsent(row.getString(1), key -> new java.util.ArrayList<>())
                            .add(row.getString(2) + " " + row.getString(3));
                });
        return rounds;
    }

    /** The current steps of all imports of papers, by their keys. */
    public Map<String, List<String>> imports() {
        var imports = new TreeMap<String, List<String>>();
        steps(CURRENT + " and d.KEY_ = '" + ImportModel.PROCESS + "'", imports);
        return imports;
    }

    /** The step at which an import's process must stand. */
    public static List<String> expected(ImportState state) {
        return switch (state) {
            case READING -> List.of(ImportModel.TASK_READ);
            case REVIEW -> List.of(ImportModel.TASK_REVIEW);
            case CREATING -> List.of(ImportModel.TASK_CREATE);
            case DONE, FAILED, CANCELLED -> List.of();
        };
    }

    /** The tasks that must be open in a round where its teams are that far. */
    public static List<String> expectedTasks(Map<String, SubmissionState> teams) {
        return teams.entrySet().stream()
                .filter(team -> team.getValue().waitsForTeam() || team.getValue() == SubmissionState.SUBMITTED)
                .map(team -> team.getValue().waitsForTeam()
                        ? RoundModel.TASK_SUBMIT + " " + Groups.coordinatorsOf(new CountryCode(team.getKey()))
                        : RoundModel.TASK_REVIEW + " " + Role.DIRECTOR)
                .sorted()
                .toList();
    }

    /** The current steps of one item, in the life-cycle model and in what it calls. */
    public List<String> of(String code) {
        var steps = new TreeSet<String>();
        jdbc.sql(CURRENT + " and i.BUSINESS_KEY_ = ?").param(code).query(row -> {
            steps.add(row.getString("ACT_ID_"));
        });
        return List.copyOf(steps);
    }

    /** When what an item waits for is due: its timers and its tasks, by the step's id; the earliest of several. */
    Map<String, Instant> deadlines(String code) {
        var deadlines = new TreeMap<String, Instant>();
        jdbc.sql("select jd.ACT_ID_ as STEP_, j.DUEDATE_ as DUE_ from ACT_RU_JOB j"
                        + " join ACT_RU_JOBDEF jd on jd.ID_ = j.JOB_DEF_ID_"
                        + " join ACT_RU_EXECUTION i on i.ID_ = j.PROCESS_INSTANCE_ID_"
                        + " where i.BUSINESS_KEY_ = :code and j.DUEDATE_ is not null"
                        + " union all select t.TASK_DEF_KEY_, t.DUE_DATE_ from ACT_RU_TASK t"
                        + " join ACT_RU_EXECUTION i on i.ID_ = t.PROC_INST_ID_"
                        + " where i.BUSINESS_KEY_ = :code and t.DUE_DATE_ is not null")
                .param("code", code)
                .query(row -> {
                    var due = row.getTimestamp("DUE_").toInstant();
                    deadlines.merge(row.getString("STEP_"), due, (one, other) -> one.isBefore(other) ? one : other);
                });
        return deadlines;
    }

    private void steps(String sql, Map<String, List<String>> byCode) {
        jdbc.sql(sql).query(row -> {
            byCode.computeIfAbsent(row.getString("BUSINESS_KEY_"), code -> new java.util.ArrayList<>())
                    .add(row.getString("ACT_ID_"));
        });
    }

    /** The one step at which an item's life-cycle instance must stand. */
    public static String expected(State state, ClaimStatus claim, boolean evaluationOpen) {
        if (evaluationOpen) {
            return LifecycleModel.CALL_EVALUATION;
        }
        return claim == ClaimStatus.NONE
                ? LifecycleModel.receiveTaskOf(state.name())
                : LifecycleModel.claimCallOf(state.name());
    }
}
