package org.rumbo.web;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A person who has signed in; who she is is all that the session keeps of her, roles are looked up anew. */
record SignedIn(UUID person, String login, String password) implements UserDetails, Principal {
    private static final long serialVersionUID = 2L;

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

    /** Her lasting identity, under which sessions are found again. */
    @Override
    public String getName() {
        return person.toString();
    }
}
