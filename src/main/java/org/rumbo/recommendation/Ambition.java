package org.rumbo.recommendation;

/** Whether a marker of progress is expected, liked or loved to be seen. */
public enum Ambition {
    EXPECT,
    LIKE,
    LOVE
}
