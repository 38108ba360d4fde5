package org.rumbo.recommendation;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Recommendations extends Repository<Recommendation, UUID> {
    Optional<Recommendation> findByCode(RecommendationCode code);

    /** Locks the item's row first of all, so that whoever comes second decides on what the first one left. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Recommendation r where r.code = :code")
    Optional<Recommendation> findForChange(RecommendationCode code);

    List<Recommendation> findByCodeIn(Collection<RecommendationCode> codes);

    boolean existsByCode(RecommendationCode code);

    Recommendation saveAndFlush(Recommendation recommendation);
}
