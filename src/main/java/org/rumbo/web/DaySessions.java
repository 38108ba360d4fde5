package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who has signed in stays so for a day at most, however busy she is. It is looked at when somebody asks who is there, so
 * pictures and styles cost no look into the database.
 */
@Component
class DaySessions extends HttpSessionSecurityContextRepository {
    static final Duration LONGEST = Duration.ofHours(24);
    private static final String SINCE = "signedInAt";

    private final Clock clock;
    private final SecurityLog log;

    DaySessions(Clock clock, SecurityLog log) {
        this.clock = clock;
        this.log = log;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // The address she came from and her former session's number are nothing to keep.
        if (context.getAuthentication() instanceof AbstractAuthenticationToken token) {
            token.setDetails(null);
        }
        super.saveContext(context, request, response);
        var session = request.getSession(false);
        if (session != null && context.getAuthentication() != null) {
            session.setAttribute(SINCE, clock.millis());
        }
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new OfToday(super.loadDeferredContext(request), request);
    }

    /** For the REST face: a page's session counts there, but credentials with a request make none. */
    SecurityContextRepository readOnly() {
        return new SecurityContextRepository() {
            @Override
            public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
                return DaySessions.this.loadDeferredContext(request);
            }

            @Override
            @Deprecated
            public SecurityContext loadContext(HttpRequestResponseHolder holder) {
                return loadDeferredContext(holder.getRequest()).get();
            }

            @Override
            public void saveContext(
                    SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

            @Override
            public boolean containsContext(HttpServletRequest request) {
                return DaySessions.this.containsContext(request);
            }
        };
    }

    private final class OfToday implements DeferredSecurityContext {
        private final DeferredSecurityContext stored;
        private final HttpServletRequest request;
        private @Nullable SecurityContext current;

        OfToday(DeferredSecurityContext stored, HttpServletRequest request) {
            this.stored = stored;
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (current == null) {
                current = stored.get();
                if (current.getAuthentication() != null && isOver(request)) {
                    end(request, current);
                    current = SecurityContextHolder.createEmptyContext();
                }
            }
            return current;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }

    private boolean isOver(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null
                || !(session.getAttribute(SINCE) instanceof Long since)
                || Instant.ofEpochMilli(since).plus(LONGEST).isBefore(clock.instant());
    }

    private void end(HttpServletRequest request, SecurityContext context) {
        log.sessionEnded(request, context.getAuthentication());
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
