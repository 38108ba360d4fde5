package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.team.CurrentActor;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers 404 for an item that the caller may not see before anything of the request is read: a body that is refused must not
 * tell that the item exists. Reading requests have nothing to be read and ask for themselves.
 */
@Configuration(proxyBeanMethods = false)
class VisibilityInterceptor implements WebMvcConfigurer, HandlerInterceptor {
    private final RecommendationAccess access;
    private final CurrentActor current;

    VisibilityInterceptor(RecommendationAccess access, CurrentActor current) {
        this.access = access;
        this.current = current;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/api/v1/recommendations/*", "/api/v1/recommendations/*/**")
                .order(10);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var changes = !HttpMethod.GET.matches(request.getMethod()) || request.getQueryString() != null;
        var actor = current.get();
        if (changes
                && actor != null
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("code") instanceof String code) {
            access.see(new RecommendationCode(code), actor);
        }
        return true;
    }
}
