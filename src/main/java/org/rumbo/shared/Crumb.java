package org.rumbo.shared;

import org.jspecify.annotations.Nullable;

/**
 * One step of the way to a page.
 *
 * @param href where it leads; null for the page itself
 */
public record Crumb(@Nullable String href, String text) {}
