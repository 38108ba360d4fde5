package org.rumbo.progress;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Visibility;

/**
 * A comment as readers get it.
 *
 * @param parts what it says, broken at the mentions
 * @param editedAt when it was last changed; null where it never was
 * @param mayEdit whether this reader may still change it
 */
public record CommentView(
        UUID id,
        List<MentionedText.Part> parts,
        Visibility visibility,
        @Nullable String writtenBy,
        Instant writtenAt,
        @Nullable Instant editedAt,
        boolean mayEdit) {}
