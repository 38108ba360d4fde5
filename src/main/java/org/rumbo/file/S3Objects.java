package org.rumbo.file;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The bucket's objects. Every call ends within its time, is tried three times at most, and waits for no lock that somebody else
 * needs: inside a transaction nothing is asked.
 */
final class S3Objects implements AutoCloseable {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    /** Ours, not the store's: what is old is said by the application's clock. */
    private static final String KEPT_AT = "kept-at";

    private final S3Client client;
    private final String bucket;

    /** A page of names, and where the next begins. */
    record Names(List<String> keys, @Nullable String next) {}

    S3Objects(S3Settings settings) {
        this.bucket = settings.bucket();
        this.client = client(settings);
    }

    private static S3Client client(S3Settings settings) {
        var silence = settings.patience().compareTo(SILENCE) < 0 ? settings.patience() : SILENCE;
        var builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .forcePathStyle(settings.pathStyle())
                // Other makers' stores know none of the newer ways to send a checksum along.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(TO_CONNECT)
                        .socketTimeout(silence))
                .overrideConfiguration(call -> call.retryStrategy(RetryMode.STANDARD)
                        .apiCallTimeout(settings.patience())
                        // What stands in the home folder of whoever runs Rumbo is none of its settings.
                        .defaultProfileFile(ProfileFile.aggregator().build()));
        if (!settings.endpoint().isBlank()) {
            builder.endpointOverride(URI.create(settings.endpoint().strip()));
        }
        return builder.build();
    }

    /** Nobody sees it before all of it is there. */
    void put(String key, Path content, Instant at) throws IOException {
        ask(() -> client.putObject(
                put -> put.bucket(bucket).key(key).metadata(Map.of(KEPT_AT, at.toString())),
                RequestBody.fromFile(content)));
    }

    void mark(String key, Instant at) throws IOException {
        ask(() -> client.putObject(
                put -> put.bucket(bucket).key(key).metadata(Map.of(KEPT_AT, at.toString())), RequestBody.empty()));
    }

    void fetch(String key, Path to) throws IOException {
        ask(() -> client.getObject(
                get -> get.bucket(bucket).key(key),
                // Each try begins anew.
                (object, content) -> {
                    try (var out = Files.newOutputStream(to)) {
                        content.transferTo(out);
                    }
                    return object;
                }));
    }

    /** When it was brought last; null where it is not there. */
    @Nullable
    Instant keptAt(String key) throws IOException {
        try {
            return keptAt(
                    ask(() -> client.headObject(head -> head.bucket(bucket).key(key))));
        } catch (NoSuchFileException missing) {
            return null;
        }
    }

    private static Instant keptAt(HeadObjectResponse object) {
        var said = object.metadata().get(KEPT_AT);
        return said == null ? object.lastModified() : Instant.parse(said);
    }

    Names names(String prefix, @Nullable String from) throws IOException {
        ListObjectsV2Response page = ask(() ->
                client.listObjectsV2(list -> list.bucket(bucket).prefix(prefix).continuationToken(from)));
        return new Names(
                page.contents().stream().map(S3Object::key).toList(),
                Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null);
    }

    void delete(String key) throws IOException {
        ask(() -> client.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    private static <T> T ask(Supplier<T> call) throws IOException {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Nobody asks another machine while a transaction holds what others need");
        }
        try {
            return call.get();
        } catch (NoSuchKeyException missing) {
            var none = new NoSuchFileException("Nothing is kept under that hash");
            none.initCause(missing);
            throw none;
        } catch (SdkException failed) {
            throw new StoreAway(failed);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
