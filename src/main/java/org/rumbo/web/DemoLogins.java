package org.rumbo.web;

import org.rumbo.team.Directory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Sign-in for trying Rumbo out on one's own machine: everybody's password is the same and no secret. */
@Configuration(proxyBeanMethods = false)
@Profile({"dev", "demo"})
class DemoLogins {
    /** Marked as plain: a slow hash would protect nothing here. */
    private static final String PASSWORD = "{noop}rumbo";

    @Bean
    UserDetailsService demoPeople(Directory directory) {
        return login -> directory
                .byLogin(login)
                .map(actor -> SignedIn.of(actor, PASSWORD))
                .orElseThrow(() -> new UsernameNotFoundException(login));
    }
}
