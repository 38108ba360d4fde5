package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Needs;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The first, coarse check: a visitor reaches only what the matrix opens to visitors, and the API takes no parameter that it
 * does not know. What a person may do with an item is asked where the item is known.
 */
@Component
class AccessInterceptor implements HandlerInterceptor {
    private final AccessPolicy policy;
    private final ActorArguments actors;
    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    AccessInterceptor(AccessPolicy policy, ActorArguments actors) {
        this.policy = policy;
        this.actors = actors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(Needs.class)) {
            var actor = actors.current();
            var needed = java.util.Objects.requireNonNull(method.getMethodAnnotation(Needs.class))
                    .value();
            if (actor == null && !policy.permitsSomewhere(null, needed)) {
                throw new DomainException(ProblemType.NOT_SIGNED_IN);
            }
            if (request.getRequestURI().startsWith("/api/")) {
                requireKnownParameters(request, method);
            }
        }
        return true;
    }

    private void requireKnownParameters(HttpServletRequest request, HandlerMethod method) {
        var names = known.computeIfAbsent(method, AccessInterceptor::parameters);
        for (var name : request.getParameterMap().keySet()) {
            if (!names.contains(name)) {
                throw new DomainException(ProblemType.UNKNOWN_PARAMETER, Map.of("parameter", name));
            }
        }
    }

    private static Set<String> parameters(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> {
                    var named = java.util.Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                            .name();
                    return named.isEmpty()
                            ? String.valueOf(parameter.getParameter().getName())
                            : named;
                })
                .collect(Collectors.toSet());
    }
}
