package org.rumbo.shared;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
    /** Ticks in milliseconds: that is the precision of the ledger, and an instant must survive being stored. */
    /** Work that comes round again; off where tests or commands fire it themselves. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @ConditionalOnProperty(name = "rumbo.jobs.enabled", matchIfMissing = true)
    static class Rounds {}

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(java.time.ZoneOffset.UTC);
    }
}
