package org.rumbo.progress;

/** Somebody who may be mentioned. */
public record Suggestion(String login, String name) {}
