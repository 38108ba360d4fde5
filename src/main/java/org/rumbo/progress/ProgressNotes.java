package org.rumbo.progress;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ProgressNotes extends Repository<ProgressNote, UUID> {
    List<ProgressNote> findByRecommendationIdOrderByWrittenAtDesc(UUID recommendation);

    Optional<ProgressNote> findByIdAndRecommendationId(UUID id, UUID recommendation);

    ProgressNote save(ProgressNote note);
}
