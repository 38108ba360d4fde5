package org.rumbo.recommendation.web;

import org.jspecify.annotations.Nullable;

/** One step of the path above a page; where the reader stands has no address. */
record Crumb(@Nullable String href, String text) {}
