package org.rumbo.file;

/**
 * A file that was taken and is kept.
 *
 * @param sha256 of its content, by which it is found again
 * @param name what its owner called it, made harmless; ends as its content says
 * @param active whether it holds what acts by itself when it is opened, so that nobody should preview it
 */
public record StoredFile(String sha256, long size, FileType type, String name, boolean active) {}
