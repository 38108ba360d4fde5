package org.rumbo.recommendation.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.Actor;
import org.rumbo.team.People;
import org.springframework.stereotype.Component;

/** How people are called on pages; whoever has left keeps her login. */
@Component
class PersonNames {
    private final People people;

    PersonNames(People people) {
        this.people = people;
    }

    @Nullable
    String of(@Nullable String login) {
        return login == null ? null : people.nameOf(login);
    }

    /** Null also where nobody of that identity is known any more. */
    @Nullable
    String of(@Nullable UUID person) {
        return person == null ? null : people.ever(person).map(Actor::name).orElse(null);
    }
}
