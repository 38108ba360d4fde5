package org.rumbo.progress;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Comments extends Repository<Comment, UUID> {
    /** Oldest first, with whom they mention. */
    @Query("""
            select distinct c from Comment c left join fetch c.mentioned
            where c.recommendationId = :recommendation order by c.writtenAt, c.id""")
    List<Comment> findOf(UUID recommendation);

    Optional<Comment> findByIdAndRecommendationId(UUID id, UUID recommendation);

    Comment saveAndFlush(Comment comment);
}
