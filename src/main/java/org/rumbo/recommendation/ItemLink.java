package org.rumbo.recommendation;

/** How one item relates to another: the first supports, depends on or conflicts with the second. */
public record ItemLink(String from, LinkType type, String to) {}
