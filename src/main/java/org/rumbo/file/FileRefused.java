package org.rumbo.file;

/**
 * A file was handed in and not taken.
 *
 * @param reason the name of the rule that it broke
 */
public record FileRefused(String reason) {}
