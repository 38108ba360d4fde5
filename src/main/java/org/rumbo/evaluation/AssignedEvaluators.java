package org.rumbo.evaluation;

import java.util.UUID;
import org.rumbo.recommendation.Evaluators;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AssignedEvaluators implements Evaluators {
    private final JdbcClient jdbc;

    AssignedEvaluators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isAssigned(UUID item, UUID person) {
        return jdbc.sql("""
                        select count(*) from evaluation e join evaluation_assignment a on a.evaluation_id = e.id
                        where e.recommendation_id = ? and e.status <> 'CANCELLED' and a.evaluator = ?""").params(item, person).query(Long.class).single() > 0;
    }

    @Override
    public Standing standing(UUID item, UUID person) {
        return jdbc.sql("""
                select count(a.evaluator) as assigned, count(a.rated_at) as rated,
                    count(case when a.evaluator = :person and a.rated_at is null then 1 end) as awaited,
                    count(case when a.evaluator = :person and a.rated_at is not null then 1 end) as given
                from evaluation e join evaluation_assignment a on a.evaluation_id = e.id
                where e.recommendation_id = :item and e.status = 'OPEN'""")
                .param("item", item)
                .param("person", person)
                .query((row, number) -> new Standing(
                        row.getLong("awaited") > 0,
                        row.getLong("assigned") > 0 && row.getLong("assigned") == row.getLong("rated"),
                        row.getLong("given") > 0))
                .single();
    }
}
