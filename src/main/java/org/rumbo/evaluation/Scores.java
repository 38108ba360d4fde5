package org.rumbo.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What several evaluators' ratings come to: per criterion the median, the worse of the two middle ones at a tie. */
public record Scores(Map<Criterion, Integer> medians) {

    static Scores of(Collection<Rating> ratings) {
        var byCriterion = new EnumMap<Criterion, List<Integer>>(Criterion.class);
        for (var rating : ratings) {
            if (rating.score() != null) {
                byCriterion
                        .computeIfAbsent(rating.criterion(), criterion -> new ArrayList<>())
                        .add(rating.score());
            }
        }
        var medians = new EnumMap<Criterion, Integer>(Criterion.class);
        byCriterion.forEach((criterion, scores) -> {
            Collections.sort(scores);
            medians.put(criterion, scores.get(scores.size() / 2));
        });
        return new Scores(medians);
    }

    public int sum() {
        return medians.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int count() {
        return medians.size();
    }

    public int worstDecisive() {
        return medians.entrySet().stream()
                .filter(median -> median.getKey().isDecisive())
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(1);
    }
}
