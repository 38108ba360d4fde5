package org.rumbo.recommendation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares what is kept twice for speed with what it was taken from. */
@Service
@Transactional(readOnly = true)
public class RecommendationCheck {
    private final JdbcClient jdbc;

    RecommendationCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every item's own view of where it stands, by code. */
    public void standings(Consumer<Standing> each) {
        jdbc.sql("select id, code, rev, state, claim_status, evaluation_open, position, self_level, validated_level,"
                        + " markers_total, markers_met from recommendation order by code")
                .query(row -> {
                    each.accept(new Standing(
                            row.getObject("id", UUID.class),
                            row.getString("code"),
                            row.getInt("rev"),
                            State.valueOf(row.getString("state")),
                            ClaimStatus.valueOf(row.getString("claim_status")),
                            row.getBoolean("evaluation_open"),
                            Position.valueOf(row.getString("position")),
                            Level.valueOf(row.getString("self_level")),
                            Level.valueOf(row.getString("validated_level")),
                            row.getInt("markers_total"),
                            row.getInt("markers_met")));
                });
    }

    /** When each open or returned claim was made, or made again, by its item. */
    public Map<UUID, Instant> openClaims() {
        var made = new HashMap<UUID, Instant>();
        jdbc.sql("select r.id, c.made_at from recommendation r join claim c on c.id = r.claim_id")
                .query(row -> {
                    made.put(
                            row.getObject(1, UUID.class),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return made;
    }

    /** What contradicts itself, one line each; empty where all is well. */
    public List<String> contradictions() {
        return jdbc.sql("""
                select r.code, 'its list row says ' || coalesce(l.state, 'nothing') || ' for ' || a.audience as what
                from recommendation r
                cross join (select 'FULL' as audience union all select 'RELEASED') a
                left join recommendation_listing l on l.item_id = r.id and l.audience = a.audience
                where l.state is null or l.state <> r.state
                    or (a.audience = 'FULL' and (l.claim_status <> r.claim_status or l.markers_met <> r.markers_met))
                union all
                select r.code, 'its claim is ' || coalesce(c.status, 'missing') || ', it says ' || r.claim_status
                from recommendation r left join claim c on c.id = r.claim_id
                where coalesce(c.status, 'NONE') <> r.claim_status
                union all
                select r.code, 'it counts other markers than it has'
                from recommendation r left join (
                    select recommendation_id, count(*) as total, count(case when met then 1 end) as met
                    from marker group by recommendation_id) m on m.recommendation_id = r.id
                where coalesce(m.total, 0) <> r.markers_total or coalesce(m.met, 0) <> r.markers_met
                union all
                select r.code, 'its evaluation and it do not agree whether one is open'
                from recommendation r left join (
                    select recommendation_id, count(*) as open from evaluation where status = 'OPEN'
                    group by recommendation_id) e on e.recommendation_id = r.id
                where coalesce(e.open, 0) <> case when r.evaluation_open then 1 else 0 end
                union all
                select r.code, 'the search does not know its title'
                from recommendation r left join search_entry s on s.item_id = r.id and s.kind = 'TITLE'
                    and s.language = r.language and s.readers in ('FULL', 'ALL')
                where coalesce(s.text, '')
                    <> case r.language when 'en' then r.title_en when 'es' then r.title_es else r.title_pt end
                union all
                select r.code, 'a translation of its ' || lower(t.field) || ' is not the one that is remembered'
                from recommendation r join recommendation_translation t on t.item_id = r.id
                where t.text <> case t.field
                    when 'TITLE' then
                        case t.language when 'en' then r.title_en when 'es' then r.title_es else r.title_pt end
                    when 'SUMMARY' then
                        case t.language when 'en' then r.summary_en when 'es' then r.summary_es else r.summary_pt end
                    else case t.language when 'en' then r.reading_en when 'es' then r.reading_es else r.reading_pt end
                    end
                order by 1""")
                .query((row, number) -> row.getString(1) + ": " + row.getString(2))
                .list();
    }
}
