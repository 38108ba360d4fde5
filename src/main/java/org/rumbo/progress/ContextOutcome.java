package org.rumbo.progress;

/** What a team says of an item in the light of an event: it holds as before, or something is another. */
public enum ContextOutcome {
    HOLDS,
    CHANGES
}
