package org.rumbo.progress.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.CommentView;
import org.rumbo.progress.MentionedText;
import org.rumbo.recommendation.TextErasure;
import org.rumbo.recommendation.Visibility;

/** A comment with the day and hour at which it was written, in the network's time. */
record CommentLine(
        UUID id,
        List<MentionedText.Part> parts,
        Visibility visibility,
        @Nullable String writtenBy,
        LocalDate on,
        String time,
        boolean edited,
        boolean mayEdit,
        boolean erased) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static CommentLine of(CommentView comment, ZoneId zone) {
        var erased =
                comment.parts().stream().map(MentionedText.Part::text).toList().equals(List.of(TextErasure.ERASED));
        var at = comment.writtenAt().atZone(zone);
        return new CommentLine(
                comment.id(),
                comment.parts(),
                comment.visibility(),
                comment.writtenBy(),
                at.toLocalDate(),
                at.format(TIME),
                comment.editedAt() != null,
                comment.mayEdit() && !erased,
                erased);
    }
}
