package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.file.FileRefused;
import org.rumbo.file.InfectedFileFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * One line for each thing that whoever watches over Rumbo must be able to see: who came, who left, who was refused what.
 * A line names persons by their number and addresses by their pattern, and holds nothing that anybody typed. A network
 * address stands there only where no person is known.
 */
@Component
class SecurityLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.rumbo.security");
    private static final String NONE = "-";
    private static final String REFUSED = SecurityLog.class.getName() + ".refused";

    private final Clock clock;
    private final Routes routes;

    SecurityLog(Clock clock, Routes routes) {
        this.clock = clock;
        this.routes = routes;
    }

    void signedIn(HttpServletRequest request, Authentication person) {
        write("sign-in", request, person, null, null);
    }

    void signInFailed(HttpServletRequest request, String reason) {
        write("sign-in-failed", request, null, null, reason);
    }

    void signedOut(HttpServletRequest request, @Nullable Authentication person) {
        write("sign-out", request, person, null, null);
    }

    void sessionEnded(HttpServletRequest request, @Nullable Authentication person) {
        write("session-ended", request, person, null, "too-old");
    }

    /** At somebody else's word: the directory's, or that of an administrator. */
    void sessionsEnded(UUID person, int count) {
        LOG.info(
                "time={} event=session-ended person={} address=- method=- route=- row=- status=- reason=elsewhere request={}"
                        + " count={}",
                clock.instant(),
                person,
                safe(String.valueOf(MDC.get("request"))),
                count);
    }

    /** One request is refused once, however many found a reason. */
    void refused(HttpServletRequest request, int status, String reason) {
        if (request.getAttribute(REFUSED) == null) {
            request.setAttribute(REFUSED, true);
            write("refused", request, Caller.signedIn(), status, reason);
        }
    }

    @EventListener
    void on(FileRefused file) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            request.setAttribute(REFUSED, true);
            write("file-refused", request, Caller.signedIn(), null, file.reason());
        }
    }

    /** Found after the request that brought it had ended. */
    @EventListener
    void on(InfectedFileFound file) {
        LOG.info(
                "time={} event=file-infected person={} address=- method=- route=- row=- status=- reason=virus request=-",
                clock.instant(),
                file.by());
    }

    private void write(
            String event,
            HttpServletRequest request,
            @Nullable Authentication person,
            @Nullable Integer status,
            @Nullable String reason) {
        var route = routes.of(request);
        var id = person == null ? null : id(person);
        LOG.info(
                "time={} event={} person={} address={} method={} route={} row={} status={} reason={} request={}",
                clock.instant(),
                event,
                id == null ? NONE : id,
                id == null ? safe(request.getRemoteAddr()) : NONE,
                safe(request.getMethod()),
                route == null ? NONE : safe(route.address()),
                route == null || route.row() == null ? NONE : safe(route.row()),
                status == null ? NONE : status,
                reason == null ? NONE : safe(reason),
                safe(String.valueOf(request.getAttribute(RequestTag.ATTRIBUTE))));
    }

    /** A person's name for the security chain is her number; whatever else stands there is not written. */
    private static @Nullable UUID id(Authentication person) {
        try {
            return UUID.fromString(Caller.person(person));
        } catch (IllegalArgumentException noNumber) {
            return null;
        }
    }

    /** Nothing that could end the line or begin another pair. */
    private static String safe(String text) {
        var kept = text.length() > 200 ? text.substring(0, 200) : text;
        return kept.replaceAll("[^A-Za-z0-9._:/{}*-]", "_");
    }
}
