package org.rumbo.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that note when they were last used to the minute only: looking at a page is then no write. The idle limit is
 * eight hours, so a minute is nothing.
 */
class SparingSessions<S extends Session> implements SessionRepository<SparingSessions.Kept<S>> {
    private static final Duration EXACT_ENOUGH = Duration.ofMinutes(1);

    private final SessionRepository<S> stored;
    /** After saving, the framework asks once more whether the session that it has just saved is there. */
    private final ThreadLocal<@Nullable Kept<S>> saved = new ThreadLocal<>();

    SparingSessions(SessionRepository<S> stored) {
        this.stored = stored;
    }

    @Override
    public Kept<S> createSession() {
        return new Kept<>(stored.createSession(), true);
    }

    @Override
    public void save(Kept<S> session) {
        if (session.isChanged) {
            stored.save(session.session);
            session.isChanged = false;
        }
        saved.set(session);
    }

    /** To be called at the end of each request. */
    void forgetSaved() {
        saved.remove();
    }

    @Override
    public @Nullable Kept<S> findById(String id) {
        var justSaved = saved.get();
        if (justSaved != null && justSaved.getId().equals(id)) {
            return justSaved;
        }
        var found = stored.findById(id);
        return found == null ? null : new Kept<>(found, false);
    }

    @Override
    public void deleteById(String id) {
        forgetSaved();
        stored.deleteById(id);
    }

    /** A session that knows whether it must be written. */
    static final class Kept<S extends Session> implements Session {
        private final S session;
        private boolean isChanged;

        private Kept(S session, boolean isNew) {
            this.session = session;
            this.isChanged = isNew;
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            isChanged = true;
            return session.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return session.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            isChanged = true;
            if (value == null) {
                session.removeAttribute(name);
            } else {
                session.setAttribute(name, value);
            }
        }

        @Override
        public void removeAttribute(String name) {
            isChanged = true;
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            if (session.getLastAccessedTime().plus(EXACT_ENOUGH).isBefore(time)) {
                isChanged = true;
                session.setLastAccessedTime(time);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            isChanged |= !interval.equals(session.getMaxInactiveInterval());
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
