package org.rumbo.reporting.web;

import org.jspecify.annotations.Nullable;

/** One step of the way to a page; the last one, where the reader stands, leads nowhere. */
record Crumb(@Nullable String href, String text) {}
