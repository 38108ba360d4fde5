package org.rumbo.reading;

/** How sure a finding is; whoever looks through the queue sees the least sure first. */
public enum Confidence {
    /** The paper's layout left no doubt. */
    HIGH,
    /** A rule had to choose; look at the warnings. */
    MEDIUM,
    /** Hardly more than a guess. */
    LOW
}
