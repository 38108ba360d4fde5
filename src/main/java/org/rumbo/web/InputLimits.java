package org.rumbo.web;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** What stands before everything else in the server: what every answer says, and how much is taken from anybody. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class InputLimits {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> beforeEverything(
            Environment environment,
            @Value("${rumbo.limits.body-time}") Duration bodyTime,
            @Value("${rumbo.limits.body-size}") DataSize bodySize,
            @Value("${rumbo.limits.upload-size}") DataSize uploadSize,
            @Value("${rumbo.limits.paper-size}") DataSize paperSize) {
        return server -> server.addEngineValves(
                new SafeHeaders(environment),
                new Bodies(bodyTime, bodySize.toBytes(), uploadSize.toBytes(), paperSize.toBytes()));
    }
}
