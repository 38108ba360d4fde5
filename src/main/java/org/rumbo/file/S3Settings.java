package org.rumbo.file;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an S3-compatible object store is reached; {@code config/application.yml} says what each is for.
 *
 * @param endpoint its address; empty for Amazon's own in that region
 * @param pathStyle whether the bucket stands in the path, not in the host's name
 * @param patience how long one call may take altogether, with its further tries
 */
public record S3Settings(
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String bucket,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("60s") Duration patience) {
    /** Keys have no place in a log. */
    @Override
    public String toString() {
        return "S3Settings[" + endpoint + ", " + region + ", " + bucket + "]";
    }
}
