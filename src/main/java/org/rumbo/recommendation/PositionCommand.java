package org.rumbo.recommendation;

import java.time.LocalDate;

/** What the addressee says, since when, and where that can be read. */
public record PositionCommand(Position position, LocalDate on, String source) {}
