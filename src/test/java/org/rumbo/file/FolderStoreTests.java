package org.rumbo.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder keeps what the contract promises, also where its disk has no room. */
class FolderStoreTests extends EvidenceStoreContract {
    private final Path folder;

    FolderStoreTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    EvidenceStore at(Instant now) {
        return new FolderStore(folder, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Override
    Path passing() {
        return folder.resolve("arriving");
    }

    @Override
    List<String> everything() throws IOException {
        return files().stream().map(Path::toString).toList();
    }

    @Override
    void exchange(String sha256, byte[] content) throws IOException {
        Files.write(folder.resolve("kept").resolve(sha256.substring(0, 2)).resolve(sha256), content);
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Writing, or bringing to the disk, fails half-way. */
    @Test
    void aDiskThatFillsUpLeavesNothing() throws IOException {
        var small = new Arrivals(folder) {
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
        var full = new FolderStore(folder, small, Clock.fixed(NOW, ZoneOffset.UTC));
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
}
