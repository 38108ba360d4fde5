package org.rumbo.shared;

/**
 * One rule that a request does not meet.
 *
 * @param field the field that it is about, as the API names it
 * @param rule the rule's stable name; its sentence stands in {@code messages/problems} under {@code rule.<rule>}
 */
public record Violation(String field, String rule) {}
