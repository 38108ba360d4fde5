package org.rumbo.progress;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.rumbo.recommendation.Visibility;

/** A remark about an item, for its team or for the network. */
@Entity
@Table(name = "item_comment")
@NullUnmarked
class Comment {
    @Id
    private UUID id;

    private UUID recommendationId;
    private String text;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private UUID writtenBy;
    private Instant writtenAt;

    protected Comment() {}

    Comment(UUID recommendation, String text, Visibility visibility, UUID actor, Instant at) {
        this.id = UUID.randomUUID();
        this.recommendationId = recommendation;
        this.text = text;
        this.visibility = visibility;
        this.writtenBy = actor;
        this.writtenAt = at;
    }

    UUID id() {
        return id;
    }

    String text() {
        return text;
    }

    Visibility visibility() {
        return visibility;
    }

    UUID writtenBy() {
        return writtenBy;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
