package org.rumbo.recommendation.web;

import org.jspecify.annotations.Nullable;
import org.rumbo.team.Actor;
import org.rumbo.team.Directory;
import org.springframework.stereotype.Component;

/** How people are called on pages; whoever has left keeps her login. */
@Component
class PersonNames {
    private final Directory directory;

    PersonNames(Directory directory) {
        this.directory = directory;
    }

    @Nullable
    String of(@Nullable String login) {
        return login == null ? null : directory.byLogin(login).map(Actor::name).orElse(login);
    }
}
