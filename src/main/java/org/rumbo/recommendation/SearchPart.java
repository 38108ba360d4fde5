package org.rumbo.recommendation;

/**
 * One text of a recommendation that can be searched.
 *
 * @param id of the marker, document, note or comment; empty for a text of the recommendation itself
 * @param language its tag; empty where nobody said
 */
public record SearchPart(SearchKind kind, String id, String language, SearchReaders readers, String text) {}
