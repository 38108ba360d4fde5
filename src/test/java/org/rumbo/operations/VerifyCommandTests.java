package org.rumbo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rumbo.Rumbo;
import org.rumbo.ledger.proof.Fault;
import org.rumbo.ledger.proof.Heads;
import org.rumbo.ledger.proof.SampleLog;
import org.rumbo.ledger.proof.Verified;
import org.rumbo.ledger.proof.VerifyTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTests {
    @TempDir
    private Path folder;

    private final SampleLog log = new SampleLog();
    private Path bundle = Path.of("");

    private record Answer(int code, String text) {}

    @BeforeEach
    void writeFiles() throws IOException {
        bundle = write("bundle.zip", log.bytes());
        write("keys", ("# the network's\n" + log.vkey() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsWhatIsProvenOfEachEvent() {
        var answer = verify(bundle, "--language", "en");
        assertThat(answer.text)
                .contains(
                        "#0  2026-11-20T10:15:30.123Z  log.heartbeat  valid",
                        "#2  00000000-0000-1000-0000-000000000001  2  sealed, not shown to you",
                        "claim.make",
                        "sealed, content erased on 2026-11-25",
                        "valid; texts not shown: 1",
                        "VALID: log rumbo.example/1, 10 events sealed",
                        "5 valid, 1 sealed with content erased, 2 sealed and not shown to you",
                        "Only a part of the history of 00000000-0000-1000-0000-000000000002 is here",
                        "Report report-2026-es.pdf: byte for byte as issued on 2026-11-26T10:15:30.123Z (event #6)",
                        "The first time");
        assertThat(answer.code).isZero();
    }

    /** The short way and the library understand the same. */
    @Test
    void isUnderstoodHoweverItIsSaid() {
        var key = folder.resolve("keys").toString();
        var state = folder.resolve("heads.json").toString();
        var file = bundle.toString();
        assertThat(Verification.asked(new String[] {"verify", file, "--key", key, "--state", state, "--json"}))
                .isNotNull();
        for (var words : List.of(
                List.of("verify", "--help"),
                List.of("verify"),
                List.of("verify", file, file),
                List.of("verify", file, "--key"),
                List.of("verify", "--key=" + key, file),
                List.of("verify", file, "--unknown"),
                List.of("doctor", file))) {
            assertThat(Verification.asked(words.toArray(String[]::new)))
                    .as("%s", words)
                    .isNull();
        }
        assertThat(run(List.of("verify", "--key=" + key, "--state=" + state, file)).code)
                .isZero();
        assertThat(run(List.of("verify", "--key=" + key, file, "--unknown")).code)
                .isEqualTo(64);
    }

    @Test
    void speaksThreeLanguages() {
        assertThat(verify(bundle, "--language", "es").text).contains("contenido borrado el 2026-11-25", "VÁLIDO");
        assertThat(verify(bundle, "--language", "pt").text).contains("conteúdo apagado em 2026-11-25", "VÁLIDO");
        assertThat(verify(bundle, "--language", "de").text).contains("content erased on 2026-11-25");
    }

    @Test
    void tellsProgramsTheSame() {
        var answer = json(bundle);
        assertThat(answer.path("valid").asBoolean()).isTrue();
        assertThat(answer.path("size").asInt()).isEqualTo(10);
        assertThat(answer.path("continuity").asString()).isEqualTo("FIRST");
        assertThat(answer.path("events").valueStream().map(event -> event.path("outcome")
                        .asString()))
                .containsExactly("VALID", "VALID", "WITHHELD", "ERASED", "VALID", "VALID", "VALID", "WITHHELD");
        assertThat(answer.path("reports").get(0).path("name").asString()).isEqualTo(SampleLog.REPORT);
    }

    @Test
    void remembersTheNewestHeadThatFollows() throws IOException {
        assertThat(continuity(log.bytes())).isEqualTo("FIRST");
        assertThat(continuity(log.bytes())).isEqualTo("SAME");
        assertThat(continuity(log.bytes(9, null))).isEqualTo("OLDER");
        assertThat(continuity(log.bytes(11, null))).isEqualTo("NOT_SHOWN");
        assertThat(continuity(log.bytes(11, 9L))).isEqualTo("NOT_SHOWN");
        assertThat(continuity(log.bytes(11, 10L))).isEqualTo("GROWN");
        assertThat(continuity(log.bytes())).isEqualTo("OLDER");
        assertThat(Files.list(folder))
                .doesNotHave(new org.assertj.core.api.Condition<>(
                        files -> files.stream().anyMatch(file -> file.toString().endsWith(".tmp")), "passing files"));
    }

    /** The same key signs two logs of one size: one of both readers is deceived, and the second of them sees it. */
    @Test
    void refusesAnotherLogOfTheSameNameAndSize() throws IOException {
        assertThat(verify(bundle).code).isZero();
        var heads = Files.readString(folder.resolve("heads.json"));
        var forged = heads.replaceFirst("10\\\\n.{43}=", "10\\\\nG7l9zCFjXUfiZj79/QoXRobZjdcBNS3SzQbotD/T0wU=");
        assertThat(forged).isNotEqualTo(heads);
        Files.writeString(folder.resolve("heads.json"), forged);
        assertThat(verify(bundle).code).isEqualTo(4);
        assertThat(json(bundle).path("fault").asString()).isEqualTo("FORKED");
        assertThat(json(write("later.zip", log.bytes(11, 10L))).path("exitCode").asInt())
                .isEqualTo(4);
        assertThat(Files.readString(folder.resolve("heads.json"))).isEqualTo(forged);
    }

    @Test
    void aBrokenMemoryIsNotForgotten() throws IOException {
        Files.writeString(folder.resolve("heads.json"), "{}");
        assertThat(json(bundle).path("fault").asString()).isEqualTo("BROKEN_MEMORY");
        assertThat(Files.readString(folder.resolve("heads.json"))).isEqualTo("{}");
    }

    @Test
    void nothingIsCalledValidThatCannotBeRemembered() throws IOException {
        write("a-file", new byte[0]);
        var answer =
                verify(bundle, "--state", folder.resolve("a-file/heads.json").toString());
        assertThat(answer.code).isEqualTo(70);
        assertThat(answer.text).isEmpty();
    }

    @Test
    void aReportIsProvenByTheFileBesideIt() throws IOException {
        var report = write(SampleLog.REPORT, log.report());
        assertThat(verify(report).code).isEqualTo(3);
        assertThat(json(report).path("fault").asString()).isEqualTo("PROOF_MISSING");
        var sheet = write("report.xlsx", "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8));
        assertThat(json(sheet).path("fault").asString()).isEqualTo("PROOF_MISSING");
        write(SampleLog.REPORT + ".tlog-proof", log.reportProof());
        assertThat(verify(report).text).contains("2026-11-26");
        assertThat(verify(report).code).isZero();
        Files.writeString(report, "%PDF-1.7 something else");
        assertThat(verify(report).code).isEqualTo(1);
    }

    @Test
    void eachKindOfRefusalHasItsOwnCode() throws IOException {
        var damaged = log.bytes();
        damaged[damaged.length / 2] ^= 1;
        assertThat(verify(write("damaged.zip", damaged)).code).isEqualTo(3);
        assertThat(verify(folder.resolve("missing.zip")).code).isEqualTo(3);
        write("keys", new SampleLog(2).vkey().getBytes(StandardCharsets.UTF_8));
        assertThat(verify(bundle).code).isEqualTo(2);
        assertThat(verify(bundle, "--language", "es").text).contains(SampleLog.ORIGIN, "por teléfono");
        assertThat(folder.resolve("heads.json")).doesNotExist();
        assertThat(run(List.of("verify")).code).isEqualTo(64);
        assertThat(run(List.of("verify", "--help")).text).contains("--key", "--state", "--json");
    }

    /** Ten gigabytes that are not there, lengths that lie, compressed nothing, and depth. */
    @Test
    @Timeout(20)
    void hostileFilesAreRefusedAtOnce() throws IOException {
        var huge = folder.resolve("huge.zip");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.write(log.bytes());
            file.setLength(10L << 30);
        }
        assertThat(json(huge).path("fault").asString()).isEqualTo("TOO_LARGE");
        Files.delete(huge);

        var lying = log.bytes();
        for (var length : new byte[] {(byte) 0x7f, (byte) 0xff}) {
            lying[18] = lying[19] = lying[20] = lying[22] = lying[23] = lying[24] = (byte) 0xff;
            lying[21] = lying[25] = length;
            assertThat(verify(write("lying.zip", lying)).code).isEqualTo(3);
        }

        var bomb = folder.resolve("bomb.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("README.txt"));
            for (var i = 0; i < 100; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        assertThat(verify(bomb).code).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyRefusalSaysWhatToDo(Fault fault) {
        for (var language : List.of("en", "es", "pt")) {
            var texts = new VerifyTexts(Locale.forLanguageTag(language));
            assertThat(texts.text("verify.fault." + fault, "X"))
                    .contains("X")
                    .contains(". ")
                    .doesNotContain("{");
            assertThat(texts.text("verify.kind." + fault.kind())).isUpperCase();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt"})
    void everyAnswerHasItsWords(String language) {
        var texts = ResourceBundle.getBundle("messages.verify", Locale.forLanguageTag(language));
        for (var continuity : Heads.Continuity.values()) {
            assertThat(texts.containsKey("verify.continuity." + continuity)).isTrue();
        }
        for (var outcome : Verified.Outcome.values()) {
            assertThat(texts.containsKey("verify.outcome." + outcome)).isTrue();
        }
    }

    private String continuity(byte[] file) throws IOException {
        return json(write("next.zip", file)).path("continuity").asString();
    }

    private JsonNode json(Path file) {
        return JsonMapper.shared().readTree(verify(file, "--json").text);
    }

    private Answer verify(Path file, String... options) {
        var arguments = new ArrayList<>(List.of("verify", file.toString()));
        arguments.addAll(List.of("--key", folder.resolve("keys").toString()));
        if (!List.of(options).contains("--state")) {
            arguments.addAll(List.of("--state", folder.resolve("heads.json").toString()));
        }
        arguments.addAll(List.of(options));
        return run(arguments);
    }

    private static Answer run(List<String> arguments) {
        var before = System.out;
        var out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            var words = arguments.toArray(String[]::new);
            var verification = Verification.asked(words);
            var code = verification == null ? CommandLine.run(Rumbo.class, words) : verification.run();
            return new Answer(code, out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
