package org.rumbo.workflow;

import java.util.List;
import java.util.UUID;
import org.rumbo.evaluation.EvaluationRound;
import org.rumbo.evaluation.Scores;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.team.Role;
import org.springframework.stereotype.Component;

/** What the model of an evaluation asks; public, because expressions reach public classes only. */
@Component("evaluationSteps")
public class EvaluationSteps {
    private final EvaluationRound evaluations;
    private final RecommendationQueries queries;

    EvaluationSteps(EvaluationRound evaluations, RecommendationQueries queries) {
        this.evaluations = evaluations;
        this.queries = queries;
    }

    /** The ids of those who still have to rate. */
    public List<String> outstanding(String businessKey) {
        return evaluations.outstanding(queries.reference(businessKey).id()).stream()
                .map(UUID::toString)
                .sorted()
                .toList();
    }

    /** The sum of the assessed criteria's scores. */
    public int sum(String businessKey) {
        return scores(businessKey).sum();
    }

    /** How many criteria are assessed. */
    public int count(String businessKey) {
        return scores(businessKey).count();
    }

    /** The worst of the scores that cap the overall rating. */
    public int worstDecisive(String businessKey) {
        return scores(businessKey).worstDecisive();
    }

    private Scores scores(String businessKey) {
        return evaluations.scores(queries.reference(businessKey).id());
    }

    /** The group that approves evaluations. */
    public String approvers(String businessKey) {
        return Role.DIRECTOR.name();
    }
}
