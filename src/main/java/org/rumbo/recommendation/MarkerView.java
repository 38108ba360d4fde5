package org.rumbo.recommendation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A marker as readers get it. */
public record MarkerView(
        UUID id,
        String text,
        Ambition ambition,
        boolean met,
        @Nullable LocalDate metOn) {
    static MarkerView of(Marker marker) {
        return new MarkerView(marker.id(), marker.text(), marker.ambition(), marker.met(), marker.metOn());
    }
}
