package org.rumbo.web;

import org.rumbo.team.People;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Remembers when people signed in to the pages. */
@Component
class LastSeen {
    private final People people;

    LastSeen(People people) {
        this.people = people;
    }

    @EventListener
    public void on(InteractiveAuthenticationSuccessEvent success) {
        if (success.getAuthentication().getPrincipal() instanceof SignedIn signedIn) {
            people.seen(signedIn.person());
        }
    }
}
