package org.rumbo.evaluation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One evaluator's part in an evaluation. */
@Entity
@Table(name = "evaluation_assignment")
@NullUnmarked
class Assignment {
    @Embeddable
    record Key(
            @Column(name = "evaluation_id") UUID evaluation,
            @Column(name = "evaluator") UUID evaluator) implements Serializable {}

    @Embeddable
    static class Scored {
        @Enumerated(EnumType.STRING)
        @Column(name = "criterion")
        private Criterion criterion;

        private Integer score;
        private String narrative;

        protected Scored() {}

        Scored(Rating rating) {
            criterion = rating.criterion();
            score = rating.score();
            narrative = rating.narrative();
        }

        Rating asRating() {
            return new Rating(criterion, score, narrative);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Scored scored && asRating().equals(scored.asRating());
        }

        @Override
        public int hashCode() {
            return Objects.hash(criterion, score, narrative);
        }
    }

    @EmbeddedId
    private Key key;

    private Instant assignedAt;
    private Instant ratedAt;
    private String lessons;

    @ElementCollection
    @CollectionTable(
            name = "evaluation_rating",
            joinColumns = {@JoinColumn(name = "evaluation_id"), @JoinColumn(name = "evaluator")})
    private List<Scored> ratings = new ArrayList<>();

    protected Assignment() {}

    Assignment(UUID evaluation, UUID evaluator, Instant at) {
        this.key = new Key(evaluation, evaluator);
        this.assignedAt = at;
    }

    void rate(List<Rating> given, @Nullable String learnt, Instant at) {
        ratings.clear();
        given.forEach(rating -> ratings.add(new Scored(rating)));
        lessons = learnt;
        ratedAt = at;
    }

    void reopen() {
        ratedAt = null;
    }

    boolean hasRated() {
        return ratedAt != null;
    }

    UUID evaluator() {
        return key.evaluator();
    }

    Instant assignedAt() {
        return assignedAt;
    }

    String lessons() {
        return lessons;
    }

    List<Rating> ratings() {
        return ratings.stream().map(Scored::asRating).toList();
    }
}
