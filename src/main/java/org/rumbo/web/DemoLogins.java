package org.rumbo.web;

import org.rumbo.team.Actor;
import org.rumbo.team.People;
import org.rumbo.team.Person;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sign-in for trying Rumbo out on one's own machine: everybody's password is the same and no secret. */
@Configuration(proxyBeanMethods = false)
@Profile({"dev", "demo"})
class DemoLogins {
    /** Marked as plain: a slow hash would protect nothing here. */
    private static final String PASSWORD = "{noop}rumbo";

    @Bean
    UserDetailsService demoPeople(People people) {
        // Whose access has ended signs in all the same, and is told so on each page.
        return login -> people.byLogin(login)
                .map(Actor::id)
                .or(() -> people.holderOf(login).map(Person::id))
                .map(person -> new SignedIn(person, login, PASSWORD))
                .orElseThrow(() -> new UsernameNotFoundException(login));
    }

    @Bean
    SignIn demoSignIn() {
        return new SignIn() {
            @Override
            public void onPages(HttpSecurity http) throws Exception {
                http.formLogin(form -> form.loginPage("/login")
                                .defaultSuccessUrl("/", false)
                                .failureHandler(BrowserSafety.backTo("/login?error")))
                        .logout(logout -> logout.logoutSuccessUrl("/login?signedOut"));
            }

            @Override
            public void onApi(HttpSecurity http) throws Exception {
                http.httpBasic(
                        basic -> basic.authenticationEntryPoint(http.getSharedObject(AuthenticationEntryPoint.class)));
            }

            @Override
            public String challenge(AuthenticationException reason) {
                return "Basic realm=\"Rumbo\", charset=\"UTF-8\"";
            }
        };
    }
}
