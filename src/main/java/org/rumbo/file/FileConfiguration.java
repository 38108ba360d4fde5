package org.rumbo.file;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
class FileConfiguration {
    @Bean
    EvidenceStore evidenceStore(FileSettings settings, Clock clock) {
        return new FolderStore(settings.folder(), clock);
    }

    @Bean
    VirusScanner virusScanner(FileSettings settings) {
        return settings.clamd().isBlank()
                ? new NoScanner()
                : Clamd.at(settings.clamd().strip(), settings.scannerPatience());
    }
}
