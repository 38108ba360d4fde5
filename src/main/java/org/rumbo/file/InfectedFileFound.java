package org.rumbo.file;

import java.util.UUID;

/** The virus scanner found something in a file, which is removed; {@code by} handed it in. */
public record InfectedFileFound(UUID by) {}
