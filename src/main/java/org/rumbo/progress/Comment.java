package org.rumbo.progress;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.rumbo.recommendation.Visibility;

/** A remark about an item, for its team or for the network. Whom it mentions stands in it as a reference to the person. */
@Entity
@Table(name = "item_comment")
@NullUnmarked
class Comment {
    /** For slips of the pen; later on others have read it and perhaps answered. */
    static final Duration MAY_BE_EDITED_FOR = Duration.ofHours(1);

    @Id
    private UUID id;

    private UUID recommendationId;
    private String text;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private UUID writtenBy;
    private Instant writtenAt;
    private Instant editedAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "comment_mention", joinColumns = @JoinColumn(name = "comment_id"))
    @Column(name = "person_id")
    private Set<UUID> mentioned = new HashSet<>();

    protected Comment() {}

    Comment(UUID recommendation, MentionedText words, Visibility visibility, UUID actor, Instant at) {
        this.id = UUID.randomUUID();
        this.recommendationId = recommendation;
        this.text = words.text();
        this.mentioned = new HashSet<>(words.mentioned());
        this.visibility = visibility;
        this.writtenBy = actor;
        this.writtenAt = at;
    }

    /** Words it anew; tells whom it mentions that it did not mention before. */
    Set<UUID> edit(MentionedText words, Instant at) {
        var added = new HashSet<>(words.mentioned());
        added.removeAll(mentioned);
        text = words.text();
        mentioned.clear();
        mentioned.addAll(words.mentioned());
        editedAt = at;
        return added;
    }

    /** Only she who wrote it, and only for a while. */
    boolean mayBeEdited(UUID somebody, Instant at) {
        return writtenBy.equals(somebody) && at.isBefore(writtenAt.plus(MAY_BE_EDITED_FOR));
    }

    UUID id() {
        return id;
    }

    MentionedText words() {
        return new MentionedText(text, Set.copyOf(mentioned));
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

    Instant editedAt() {
        return editedAt;
    }
}
