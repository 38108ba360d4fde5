package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Needs;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** The API takes no parameter that it does not know: a misspelt filter must not answer with everything. */
@Component
class ParameterInterceptor implements HandlerInterceptor {
    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(Needs.class)) {
            var names = known.computeIfAbsent(method, ParameterInterceptor::parameters);
            for (var name : request.getParameterMap().keySet()) {
                if (!names.contains(name)) {
                    throw new DomainException(ProblemType.UNKNOWN_PARAMETER, Map.of("parameter", name));
                }
            }
        }
        return true;
    }

    private static Set<String> parameters(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> {
                    var named = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                            .name();
                    return named.isEmpty() ? parameter.getParameter().getName() : named;
                })
                .collect(Collectors.toSet());
    }
}
