package org.rumbo.progress;

/** What kind of event of a country may overtake its items. */
public enum ContextKind {
    ELECTION,
    TREATY,
    DECISION,
    LAW,
    OTHER
}
