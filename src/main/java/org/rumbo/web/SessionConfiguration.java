package org.rumbo.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.SingleIndexResolver;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/** Sessions in the database, so that any node knows them and a restart signs nobody out. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "web_session")
class SessionConfiguration {
    /** Two requests of one person at once may both be the first to note something. */
    private static final String FIRST_OR_AGAIN = """
            merge into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
            key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) values (?, ?, ?)""";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOfThisDatabase(DataSource database) {
        return Vendor.isPostgres(database)
                ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
                : sessions -> sessions.setCreateSessionAttributeQuery(FIRST_OR_AGAIN);
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> endOfIdleSessions(
            @Value("${server.servlet.session.timeout}") Duration idle) {
        return sessions -> sessions.setDefaultMaxInactiveInterval(idle);
    }

    /** Pictures and styles ask for no message that waits to be shown, and so for no session. */
    @Bean
    FlashMapManager flashMapManager() {
        return new SessionFlashMapManager() {
            @Override
            protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
                return RequestLimits.isTheSameForEverybody(request) ? null : super.retrieveFlashMaps(request);
            }
        };
    }

    /** Under which person's number a session is found again. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> ownersOfSessions() {
        return sessions -> sessions.setIndexResolver(
                new SingleIndexResolver<Session>(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME) {
                    @Override
                    public @Nullable String resolveIndexValueFor(Session session) {
                        SecurityContext context =
                                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
                        return context == null || context.getAuthentication() == null
                                ? null
                                : Caller.person(context.getAuthentication());
                    }
                });
    }

    /** The last thing of a request: what it saved is nothing to the next one on its thread. */
    @Bean
    FilterRegistrationBean<Filter> endOfSavedSessions(SparingSessions<?> sessions) {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            try {
                chain.doFilter(request, response);
            } finally {
                sessions.forgetSaved();
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    @Primary
    <S extends Session> SparingSessions<S> sparingSessions(
            @Qualifier("sessionRepository") SessionRepository<S> sessionRepository) {
        return new SparingSessions<>(sessionRepository);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("springSessionConversionService")
    ConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(new SessionBytes());
        return conversion;
    }
}
