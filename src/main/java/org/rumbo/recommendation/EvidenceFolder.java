package org.rumbo.recommendation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface EvidenceFolder extends Repository<Evidence, UUID> {
    List<Evidence> findByRecommendationIdOrderByAddedAt(UUID recommendation);

    List<Evidence> findByRecommendationIdInOrderByAddedAt(Collection<UUID> recommendations);

    List<Evidence> findByRecommendationIdAndIdIn(UUID recommendation, Collection<UUID> ids);

    Optional<Evidence> findByIdAndRecommendationId(UUID id, UUID recommendation);

    Evidence save(Evidence evidence);
}
