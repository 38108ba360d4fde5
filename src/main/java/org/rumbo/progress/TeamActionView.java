package org.rumbo.progress;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Visibility;

/**
 * An action of a country team as readers within the network get it.
 *
 * @param owner login of who does it
 * @param firstDue when it was due to begin with
 * @param dueReason why the due date moved last
 * @param late whether it is open after its due date
 */
public record TeamActionView(
        UUID id,
        String text,
        Visibility visibility,
        @Nullable String owner,
        LocalDate due,
        LocalDate firstDue,
        @Nullable String dueReason,
        @Nullable LocalDate doneOn,
        @Nullable LocalDate cancelledOn,
        @Nullable String cancelReason,
        boolean late,
        int version) {

    public boolean open() {
        return doneOn == null && cancelledOn == null;
    }
}
