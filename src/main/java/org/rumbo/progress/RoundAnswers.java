package org.rumbo.progress;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rumbo.team.CountryCode;
import org.springframework.data.repository.Repository;

interface RoundAnswers extends Repository<RoundAnswer, UUID> {
    Optional<RoundAnswer> findByRoundIdAndRecommendationId(UUID round, UUID recommendation);

    boolean existsByRoundIdAndRecommendationId(UUID round, UUID recommendation);

    List<RoundAnswer> findByRoundIdAndCountry(UUID round, CountryCode country);

    RoundAnswer save(RoundAnswer answer);
}
