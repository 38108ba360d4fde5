package org.rumbo.integration;

import java.net.InetAddress;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How web hooks are reached. */
@Configuration(proxyBeanMethods = false)
class HookConfiguration {
    @Bean
    PublicAddresses hookAddresses(@Value("${rumbo.webhooks.loopback:false}") boolean loopback) {
        return new PublicAddresses(loopback);
    }

    @Bean
    HookClient hookClient(PublicAddresses hookAddresses, @Value("${rumbo.webhooks.wait:10s}") Duration wait) {
        return new HookClient(InetAddress::getAllByName, hookAddresses, wait);
    }
}
