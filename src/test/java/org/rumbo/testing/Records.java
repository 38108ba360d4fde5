package org.rumbo.testing;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds of an item, looked at past the application. */
public final class Records {
    private final JdbcClient jdbc;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long events() {
        return jdbc.sql("select count(*) from ledger_event").query(Long.class).single();
    }

    public long events(String code) {
        return jdbc.sql("select count(*) from ledger_event where code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    /** What a refused change must leave as it was: the item, its ledger, its processes. */
    public Map<String, Object> of(String code) {
        return Map.of(
                "item",
                jdbc.sql("select * from recommendation where code = ?")
                        .param(code)
                        .query()
                        .singleRow(),
                "events",
                events(code),
                "openings",
                jdbc.sql(
                                "select count(*) from ledger_opening where item_id = (select id from recommendation where code = ?)")
                        .param(code)
                        .query(Long.class)
                        .single(),
                "claims",
                rows(
                        "select id, status, target, made_at from claim where recommendation_id ="
                                + " (select id from recommendation where code = ?) order by made_at",
                        code),
                "lists",
                rows(
                        "select audience, state, next_step, claim_status, updated_at from recommendation_listing"
                                + " where code = ? order by audience",
                        code),
                "executions",
                rows(
                        "select e.act_id_, e.is_active_ from act_ru_execution e join act_ru_execution p on"
                                + " e.proc_inst_id_ = p.proc_inst_id_ where p.business_key_ = ? order by 1, 2",
                        code),
                "tasks",
                rows(
                        "select t.task_def_key_, t.assignee_ from act_ru_task t join act_ru_execution p on"
                                + " t.proc_inst_id_ = p.proc_inst_id_ where p.business_key_ = ? order by 1, 2",
                        code));
    }

    private List<Map<String, Object>> rows(String sql, String code) {
        return jdbc.sql(sql).param(code).query().listOfRows();
    }
}
