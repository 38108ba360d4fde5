package org.rumbo.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/verify.md, which stands on Go's own implementation and shares nothing with ours. */
class GoVerifierTests {
    private static final Path SOURCES = Path.of("/usr/share/gocode");

    /** Refused by ours for what the short program says that it does not look at. */
    private static final Set<String> NOT_LOOKED_AT = Set.of(
            "erased-by-nobody",
            "chain-with-a-gap",
            "white-space",
            "twice-the-same-key",
            "another-member",
            "proof-of-another-report",
            "another-report",
            "damaged",
            "packed-again",
            "escaping-name");

    @TempDir
    private Path folder;

    private record Run(int code, String text) {}

    @BeforeEach
    void goIsThere() {
        var go = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "go")));
        assumeTrue(
                go && Files.isDirectory(SOURCES.resolve("src/golang.org/x/mod/sumdb/note")),
                "NOT CHECKED by Go's implementation: golang-go and golang-golang-x-mod-dev are not installed");
    }

    @Test
    void goAcceptsOurBundlesAndRefusesForgedOnes() throws Exception {
        var program = folder.resolve("verify");
        assertThat(run(List.of("go", "build", "-o", program.toString(), "docs/verify/verify.go")).text)
                .isEmpty();
        var valid = verify(program, "valid", new SampleLog().bytes());
        assertThat(valid.text).contains("3 claim.make\n").endsWith("VALID: rumbo.example/1 10 " + root() + "\n");
        for (var bundle : SampleBundles.all().entrySet()) {
            var run = verify(program, bundle.getKey(), bundle.getValue());
            var ours = SampleBundles.verdict(bundle.getValue());
            if (!NOT_LOOKED_AT.contains(bundle.getKey())) {
                assertThat(run.code == 0)
                        .as(bundle.getKey() + " " + ours + " " + run.text)
                        .isEqualTo(ours.isEmpty());
            }
            assertThat(run.text).as(bundle.getKey()).contains(run.code == 0 ? "VALID: rumbo" : "NOT VALID");
        }
    }

    private static String root() {
        return MerkleTree.root(10, new SampleLog().tree).toString();
    }

    private Run verify(Path program, String name, byte[] bundle) throws Exception {
        var file = Files.write(folder.resolve(name + ".zip"), bundle);
        return run(List.of(program.toString(), file.toString(), new SampleLog().vkey()));
    }

    private Run run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOPATH", SOURCES.toString());
        builder.environment().put("GOCACHE", folder.resolve("cache").toString());
        builder.environment().put("GOFLAGS", "");
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), text);
    }
}
