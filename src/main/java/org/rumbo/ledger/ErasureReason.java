package org.rumbo.ledger;

/** Why a text is to be erased; a code, so that nobody writes again what is to be forgotten. */
public enum ErasureReason {
    /** The person whom it is about asks for it. */
    PERSON_ASKS,
    /** It could harm somebody. */
    HARM,
    /** It got here by mistake. */
    MISTAKE,
    /** A court or an authority demands it. */
    LAW
}
