package org.rumbo.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rumbo.testing.LocalS3;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.FileSystemUtils;

/** An object store keeps what the contract promises, also where it is away, slow, or somebody else's. */
class S3StoreIT extends EvidenceStoreContract {
    private static LocalS3 server;

    private final Path folder;
    private final List<S3Objects> opened = new ArrayList<>();

    S3StoreIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void start() {
        server = LocalS3.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void empty() throws IOException {
        opened.forEach(S3Objects::close);
        FileSystemUtils.deleteRecursively(server.bucket());
        Files.createDirectories(server.bucket());
    }

    private static S3Settings settings(String endpoint, String secret, Duration patience) {
        return new S3Settings(endpoint, "us-east-1", LocalS3.BUCKET, LocalS3.ACCESS_KEY, secret, true, patience);
    }

    private S3Objects objects(String endpoint, String secret, Duration patience) {
        var objects = new S3Objects(settings(endpoint, secret, patience));
        opened.add(objects);
        return objects;
    }

    private S3Objects objects() {
        return objects(server.endpoint(), LocalS3.SECRET_KEY, Duration.ofSeconds(20));
    }

    private EvidenceStore store(S3Objects objects, Instant now) {
        return new S3Store(objects, new Arrivals(folder), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Override
    EvidenceStore at(Instant now) {
        return store(objects(), now);
    }

    @Override
    Path passing() {
        return folder.resolve("arriving");
    }

    @Override
    List<String> everything() throws IOException {
        var all = new ArrayList<>(server.keys());
        Arrivals.files(folder).forEach(file -> all.add(file.toString()));
        return all;
    }

    @Override
    void exchange(String sha256, byte[] content) throws IOException {
        var other = Files.write(folder.resolve("other"), content);
        objects().put("kept/" + sha256.substring(0, 2) + "/" + sha256, other, NOW);
        Files.delete(other);
    }

    @Test
    void aStoreThatIsAwayIsToldAndLeavesNothing() throws IOException {
        var store = at(NOW);
        var sha256 = keep(store, "before").sha256();
        server.stop();
        try {
            assertThatThrownBy(() -> keep(store, "meanwhile")).isInstanceOf(StoreAway.class);
            assertThatThrownBy(() -> store.open(sha256)).isInstanceOf(StoreAway.class);
            assertThatThrownBy(() -> store.isWhole(sha256)).isInstanceOf(StoreAway.class);
            assertThatThrownBy(() -> store.sweep(NOW, hash -> true)).isInstanceOf(StoreAway.class);
            assertThat(Arrivals.files(folder)).isEmpty();
        } finally {
            server.start();
        }
        assertThat(store.isWhole(sha256)).isTrue();
        keep(store, "meanwhile");
        assertThat(everything()).hasSize(2);
    }

    /** It takes the connection and never says a word. */
    @Test
    void aSilentStoreHoldsNobodyForLong() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var store = store(
                    objects("http://127.0.0.1:" + silent.getLocalPort(), LocalS3.SECRET_KEY, Duration.ofMillis(900)),
                    NOW);
            var begun = System.nanoTime();
            assertThatThrownBy(() -> keep(store, "anything")).isInstanceOf(StoreAway.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(Arrivals.files(folder)).isEmpty();
    }

    @Test
    void aKeyThatIsNotTheStoresIsRefused() throws IOException {
        var store = store(objects(server.endpoint(), "another-secret", Duration.ofSeconds(20)), NOW);
        assertThatThrownBy(() -> keep(store, "anything"))
                .isInstanceOf(StoreAway.class)
                .hasMessageNotContaining("another-secret");
        assertThat(everything()).isEmpty();
        assertThat(settings("https://s3.example.org", "another-secret", Duration.ZERO))
                .asString()
                .doesNotContain("another-secret", LocalS3.ACCESS_KEY);
    }

    @Test
    void nobodyWaitsForItInsideATransaction() throws IOException {
        var store = at(NOW);
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> keep(store, "anything")).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(everything()).isEmpty();
    }

    /** Another node has said that it takes the content away, and has not come to an end. */
    @Test
    void whatIsBeingTakenAwayIsNotTaken() throws IOException {
        var store = at(NOW);
        var sha256 = keep(store, "contested").sha256();
        objects().mark("leaving/" + sha256 + "/another", NOW);
        assertThatThrownBy(() -> keep(store, "contested")).isInstanceOf(StoreAway.class);
        var later = NOW.plus(Duration.ofHours(30));
        assertThat(at(later).sweep(later.minus(Duration.ofHours(24)), sha256::equals))
                .isZero();
        keep(at(later), "contested");
        assertThat(everything()).hasSize(1);
    }

    @Test
    void aLargeContentComesBackWhole() throws IOException {
        var store = at(NOW);
        var large = new byte[5_000_000];
        new Random(7).nextBytes(large);
        var kept = store.keep(new ByteArrayInputStream(large), 20_000_000, ANYTHING);
        try (var content = store.open(kept.sha256())) {
            assertThat(content.readAllBytes()).isEqualTo(large);
        }
        assertThat(Arrivals.files(folder)).isEmpty();
        for (var number = 0; number < 5; number++) {
            keep(store, "unneeded " + number);
        }
        var later = NOW.plus(Duration.ofHours(30));
        assertThat(at(later).sweep(later.minus(Duration.ofHours(24)), kept.sha256()::equals))
                .isEqualTo(5);
        assertThat(everything()).hasSize(1);
    }
}
