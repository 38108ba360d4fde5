package org.rumbo.reading;

/**
 * An item of a list that was not taken for a recommendation.
 *
 * @param chapter 0 where it stands before the first
 */
public record SkippedItem(int chapter, String mark, String text, Place place, Reason reason) {
    /** Why; {@code reading.skipped.*} in the messages has words for each. */
    public enum Reason {
        /** The chapter's recommendations had not begun. */
        BEFORE_HEADING,
        /** The chapter has no heading for recommendations. */
        NO_HEADING,
        /** It stands after the recommendations have ended. */
        AFTER_END
    }
}
