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
        return switch (settings.store()) {
            case FOLDER -> new FolderStore(settings.folder(), clock);
            case S3 -> new S3Store(new S3Objects(settings.s3()), new Arrivals(settings.folder()), clock);
        };
    }

    @Bean
    VirusScanner virusScanner(FileSettings settings) {
        return settings.clamd().isBlank()
                ? new NoScanner()
                : Clamd.at(settings.clamd().strip(), settings.scannerPatience());
    }
}
