package org.rumbo.recommendation;

/** Where a text stands that the search finds; what stands first is shown first. */
public enum SearchKind {
    TITLE,
    SUMMARY,
    ADDRESSEE,
    READING,
    MARKER,
    EVIDENCE,
    NOTE,
    COMMENT,
    THEME,
    CODE
}
