package org.rumbo.recommendation;

/**
 * A link to another item.
 *
 * @param outgoing whether it is this item that supports, depends on or conflicts with the other
 */
public record LinkView(LinkType type, String code, boolean outgoing) {}
