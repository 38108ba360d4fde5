package org.rumbo.recommendation;

/** Why an item is off the route. */
public enum CloseReason {
    NOT_ADOPTED,
    SUPERSEDED,
    NO_LONGER_APPLICABLE
}
