package org.rumbo.progress;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Comments extends Repository<Comment, UUID> {
    List<Comment> findByRecommendationIdOrderByWrittenAt(UUID recommendation);

    Comment save(Comment comment);
}
