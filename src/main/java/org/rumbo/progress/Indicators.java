package org.rumbo.progress;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Indicators extends Repository<Indicator, UUID> {
    List<Indicator> findByRecommendationIdOrderByAddedAt(UUID recommendation);

    List<Indicator> findByRecommendationIdInOrderByAddedAt(Collection<UUID> recommendations);

    Optional<Indicator> findByIdAndRecommendationId(UUID id, UUID recommendation);

    long countByRecommendationId(UUID recommendation);

    Indicator saveAndFlush(Indicator indicator);
}
