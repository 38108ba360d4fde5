package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Hears from the security chain who came, who failed to and who left. */
@Component
class SignInEvents {
    private final SecurityLog log;

    SignInEvents(SecurityLog log) {
        this.log = log;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent signedIn) {
        withRequest(request -> log.signedIn(request, signedIn.getAuthentication()));
    }

    @EventListener
    void on(AbstractAuthenticationFailureEvent failed) {
        var reason = failed.getException().getClass().getSimpleName().replace("Exception", "");
        withRequest(request -> log.signInFailed(request, reason));
    }

    @EventListener
    void on(LogoutSuccessEvent signedOut) {
        withRequest(request -> log.signedOut(request, signedOut.getAuthentication()));
    }

    private static void withRequest(Consumer<HttpServletRequest> something) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            something.accept(attributes.getRequest());
        }
    }
}
