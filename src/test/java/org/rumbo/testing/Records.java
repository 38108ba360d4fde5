package org.rumbo.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds of an item, looked at past the application. */
public final class Records {
    private final JdbcClient jdbc;
    private String counts = "";

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long events() {
        return jdbc.sql("select count(*) from ledger_event").query(Long.class).single();
    }

    /**
     * What tells one content of the database from another: the size of every table but the engine's own history and what
     * people's calendars were told, and the sum of all items' versions.
     */
    public Map<String, Object> digest() {
        if (counts.isEmpty()) {
            var tables = jdbc.sql(
                            "select table_name from information_schema.tables where lower(table_schema) = 'public'"
                                    + " and lower(table_name) not like 'act_hi%'"
                                    + " and lower(table_name) not like 'web_session%'"
                                    + " and lower(table_name) not in ('rate_limit', 'calendar_feed', 'calendar_entry')"
                                    + " order by table_name")
                    .query(String.class)
                    .list();
            counts = tables.stream()
                    .map(table -> "select '" + table + "' as t, count(*) as n from \"" + table + "\"")
                    .collect(Collectors.joining(" union all "));
        }
        var digest = new TreeMap<String, Object>();
        jdbc.sql(counts).query(row -> {
            digest.put(row.getString("t"), row.getLong("n"));
        });
        digest.put(
                "versions",
                jdbc.sql("select sum(version) from recommendation")
                        .query(Long.class)
                        .single());
        digest.put(
                "news",
                jdbc.sql("select max(updated_at) from recommendation_listing")
                        .query(String.class)
                        .single());
        return digest;
    }

    public long events(String code) {
        return jdbc.sql("select count(*) from ledger_event where code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    /** What the ledger keeps of an item for ever, as it stands there. */
    public String payloads(String code) {
        return jdbc.sql("select payload from ledger_event where code = ? order by seq")
                .param(code)
                .query((row, number) -> new String(row.getBytes("payload"), StandardCharsets.UTF_8))
                .list()
                .toString();
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
