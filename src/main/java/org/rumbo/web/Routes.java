package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.Needs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Finds the mapped address that a request means, and its row in the matrix, also where no handler was reached. */
@Component
class Routes {
    private static final Pattern FORM_OF_A_VARIABLE = Pattern.compile("\\{(\\w+):(?:[^{}]|\\{[\\d,]+})*}");

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile @Nullable List<Route> routes;

    Routes(ObjectProvider<RequestMappingHandlerMapping> requestMappingHandlerMapping) {
        this.mappings = requestMappingHandlerMapping;
    }

    /**
     * @param row null where no row of the matrix is named
     */
    record Route(
            Set<RequestMethod> methods,
            PathPattern pattern,
            @Nullable String row) {
        /** The address as written in the code, without the forms that its variables must have. */
        String address() {
            return FORM_OF_A_VARIABLE.matcher(pattern.getPatternString()).replaceAll("{$1}");
        }

        private boolean takes(String method) {
            return methods.isEmpty()
                    || methods.stream().anyMatch(taken -> taken.name().equals(method));
        }
    }

    /** Null for what is no address of Rumbo's. */
    @Nullable
    Route of(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        Route otherMethod = null;
        for (var route : all()) {
            if (route.pattern().matches(path)) {
                if (route.takes(request.getMethod())) {
                    return route;
                }
                otherMethod = route;
            }
        }
        return otherMethod;
    }

    /** Whether something can be opened there. */
    boolean hasPage(String address) {
        var path = PathContainer.parsePath(address);
        return all().stream()
                .anyMatch(route -> route.takes("GET") && route.pattern().matches(path));
    }

    private List<Route> all() {
        var known = routes;
        if (known == null) {
            known = read();
            routes = known;
        }
        return known;
    }

    private List<Route> read() {
        var read = new ArrayList<Route>();
        mappings.orderedStream().forEach(mapping -> mapping.getHandlerMethods().forEach((condition, handler) -> {
            var needs = handler.getMethodAnnotation(Needs.class);
            var row = needs == null ? null : needs.value().key();
            if (condition.getPathPatternsCondition() != null) {
                condition
                        .getPathPatternsCondition()
                        .getPatterns()
                        .forEach(pattern -> read.add(
                                new Route(condition.getMethodsCondition().getMethods(), pattern, row)));
            }
        }));
        read.sort((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern(), other.pattern()));
        return List.copyOf(read);
    }
}
