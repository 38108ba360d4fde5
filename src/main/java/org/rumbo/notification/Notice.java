package org.rumbo.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that its reader is told.
 *
 * @param code the recommendation; null where it is about none
 * @param subject the claim, comment, document, evaluation, report or other person that it is about
 * @param by who did it; null for timers
 * @param behalf for whom she did it besides herself
 * @param word a code or a date that the sentence names
 * @param own whether it is about something of the reader's own
 * @param named whether the reader may know the names of people below directors
 */
public record Notice(
        UUID id,
        NoticeKind kind,
        @Nullable String code,
        @Nullable UUID subject,
        @Nullable UUID by,
        @Nullable UUID behalf,
        @Nullable String word,
        boolean own,
        boolean named,
        Instant at,
        boolean unread) {}
