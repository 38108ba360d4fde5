package org.rumbo.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;

/** How people prove who they are: with demo logins in a try-out, with the network's directory in real use. */
interface SignIn {
    /** For the pages: where a visitor is sent to sign in, and how she signs out. */
    void onPages(HttpSecurity http) throws Exception;

    /** For the REST face: which credentials a request may carry. */
    void onApi(HttpSecurity http) throws Exception;

    /** What {@code WWW-Authenticate} says to a request without credentials, or with wrong ones (RFC 9110, section 11.6.1). */
    String challenge(AuthenticationException reason);
}
