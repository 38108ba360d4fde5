package org.rumbo.reporting;

/** For whom a report is published. */
public enum Audience {
    /** The network and those who pay for it. */
    FUNDERS,
    /** Whoever wants to know: what it says may be read without signing in. */
    EVERYBODY
}
