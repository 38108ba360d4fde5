package org.rumbo.progress;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface IndicatorValues extends Repository<IndicatorValue, UUID> {
    /** Of all indicators of an item, in the order of their days. */
    @Query("""
            select v from IndicatorValue v where v.indicatorId in
            (select i.id from Indicator i where i.recommendationId = :recommendation)
            order by v.measuredOn, v.recordedAt""")
    List<IndicatorValue> findOf(UUID recommendation);

    /** Of all indicators of many items, in the order of their days. */
    @Query("""
            select v from IndicatorValue v where v.indicatorId in
            (select i.id from Indicator i where i.recommendationId in :recommendations)
            order by v.measuredOn, v.recordedAt""")
    List<IndicatorValue> findOfAll(Collection<UUID> recommendations);

    Optional<IndicatorValue> findByIdAndIndicatorId(UUID id, UUID indicator);

    boolean existsByCorrectsId(UUID value);

    long countByIndicatorId(UUID indicator);

    IndicatorValue saveAndFlush(IndicatorValue value);
}
