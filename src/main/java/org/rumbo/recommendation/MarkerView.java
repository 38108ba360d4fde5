package org.rumbo.recommendation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A marker as readers get it. */
public record MarkerView(
        UUID id,
        String text,
        Ambition ambition,
        boolean met,
        @Nullable LocalDate metOn) {
    /** Stands for its wording, so that whoever words it anew can be told that somebody else did. */
    public String wording() {
        return Integer.toHexString(Objects.hash(text, ambition.name()));
    }

    /** Likewise for whether it is met. */
    public String standing() {
        return Integer.toHexString(Objects.hash(met, metOn));
    }

    static MarkerView of(Marker marker) {
        return new MarkerView(marker.id(), marker.text(), marker.ambition(), marker.met(), marker.metOn());
    }
}
