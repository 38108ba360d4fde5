package org.rumbo.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An evaluator's ratings, and what others should learn from the item. */
public record RatingCommand(List<Rating> ratings, @Nullable String lessons) {}
