package org.rumbo.team;

import java.util.List;
import java.util.Optional;

/** Where people and their roles come from. */
public interface Directory {
    Optional<Actor> byLogin(String login);

    /** All who hold a role anywhere, by login. */
    List<Actor> holdersOf(Role role);
}
