package org.rumbo.web;

import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.rumbo.team.Grant;

/** Who asks with a token of the directory: what she may do in this one request is what the token says. */
record TokenHolder(UUID person, String login, List<Grant> grants) implements Principal {
    @Override
    public String getName() {
        return person.toString();
    }
}
