package org.rumbo.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

interface Evaluations extends Repository<Evaluation, UUID> {
    @EntityGraph(attributePaths = "assignments")
    Optional<Evaluation> findByRecommendationIdAndStatus(UUID recommendation, Evaluation.Status status);

    @EntityGraph(attributePaths = "assignments")
    List<Evaluation> findByRecommendationIdOrderByOpenedAtDesc(UUID recommendation);

    Evaluation saveAndFlush(Evaluation evaluation);
}
