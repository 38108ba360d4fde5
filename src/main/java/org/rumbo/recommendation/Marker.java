package org.rumbo.recommendation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An observable sign that a recommendation makes progress. */
@Entity
@Table(name = "marker")
@NullUnmarked
class Marker {
    @Id
    private UUID id;

    private UUID recommendationId;
    private int position;
    private String text;

    @Enumerated(EnumType.STRING)
    private Ambition ambition;

    private boolean met;
    private LocalDate metOn;

    protected Marker() {}

    Marker(UUID recommendation, int position, String text, Ambition ambition) {
        this.id = UUID.randomUUID();
        this.recommendationId = recommendation;
        this.position = position;
        this.text = text;
        this.ambition = ambition;
    }

    void word(String words, Ambition level) {
        text = words;
        ambition = level;
    }

    void met(boolean isMet, @Nullable LocalDate on) {
        met = isMet;
        metOn = isMet ? on : null;
    }

    Map<String, Object> detail() {
        var detail = new HashMap<String, Object>();
        detail.put("marker", id);
        detail.put("ambition", ambition);
        detail.put("met", met);
        detail.put("metOn", metOn);
        return detail;
    }

    UUID id() {
        return id;
    }

    UUID recommendationId() {
        return recommendationId;
    }

    String text() {
        return text;
    }

    Ambition ambition() {
        return ambition;
    }

    boolean expected() {
        return ambition == Ambition.EXPECT;
    }

    boolean met() {
        return met;
    }

    LocalDate metOn() {
        return metOn;
    }
}
