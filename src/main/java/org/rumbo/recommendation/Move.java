package org.rumbo.recommendation;

/** The kind of step that a claim asks for. */
public enum Move {
    FORWARD,
    CLOSING,
    REGRESSION
}
