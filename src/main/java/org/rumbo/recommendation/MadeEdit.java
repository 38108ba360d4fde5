package org.rumbo.recommendation;

import java.util.List;

/**
 * What an edit left, and how it was before.
 *
 * @param tag the item's version after it
 * @param before the edits that bring the former values back; empty where nothing changed
 */
public record MadeEdit(RecommendationCode code, String tag, List<EditCommand> before) {}
