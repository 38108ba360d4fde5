package org.rumbo.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.rumbo.shared.Language;
import org.rumbo.team.Network;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

    WebConfiguration(ActorArguments actors, AccessInterceptor access, ParameterInterceptor parameters) {
        this.actors = actors;
        this.access = access;
        this.parameters = parameters;
    }

    /** What the reader chose, else what her browser asks for, else the network's own language. */
    @Bean
    static LocaleResolver localeResolver(Network network) {
        var resolver = new ReaderLocale(network.defaultLanguage().locale());
        // Somebody else may have written it: what is no language counts as nothing.
        resolver.setRejectInvalidCookies(false);
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
        var change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change).excludePathPatterns("/api/**");
    }

    /** Only the three languages of the network; anything else falls back to the next wish. */
    private static final class ReaderLocale extends org.springframework.web.servlet.i18n.CookieLocaleResolver {
        ReaderLocale(Locale fallback) {
            super("lang");
            setDefaultLocaleFunction(request -> wanted(request.getLocales(), fallback));
        }

        private static Locale wanted(java.util.Enumeration<Locale> wishes, Locale fallback) {
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
