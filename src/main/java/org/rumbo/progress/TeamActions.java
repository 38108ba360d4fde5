package org.rumbo.progress;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface TeamActions extends Repository<TeamAction, UUID> {
    List<TeamAction> findByRecommendationIdOrderByAddedAt(UUID recommendation);

    List<TeamAction> findByRecommendationIdInOrderByAddedAt(Collection<UUID> recommendations);

    Optional<TeamAction> findByIdAndRecommendationId(UUID id, UUID recommendation);

    long countByRecommendationId(UUID recommendation);

    TeamAction saveAndFlush(TeamAction action);
}
