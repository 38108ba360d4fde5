package org.rumbo.team;

import java.util.List;
import java.util.Optional;

/** Where people and their roles come from. */
public interface Directory {
    Optional<Actor> byLogin(String login);

    /** Everybody, by login. */
    List<Actor> all();
}
