package org.rumbo.web;

import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of a person, on whichever node she opened them. */
@Component
class OpenSessions {
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SecurityLog log;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions, SecurityLog log) {
        this.sessions = sessions;
        this.log = log;
    }

    /** Ends those of hers that are meant, and tells how many there were. */
    int end(UUID person, Predicate<SignedIn> meant) {
        var ended = sessions.findByPrincipalName(person.toString()).values().stream()
                .filter(session -> isOf(session, meant))
                .map(Session::getId)
                .toList();
        ended.forEach(sessions::deleteById);
        if (!ended.isEmpty()) {
            log.sessionsEnded(person, ended.size());
        }
        return ended.size();
    }

    private static boolean isOf(Session session, Predicate<SignedIn> meant) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        instanceof SecurityContext context
                && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof SignedIn signedIn
                && meant.test(signedIn);
    }
}
