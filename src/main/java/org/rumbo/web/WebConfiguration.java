package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rumbo.shared.Language;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private final ActorArguments actors;
    private final AccessInterceptor access;
    private final ParameterInterceptor parameters;
    private final RestoredDrafts drafts;

    WebConfiguration(
            ActorArguments actors, AccessInterceptor access, ParameterInterceptor parameters, RestoredDrafts drafts) {
        this.drafts = drafts;
        this.actors = actors;
        this.access = access;
        this.parameters = parameters;
    }

    /** What the reader chose, else what the directory says of her, else what her browser asks for, else the network's own. */
    @Bean
    static LocaleResolver localeResolver(
            Network network, People people, @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        var resolver = new ReaderLocale(network.defaultLanguage().locale(), people);
        // Somebody else may have written it: what is no language counts as nothing.
        resolver.setRejectInvalidCookies(false);
        resolver.setCookieSecure(secure);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(actors);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // Signed in (401), visible (404, asked by the module that owns the thing), readable (400): in this order.
        registry.addInterceptor(access).order(0);
        registry.addInterceptor(parameters).addPathPatterns("/api/**").order(20);
        registry.addInterceptor(drafts).excludePathPatterns("/api/**").order(30);
        var change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change).excludePathPatterns("/api/**");
    }

    /** Only the three languages of the network; anything else falls back to the next wish. */
    private static final class ReaderLocale extends org.springframework.web.servlet.i18n.CookieLocaleResolver {
        ReaderLocale(Locale fallback, People people) {
            super("lang");
            setDefaultLocaleFunction(request ->
                    ofReader(request, people).map(Language::locale).orElseGet(() -> wanted(request, fallback)));
        }

        private static Optional<Language> ofReader(HttpServletRequest request, People people) {
            if (RequestLimits.isTheSameForEverybody(request)) {
                return Optional.empty();
            }
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                    ? people.languageOf(signedIn.person())
                    : Optional.empty();
        }

        /** A browser that wishes for nothing gets the network's language, not that of the machine on which Rumbo runs. */
        private static Locale wanted(HttpServletRequest request, Locale fallback) {
            if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
                return fallback;
            }
            var wishes = request.getLocales();
            while (wishes.hasMoreElements()) {
                var language = Language.of(wishes.nextElement().getLanguage());
                if (language.isPresent()) {
                    return language.get().locale();
                }
            }
            return fallback;
        }

        @Override
        protected Locale parseLocaleValue(String value) {
            return Language.of(value).map(Language::locale).orElseThrow(() -> new IllegalArgumentException(value));
        }
    }
}
