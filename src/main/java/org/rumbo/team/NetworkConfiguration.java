package org.rumbo.team;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Network.class, Imprint.class, TileMap.class})
class NetworkConfiguration {
    @Bean
    @ConfigurationPropertiesBinding
    static Converter<String, CountryCode> countryCodes() {
        return new Converter<>() {
            @Override
            public CountryCode convert(String iso2) {
                return new CountryCode(iso2);
            }
        };
    }
}
