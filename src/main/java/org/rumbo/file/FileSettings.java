package org.rumbo.file;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are taken and kept; {@code config/application.yml} says what each is for.
 *
 * @param store what they are kept in
 * @param folder where they are kept, or only pass through where they are kept elsewhere
 * @param largest the size up to which one is taken
 * @param clamd host and port of the virus scanner; empty where there is none
 * @param scannerPatience how long one file may take to be looked at
 */
@ConfigurationProperties("rumbo.files")
public record FileSettings(
        @DefaultValue("folder") Store store,
        Path folder,
        @DefaultValue("20MB") DataSize largest,
        @DefaultValue("") String clamd,
        @DefaultValue("2m") Duration scannerPatience,
        @DefaultValue S3Settings s3) {
    /** What files are kept in. */
    public enum Store {
        FOLDER,
        S3
    }
}
