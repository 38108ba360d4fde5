package org.rumbo.recommendation.web;

import org.jspecify.annotations.Nullable;

/**
 * A field that two people worded differently.
 *
 * @param language of the text, where it is in one of its own
 * @param theirs what stands there now, {@code mine} what was typed; null for nothing
 * @param keepsTheirs which of the two is chosen at first
 */
record Conflict(
        String field,
        String label,
        @Nullable String language,
        @Nullable String theirs,
        @Nullable String mine,
        boolean keepsTheirs) {}
