package org.rumbo.evaluation;

/** The evaluation criteria of OECD-DAC (2019 definitions). */
public enum Criterion {
    RELEVANCE,
    COHERENCE,
    EFFECTIVENESS,
    EFFICIENCY,
    IMPACT,
    SUSTAINABILITY;

    /** Whether it always needs a score; the others may be left open with a narrative that says why. */
    public boolean isMandatory() {
        return this != EFFICIENCY && this != IMPACT;
    }

    /** Whether a bad score here caps the overall rating. */
    boolean isDecisive() {
        return this == EFFECTIVENESS || this == SUSTAINABILITY || this == IMPACT;
    }
}
