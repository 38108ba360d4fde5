package org.rumbo.recommendation;

import java.util.Map;
import java.util.UUID;

/**
 * Something that happened to one recommendation and that the ledger records in the transaction in which it happened.
 * Detail holds codes, enums, numbers, dates and ids only; whatever somebody typed is in {@link #texts()}, which the ledger
 * keeps outside of what can never be erased.
 */
public interface RecommendationFact {
    About about();

    /** The act's name in the ledger, such as {@code claim.confirm}. */
    String action();

    /** Whether it is a confirmed fact, which readers from outside the team may be told. */
    default boolean released() {
        return false;
    }

    default Map<String, ?> detail() {
        return Map.of();
    }

    /** Whom else it concerns, by the part that each has in it; the ledger names them by pseudonyms. */
    default Map<String, UUID> persons() {
        return Map.of();
    }

    /** Free texts by field name (letters and digits only). */
    default Map<String, String> texts() {
        return Map.of();
    }
}
