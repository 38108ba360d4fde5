package org.rumbo.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet that somebody brought back, and how far it is.
 *
 * @param fileName what its owner called it
 * @param counts how many rows there are of each verdict
 * @param unchanged how many rows say what stands there already
 * @param ticked how many rows are to be done
 * @param tried of how many it is known what came of them; likewise for taking them back
 * @param notes columns and sheets that were passed over
 * @param begunAt when the present work began
 * @param undoUntil until when it can be taken back; null where it cannot
 */
public record SheetImport(
        UUID id,
        @Nullable String fileName,
        Instant madeAt,
        Status status,
        Map<ImportRow.Verdict, Integer> counts,
        int unchanged,
        int ticked,
        int tried,
        int done,
        int back,
        int left,
        List<RowProblem> notes,
        Instant begunAt,
        @Nullable Instant undoUntil) {

    public enum Status {
        /** It waits until its owner says what its columns mean. */
        MATCHING,
        /** It waits until its owner says what is to be done. */
        PREVIEW,
        APPLYING,
        APPLIED,
        UNDOING,
        UNDONE;

        public boolean isAtWork() {
            return this == APPLYING || this == UNDOING;
        }
    }

    public int count(String verdict) {
        return counts.getOrDefault(ImportRow.Verdict.valueOf(verdict), 0);
    }

    /** How many steps of the present work are behind it. */
    public int steps() {
        return status == Status.UNDOING ? back + left : tried;
    }

    public int allSteps() {
        return status == Status.UNDOING ? done : ticked;
    }
}
