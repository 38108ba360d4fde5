package org.rumbo.progress;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface TeamActions extends Repository<TeamAction, UUID> {
    List<TeamAction> findByRecommendationIdOrderByAddedAt(UUID recommendation);

    Optional<TeamAction> findByIdAndRecommendationId(UUID id, UUID recommendation);

    long countByRecommendationId(UUID recommendation);

    TeamAction saveAndFlush(TeamAction action);
}
