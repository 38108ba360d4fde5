package org.rumbo.progress;

import java.util.Map;
import java.util.UUID;

/**
 * A team's report as it is written on one page: the note, and what became of the markers.
 *
 * @param markers those whose state changes; true where it is met now
 * @param draft whether the note waits for being published
 */
public record ProgressReport(ProgressCommand note, Map<UUID, Boolean> markers, boolean draft) {}
