package org.rumbo.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rumbo.testing.SampleFiles.bytes;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;

/** Nobody ever finds half a file, and nothing is left of what was not taken. */
class FolderStoreTests {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final EvidenceStore.Inspection ANYTHING = file -> new EvidenceStore.Found(FileType.TEXT, false);

    private final Path folder;

    FolderStoreTests(@TempDir Path folder) {
        this.folder = folder;
    }

    private FolderStore at(Instant now) {
        return new FolderStore(folder, Clock.fixed(now, ZoneOffset.UTC));
    }

    private EvidenceStore.Kept keep(EvidenceStore store, String content) throws IOException {
        return store.keep(new ByteArrayInputStream(bytes(content)), 1000, ANYTHING);
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aContentIsFoundUnderItsHash() throws IOException {
        var store = at(NOW);
        var kept = keep(store, "abc");
        assertThat(kept.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(kept.size()).isEqualTo(3);
        assertThat(store.open(kept.sha256()).readAllBytes()).isEqualTo(bytes("abc"));
        assertThat(store.isWhole(kept.sha256())).isTrue();
        assertThat(files()).hasSize(1);
        Files.write(files().get(0), bytes("abd"));
        assertThat(store.isWhole(kept.sha256())).isFalse();
        store.remove(kept.sha256());
        assertThat(store.isWhole(kept.sha256())).isFalse();
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
        assertThat(files()).isEmpty();
        assertThat(keep(store, "x".repeat(1000)).size()).isEqualTo(1000);
    }

    /** Writing, or bringing to the disk, fails half-way. */
    @Test
    void aDiskThatFillsUpLeavesNothing() throws IOException {
        var full = new FolderStore(folder, Clock.fixed(NOW, ZoneOffset.UTC)) {
            @Override
            OutputStream open(Path file) throws IOException {
                return new FilterOutputStream(super.open(file)) {
                    @Override
                    public void write(byte[] content, int from, int length) throws IOException {
                        out.write(content, from, length / 2);
                        throw new IOException("No space left on device");
                    }
                };
            }
        };
        assertThatThrownBy(() -> keep(full, "some content")).isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    /** The same with a real disk of a megabyte, where somebody may make one. */
    @Test
    void aRealDiskThatFillsUpLeavesNothing() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
                "Skipped: no small disk can be mounted here");
        try {
            var store = new FolderStore(disk, Clock.fixed(NOW, ZoneOffset.UTC));
            var large = new byte[2_000_000];
            assertThatThrownBy(() -> store.keep(new ByteArrayInputStream(large), 20_000_000, ANYTHING))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(java.nio.file.NoSuchFileException.class);
            assertThat(files()).isEmpty();
            assertThat(keep(store, "room for little").size()).isEqualTo(15);
        } finally {
            run("umount", disk.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
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
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatNobodyNeedsGoesAfterADay() throws IOException {
        var store = at(NOW);
        var needed = keep(store, "needed").sha256();
        var unneeded = keep(store, "unneeded").sha256();
        var again = keep(store, "brought again").sha256();
        var half = Files.write(folder.resolve("arriving").resolve("half.part"), bytes("x"));
        Files.setLastModifiedTime(half, java.nio.file.attribute.FileTime.from(NOW));
        var later = NOW.plus(Duration.ofHours(30));
        keep(at(later), "brought again");

        assertThat(store.sweep(NOW, needed::equals)).isZero();
        assertThat(store.sweep(later.minus(Duration.ofHours(24)), needed::equals))
                .isEqualTo(2);
        assertThat(store.isWhole(needed)).isTrue();
        assertThat(store.isWhole(again)).isTrue();
        assertThat(store.isWhole(unneeded)).isFalse();
        assertThat(files()).hasSize(2);
    }
}
