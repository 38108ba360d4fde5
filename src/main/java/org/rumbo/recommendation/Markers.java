package org.rumbo.recommendation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Markers extends Repository<Marker, UUID> {
    List<Marker> findByRecommendationIdOrderByPosition(UUID recommendation);

    List<Marker> findByRecommendationIdInOrderByPosition(Collection<UUID> recommendations);

    Optional<Marker> findByIdAndRecommendationId(UUID id, UUID recommendation);

    Marker save(Marker marker);
}
