package org.rumbo.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rumbo.testing.SampleFiles.bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;

/** What every store promises: nobody ever finds half a file, and nothing is left of what was not taken. */
abstract class EvidenceStoreContract {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final EvidenceStore.Inspection ANYTHING = file -> new EvidenceStore.Found(FileType.TEXT, false);

    /** The same store for each test, empty at its beginning, as it is used at that time. */
    abstract EvidenceStore at(Instant now) throws IOException;

    /** The folder of this machine in which contents arrive. */
    abstract Path passing();

    /** All that lies anywhere in it, passing or kept. */
    abstract List<String> everything() throws IOException;

    /** Puts another content in its place, behind the store's back. */
    abstract void exchange(String sha256, byte[] content) throws IOException;

    static EvidenceStore.Kept keep(EvidenceStore store, String content) throws IOException {
        return store.keep(new ByteArrayInputStream(bytes(content)), 1000, ANYTHING);
    }

    private static byte[] read(EvidenceStore store, String sha256) throws IOException {
        try (var content = store.open(sha256)) {
            return content.readAllBytes();
        }
    }

    @Test
    void aContentIsFoundUnderItsHash() throws IOException {
        var store = at(NOW);
        var kept = keep(store, "abc");
        assertThat(kept.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(kept.size()).isEqualTo(3);
        assertThat(read(store, kept.sha256())).isEqualTo(bytes("abc"));
        assertThat(store.isWhole(kept.sha256())).isTrue();
        assertThat(everything()).hasSize(1);
        exchange(kept.sha256(), bytes("abd"));
        assertThat(store.isWhole(kept.sha256())).isFalse();
        keep(store, "abc");
        assertThat(store.isWhole(kept.sha256())).isTrue();
        store.remove(kept.sha256());
        store.remove(kept.sha256());
        assertThat(store.isWhole(kept.sha256())).isFalse();
        assertThat(everything()).isEmpty();
        assertThatThrownBy(() -> store.open(kept.sha256())).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store.open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsTooLargeOrNotTakenLeavesNothing() throws IOException {
        var store = at(NOW);
        assertThatThrownBy(() -> keep(store, "x".repeat(1001)))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.type())
                        .isEqualTo(ProblemType.TOO_LARGE));
        assertThatThrownBy(() -> store.keep(new ByteArrayInputStream(bytes("x")), 1000, file -> {
                    throw Unacceptable.KIND.refusal();
                }))
                .isInstanceOf(DomainException.class);
        assertThat(everything()).isEmpty();
        assertThat(keep(store, "x".repeat(1000)).size()).isEqualTo(1000);
    }

    @Test
    void theSameContentAtTheSameTimeIsKeptOnce() throws Exception {
        var store = at(NOW);
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<String> one = () -> keep(store, "the same words").sha256();
            var hashes =
                    pool.invokeAll(IntStream.range(0, 80).mapToObj(i -> one).toList());
            for (var hash : hashes) {
                assertThat(store.isWhole(hash.get())).isTrue();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(everything()).hasSize(1);
    }

    @Test
    void whatNobodyNeedsGoesAfterADay() throws IOException {
        var store = at(NOW);
        var needed = keep(store, "needed").sha256();
        var unneeded = keep(store, "unneeded").sha256();
        var again = keep(store, "brought again").sha256();
        var half = Files.write(passing().resolve("half.part"), bytes("x"));
        Files.setLastModifiedTime(half, FileTime.from(NOW));
        var later = NOW.plus(Duration.ofHours(30));
        keep(at(later), "brought again");

        assertThat(store.sweep(NOW, needed::equals)).isZero();
        assertThat(store.sweep(later.minus(Duration.ofHours(24)), needed::equals))
                .isEqualTo(2);
        assertThat(store.isWhole(needed)).isTrue();
        assertThat(store.isWhole(again)).isTrue();
        assertThat(store.isWhole(unneeded)).isFalse();
        assertThat(everything()).hasSize(2);
    }

    /** Between looking for what nobody needs and taking it away, somebody brings it. */
    @Test
    void whatIsBroughtWhileItGoesStays() throws IOException {
        var sha256 = keep(at(NOW), "nobody needed this").sha256();
        var later = NOW.plus(Duration.ofHours(30));
        var removed = at(later).sweep(later.minus(Duration.ofHours(24)), hash -> {
            try {
                keep(at(later), "nobody needed this");
                return false;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        assertThat(removed).isZero();
        assertThat(at(later).isWhole(sha256)).isTrue();
        assertThat(everything()).hasSize(1);
    }
}
