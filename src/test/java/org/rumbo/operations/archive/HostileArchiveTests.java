package org.rumbo.operations.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rumbo.shared.Sha256;

/** What is no archive, or was one before somebody changed it, is refused before anything of it is used. */
class HostileArchiveTests {
    private static final String FILE = "files/" + Sha256.hex("law".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private Path whole;

    @BeforeEach
    void writeOne() throws IOException {
        whole = folder.resolve("whole.zip");
        Files.createFile(whole);
        try (var archive = new ArchiveWriter(whole)) {
            archive.add(ArchiveFile.README, "Read me");
            archive.add("data/person.jsonl", "{\"id\":1}\n");
            archive.add(FILE, "law");
            archive.add(
                    ArchiveFile.DESCRIPTION, "{\"rumbo\":{\"format\":1,\"schema\":\"202611291060\",\"missing\":[]}}");
            archive.manifest();
        }
    }

    private void refused(Path archive, String why) {
        assertThatThrownBy(() -> ArchiveFile.open(archive).close())
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining(why);
    }

    @Test
    void aWholeOneIsTaken() throws IOException {
        try (var archive = ArchiveFile.open(whole)) {
            assertThat(archive.format()).isEqualTo(1);
            assertThat(archive.schema()).isEqualTo("202611291060");
            assertThat(archive.tables()).containsExactly("person");
            assertThat(archive.files()).containsExactly(FILE.substring(6));
        }
        assertThat(ArchiveFile.isOne(whole)).isTrue();
        try (var again = ArchiveFile.open(Forged.of(whole).write(folder))) {
            assertThat(again.tables()).containsExactly("person");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.jsonl",
                "data/../../outside.jsonl",
                "/etc/passwd",
                "data\\person.jsonl",
                "C:\\data.jsonl",
                "data/",
                "data/Person.jsonl",
                "data/person.jsonl/x",
                "files/0123",
                "files/../" + "0",
                "models/bpmn/../x.bpmn",
                "data/person.jsonl ",
                "readme.md",
                "META-INF/MANIFEST.MF"
            })
    void aPartWithANameOfItsOwnIsRefused(String name) throws IOException {
        refused(Forged.of(whole).put(name, "{}").write(folder), "no archive has a part of such a name");
    }

    @Test
    void aPartThatIsThereTwiceIsRefused() throws IOException {
        var twice = Forged.of(whole).put("data/a.js".substring(0, 9), "other").write(folder, "data/a.js");
        assertThatThrownBy(() -> ArchiveFile.open(twice).close()).isInstanceOf(ArchiveRefused.class);
    }

    @Test
    void whatHasAnotherHashThanTheManifestSaysIsRefused() throws IOException {
        refused(
                Forged.of(whole)
                        .put("data/person.jsonl", "{\"id\":2}\n")
                        .unhashed()
                        .write(folder),
                "its hash is another");
        refused(Forged.of(whole).put(FILE, "lax").write(folder), "lies under the hash of something else");
    }

    @Test
    void partsThatTheManifestDoesNotNameAreRefusedAndMissingOnesToo() throws IOException {
        refused(Forged.of(whole).put("data/more.jsonl", "").unhashed().write(folder), "not those that stand in");
        refused(Forged.of(whole).without(FILE).unhashed().write(folder), "not those that stand in");
        refused(Forged.of(whole).without(ArchiveFile.MANIFEST).unhashed().write(folder), "it has no MANIFEST");
        refused(Forged.of(whole).without(ArchiveFile.DESCRIPTION).write(folder), "it has no datapackage.json");
        refused(
                Forged.of(whole)
                        .put(ArchiveFile.MANIFEST, "nonsense")
                        .unhashed()
                        .write(folder),
                "not a list of hashes");
    }

    @Test
    void whatIsNoZipFileIsRefused() throws IOException {
        var text = Files.writeString(folder.resolve("text.zip"), "PK is how they begin");
        refused(text, "no whole ZIP file");
        assertThat(ArchiveFile.isOne(text)).isFalse();
        assertThat(ArchiveFile.isOne(folder.resolve("missing.zip"))).isFalse();
        var bytes = Files.readAllBytes(whole);
        refused(
                Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2)),
                "no whole ZIP");
        for (var place = 40; place < bytes.length; place += 7) {
            var broken = bytes.clone();
            broken[place] ^= 0x55;
            var file = Files.write(folder.resolve("broken.zip"), broken);
            try (var opened = ArchiveFile.open(file)) {
                // What was hit says nothing: a time, or the like.
                assertThat(opened.tables()).containsExactly("person");
            } catch (ArchiveRefused expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    @Timeout(60)
    void whatUnpacksToFarTooMuchIsRefused() throws IOException {
        var bomb = folder.resolve("bomb.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (var name :
                    new String[] {ArchiveFile.MANIFEST, ArchiveFile.DESCRIPTION, "data/a.jsonl", "data/b.jsonl"}) {
                zip.putNextEntry(new ZipEntry(name));
                if (name.startsWith("data/")) {
                    zeros(zip, 150);
                } else if (name.equals(ArchiveFile.MANIFEST)) {
                    zip.write(("0".repeat(64) + "  data/a.jsonl\n"
                                    + "0".repeat(64) + "  data/b.jsonl\n"
                                    + "0".repeat(64) + "  datapackage.json\n")
                            .getBytes(StandardCharsets.UTF_8));
                }
                zip.closeEntry();
            }
        }
        refused(bomb, "unpacks to more");

        var described = folder.resolve("described.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(described))) {
            zip.putNextEntry(new ZipEntry(ArchiveFile.MANIFEST));
            zeros(zip, 65);
            zip.closeEntry();
        }
        refused(described, "too large");
    }

    private static void zeros(OutputStream out, int megabytes) throws IOException {
        var zeros = new byte[1024 * 1024];
        for (var written = 0; written < megabytes; written++) {
            out.write(zeros);
        }
    }
}
