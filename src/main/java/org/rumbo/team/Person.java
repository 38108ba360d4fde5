package org.rumbo.team;

import java.util.UUID;

/** How somebody is shown to others. */
public record Person(UUID id, String login, String name) {}
