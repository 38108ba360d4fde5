package org.rumbo.source;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.reading.Place;
import org.rumbo.recommendation.WordChange;
import org.rumbo.shared.LongWork;

/**
 * An import with all that was found and decided.
 *
 * @param paper the paper's key; null until it is known
 * @param progress of the work that is under way
 * @param failure why the paper cannot be read; null where it can
 * @param givenUpBecause the reason of whoever gave it up, where she gave one
 * @param undecided how many passages are to be decided still
 * @param facts what the paper is cited with: what was typed, is known here or was read
 * @param told what was read of it in the paper itself
 * @param described whether somebody looked at the facts and corrected them
 * @param known whether recommendations of the same paper are tracked already
 */
public record ImportView(
        UUID id,
        @Nullable String paper,
        @Nullable String title,
        String language,
        String fileName,
        long fileSize,
        String sha256,
        @Nullable UUID importedBy,
        Instant importedAt,
        ImportState state,
        LongWork progress,
        @Nullable Failure failure,
        @Nullable String givenUpBecause,
        @Nullable String confidence,
        int undecided,
        int created,
        int attached,
        List<ChapterFound> chapters,
        List<PassageFound> passages,
        List<Gone> gone,
        List<Skipped> skipped,
        List<Doubt> warnings,
        PaperFacts facts,
        List<Told> told,
        boolean described,
        boolean known) {

    /**
     * Something that the paper tells of itself.
     *
     * @param field of {@link PaperFacts}
     * @param value several are parted by semicolons
     * @param line where it stands; 0 where the whole paper tells it
     */
    public record Told(String field, String value, String confidence, int line) {}

    public record Failure(String reason, String arguments) {}

    /** Something that whoever looks at a finding should know; {@code reading.warning.<kind>} has its words. */
    public record Doubt(String kind, int line, List<String> arguments) {}

    /**
     * @param found how many recommendations it has; 0 is an answer, too
     * @param headingLine null where it has no heading for recommendations
     */
    public record ChapterFound(
            int number,
            @Nullable String country,
            String title,
            List<String> authors,
            int found,
            @Nullable Integer headingLine,
            Place place,
            String confidence,
            List<Doubt> warnings) {}

    /**
     * @param code that it gets in its chapter's own country; null where the chapter has none
     * @param existing whether there is a recommendation with that code, to which the words will be attached
     * @param earlier the words that it had before; null where it is new or the same
     * @param suggestedTitle its first words
     */
    public record PassageFound(
            int passage,
            int chapter,
            @Nullable String country,
            String mark,
            String letter,
            @Nullable String code,
            boolean existing,
            String text,
            String sha256,
            @Nullable String leadIn,
            Place place,
            String confidence,
            List<Doubt> warnings,
            Difference difference,
            @Nullable String earlier,
            List<WordChange> changes,
            String suggestedTitle,
            @Nullable Decided decision) {}

    /** @param carriedOut whether its recommendations are there */
    public record Decided(
            DecisionOfPassage.Verdict decision,
            @Nullable String reason,
            UUID by,
            Instant at,
            boolean carriedOut,
            List<Becomes> items) {}

    /** @param outcome CREATED, ATTACHED or UNCHANGED; null until it is carried out */
    public record Becomes(
            String code,
            String country,
            @Nullable Integer part,
            @Nullable String corrected,
            String title,
            String summary,
            List<String> themes,
            @Nullable String outcome) {}

    /** A passage of the earlier import that is there no longer; its recommendation stays. */
    public record Gone(@Nullable String country, String letter, String text) {}

    /** @param reason {@code reading.skipped.<reason>} has its words */
    public record Skipped(int chapter, String mark, String text, Place place, String reason) {}
}
