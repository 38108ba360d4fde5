package org.rumbo.shared;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
    /** Work that comes round again; off where tests or commands fire it themselves. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @ConditionalOnProperty(name = "rumbo.jobs.enabled", matchIfMissing = true)
    static class Rounds {}

    /** Ticks in milliseconds: that is the precision of the ledger, and an instant must survive being stored. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(java.time.ZoneOffset.UTC);
    }
}
