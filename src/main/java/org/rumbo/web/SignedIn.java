package org.rumbo.web;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A person who has signed in; who she is is all that the session keeps of her, roles are looked up anew.
 *
 * @param proof what tells the directory at sign-out who signs out; null where no directory signed her in
 * @param visit the directory's name for this stay of hers, by which it may end it; null where there is none
 */
record SignedIn(
        UUID person,
        String login,
        String password,
        @Nullable String proof,
        @Nullable String visit) implements UserDetails, Principal {
    private static final long serialVersionUID = 3L;

    SignedIn(UUID person, String login, String password) {
        this(person, login, password, null, null);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getPassword() {
        return password;
    }

    /** As {@link #getName}: the security context asks for this one. */
    @Override
    public String getUsername() {
        return getName();
    }

    /** Her lasting identity, under which sessions are found again. */
    @Override
    public String getName() {
        return person.toString();
    }

    /** What proves who she is stays out of logs. */
    @Override
    public String toString() {
        return login;
    }
}
