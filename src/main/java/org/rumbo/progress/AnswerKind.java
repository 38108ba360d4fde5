package org.rumbo.progress;

/** What a round learned of an item. */
public enum AnswerKind {
    /** There is a note. */
    NOTE,
    /** The team looked, and there is nothing to tell. */
    NOTHING_NEW,
    /** It was decided during the round: nothing is left to ask. */
    MOVED_ON,
    /** The round closed without an answer. */
    NO_ANSWER
}
