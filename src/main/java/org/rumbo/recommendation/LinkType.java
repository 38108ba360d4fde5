package org.rumbo.recommendation;

/** How one recommendation relates to another. */
public enum LinkType {
    SUPPORTS,
    DEPENDS_ON,
    CONFLICTS_WITH,
    PART_OF
}
