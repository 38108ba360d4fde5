package org.rumbo.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.Visibility;

/** A progress note as readers get it. */
public record NoteView(
        UUID id,
        String text,
        @Nullable Level level,
        Visibility visibility,
        @Nullable LocalDate nextDate,
        boolean draft,
        @Nullable String writtenBy,
        Instant writtenAt) {}
