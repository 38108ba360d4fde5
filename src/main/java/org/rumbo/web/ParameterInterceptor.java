package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Needs;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The API takes no parameter that it does not know: a misspelt filter must not answer with everything. It knows those that stand
 * in the method's own list, and the components of a record of parameters.
 */
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
                .flatMap(ParameterInterceptor::names)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(MethodParameter parameter) {
        var requested = parameter.getParameterAnnotation(RequestParam.class);
        if (requested != null) {
            return Stream.of(
                    requested.name().isEmpty() ? parameter.getParameter().getName() : requested.name());
        }
        return parameter.hasParameterAnnotation(ParameterObject.class)
                ? Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName)
                : Stream.of();
    }
}
