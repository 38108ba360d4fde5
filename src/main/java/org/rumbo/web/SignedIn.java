package org.rumbo.web;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import org.rumbo.team.Actor;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A person who has signed in; her login is all that the session keeps of her, roles are looked up anew. */
record SignedIn(String login, String password) implements UserDetails, Principal {
    private static final long serialVersionUID = 1L;

    static SignedIn of(Actor actor, String password) {
        return new SignedIn(actor.login(), password);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return login;
    }

    @Override
    public String getName() {
        return login;
    }
}
