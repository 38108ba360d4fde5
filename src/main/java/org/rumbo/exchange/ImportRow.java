package org.rumbo.exchange;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a spreadsheet that would change something, or that cannot be used.
 *
 * @param place where it comes in the order of the file
 * @param number the row's in the sheet, as spreadsheets count
 * @param code the recommendation; null for one that would be new
 * @param thing the marker or action; null for what would be new
 * @param outcome what came of it: DONE, SAME, or the key of the words that say why not; null as long as nobody tried
 * @param made what is needed to take it back
 * @param undoOutcome the same for taking it back
 */
public record ImportRow(
        int place,
        SheetKind sheet,
        int number,
        @Nullable String code,
        @Nullable UUID thing,
        Verdict verdict,
        boolean ticked,
        Content content,
        @Nullable String outcome,
        @Nullable String made,
        @Nullable String undoOutcome) {
    /** It was done. */
    static final String DONE = "DONE";
    /** It read like that already. */
    static final String SAME = "SAME";

    public enum Verdict {
        NEW,
        CHANGED,
        /** Somebody else changed the same cells since the download. */
        CONFLICT,
        PROBLEM
    }

    /**
     * @param typed what the row holds
     * @param tag the version with which it was compared; null where it is new
     */
    public record Content(
            Map<String, @Nullable String> typed,
            List<CellChange> changes,
            List<RowProblem> problems,
            @Nullable String tag) {
        /** The value that a column would get; null where it would be emptied, or stays. */
        @Nullable
        String wished(String field) {
            return changes.stream()
                    .filter(change -> change.field().equals(field))
                    .findFirst()
                    .map(CellChange::after)
                    .orElse(null);
        }

        /** The same from what it leads to to what was there before. */
        Content backwards() {
            var back = changes.stream()
                    .map(change -> new CellChange(change.field(), null, change.after(), change.before(), false))
                    .toList();
            return new Content(typed, back, List.of(), null);
        }

        boolean changes(String field) {
            return changes.stream().anyMatch(change -> change.field().equals(field));
        }
    }

    /**
     * A cell that differs.
     *
     * @param cell where it stands
     * @param before what stands there now
     * @param contested whether somebody else changed it since the download
     */
    public record CellChange(
            String field,
            @Nullable String cell,
            @Nullable String before,
            @Nullable String after,
            boolean contested) {}

    public boolean done() {
        return DONE.equals(outcome);
    }

    public boolean same() {
        return SAME.equals(outcome);
    }

    public boolean setBack() {
        return DONE.equals(undoOutcome);
    }
}
