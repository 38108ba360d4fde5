package org.rumbo.recommendation.web;

import org.jspecify.annotations.Nullable;

/**
 * A field that two people worded differently.
 *
 * @param theirs what stands there now, {@code mine} what was typed; null for nothing
 */
record Conflict(
        String field,
        String label,
        @Nullable String theirs,
        @Nullable String mine) {}
