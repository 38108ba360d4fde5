package org.rumbo.progress.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.ProgressCommand;
import org.rumbo.progress.ProgressReport;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.MarkerView;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.InputText;
import org.rumbo.shared.TypedDay;

/**
 * A report of progress as it was typed.
 *
 * @param shown the markers that stood on the form; {@code met} those of them that were ticked
 * @param keep set by the button that saves a draft
 */
record ProgressForm(
        @Nullable String note,
        @Nullable Level level,
        @Nullable Visibility visibility,
        @Nullable TypedDay nextDate,
        @Nullable List<UUID> shown,
        @Nullable List<UUID> met,
        @Nullable String keep) {
    private static final int LONG = 8000;

    static final ProgressForm EMPTY = new ProgressForm(null, null, null, null, null, null, null);

    ProgressReport toReport(List<MarkerView> markers) {
        var input = new InputText();
        var words = input.required("note", note == null ? null : note.replace("\r\n", "\n"), LONG, "note-required");
        var next = next(input);
        input.check();
        var command =
                new ProgressCommand(words, level, visibility == null ? Visibility.NETWORK : visibility, next, null);
        return new ProgressReport(command, changes(markers), keep != null);
    }

    /** A marker that was not on the form when it was drawn stays as it is. */
    private Map<UUID, Boolean> changes(List<MarkerView> markers) {
        var changes = new LinkedHashMap<UUID, Boolean>();
        for (var marker : markers) {
            if (shown != null && shown.contains(marker.id()) && marker.met() != ticked(marker)) {
                changes.put(marker.id(), ticked(marker));
            }
        }
        return changes;
    }

    /** Whether the marker counts as met on the form: as it was ticked, or as it stands where nothing was typed yet. */
    public boolean ticked(MarkerView marker) {
        return shown != null && shown.contains(marker.id()) ? met != null && met.contains(marker.id()) : marker.met();
    }

    long ticked(List<MarkerView> markers) {
        return markers.stream().filter(this::ticked).count();
    }

    /** The next date where it can be read. */
    @Nullable
    LocalDate nextDay() {
        return next(new InputText());
    }

    private @Nullable LocalDate next(InputText input) {
        if (nextDate == null || nextDate.isEmpty()) {
            return null;
        }
        var day = nextDate.date();
        if (day == null) {
            input.violated("nextDate-day", "date-unreadable");
        }
        return day;
    }
}
