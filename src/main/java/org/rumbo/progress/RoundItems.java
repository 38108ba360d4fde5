package org.rumbo.progress;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.State;
import org.rumbo.team.CountryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items that a round asks about, and the teams that take part. */
@Component
class RoundItems {
    private final JdbcClient jdbc;

    RoundItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Item(UUID id, RecommendationCode code, CountryCode country, State state, boolean answered) {}

    /** Every team with something that is not finished, though nothing of it may have begun. */
    List<CountryCode> teams() {
        return jdbc
                .sql("select distinct country from recommendation"
                        + " where state in ('PROPOSED', 'UNDER_REVIEW', 'ADOPTED', 'IMPLEMENTED') order by country")
                .query(String.class)
                .list()
                .stream()
                .map(CountryCode::new)
                .toList();
    }

    List<Item> inStates(Collection<State> states) {
        return jdbc.sql("select id, code, country, state, 0 as answered from recommendation where state in (:states)")
                .param("states", states.stream().map(Enum::name).toList())
                .query((row, number) -> item(row))
                .list();
    }

    /** What a round asks about, by the items' ids. */
    Map<UUID, Item> of(UUID round) {
        var items = new HashMap<UUID, Item>();
        jdbc.sql(
                        "select r.id, r.code, r.country, r.state, case when a.kind is null then 0 else 1 end as answered"
                                + " from round_answer a join recommendation r on r.id = a.recommendation_id where a.round_id = ?")
                .param(round)
                .query(row -> {
                    items.put(row.getObject("id", UUID.class), item(row));
                });
        return items;
    }

    private static Item item(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                new RecommendationCode(row.getString("code")),
                new CountryCode(row.getString("country")),
                State.valueOf(row.getString("state")),
                row.getInt("answered") == 1);
    }

    /** Locks a round's row, after the items' rows, by changing it: two who act in it at once are put in order. */
    boolean lock(UUID round) {
        return jdbc.sql("update update_round set version = version + 1 where id = ?")
                        .param(round)
                        .update()
                > 0;
    }

    /** Rounds that directors open are counted in each year. */
    String nextKey(int year) {
        var opened = jdbc.sql("select count(*) from update_round where round_key like ?")
                .param(year + "-R%")
                .query(Long.class)
                .single();
        return year + "-R" + (opened + 1);
    }
}
