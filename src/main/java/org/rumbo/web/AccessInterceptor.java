package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Needs;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The first, coarse check: a visitor reaches only what the matrix opens to visitors. What a person may do with an item is
 * asked where the item is known.
 */
@Component
class AccessInterceptor implements HandlerInterceptor {
    private final AccessPolicy policy;
    private final ActorArguments actors;

    AccessInterceptor(AccessPolicy policy, ActorArguments actors) {
        this.policy = policy;
        this.actors = actors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // Nobody calls from another origin, so nobody has to ask what an address takes: that would answer whoever may
        // not.
        if (HttpMethod.OPTIONS.matches(request.getMethod())) {
            throw new DomainException(ProblemType.METHOD_NOT_ALLOWED);
        }
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(Needs.class)) {
            var actor = actors.get();
            var needed = java.util.Objects.requireNonNull(method.getMethodAnnotation(Needs.class))
                    .value();
            if (actor == null && !policy.permitsSomewhere(null, needed)) {
                throw new DomainException(endedHere(request) ? ProblemType.ACCESS_ENDED : ProblemType.NOT_SIGNED_IN);
            }
        }
        return true;
    }

    /** Whoever lost her access while she was signed in is told so, once; her session ends with it. */
    private boolean endedHere(HttpServletRequest request) {
        if (!actors.hasEnded()) {
            return false;
        }
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        return true;
    }
}
