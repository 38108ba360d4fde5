package org.rumbo.web;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

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
