package org.rumbo.recommendation;

/** How much is done, as the team sees it and as the directors do. */
public record LevelView(Level self, Level validated) {}
