package org.rumbo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rumbo.Rumbo;
import org.rumbo.testing.SamplePaper;
import tools.jackson.databind.json.JsonMapper;

/** Papers from the command line, with an installation of its own in a folder that is gone afterwards. */
class ImportCommandIT {
    @TempDir
    private Path folder;

    private Path paper;
    private PrintStream console;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void beginAnew() throws IOException {
        System.setProperty("rumbo.data", folder.resolve("data").toString());
        paper = Files.writeString(folder.resolve("paper.txt"), SamplePaper.text());
        console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void putBack() {
        System.setOut(console);
        System.clearProperty("rumbo.data");
    }

    private int run(Object... arguments) {
        printed.reset();
        var words = new ArrayList<String>();
        for (var argument : arguments) {
            words.add(argument.toString());
        }
        return CommandLine.run(Rumbo.class, words.toArray(String[]::new));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsWhatItFindsAndChangesNothing() throws IOException {
        assertThat(run("import", paper, "--language", "en", "--dry-run")).isZero();

        assertThat(printed())
                .contains(
                        "Chapter 1, PE",
                        "Ana Quispe Rojas, Luis Salas Prado",
                        "Chapter 2, EC",
                        "0 found",
                        SamplePaper.PASSAGES.get("BO-b"),
                        "3 chapters, 4 passages");
        assertThat(folder.resolve("data")).doesNotExist();

        assertThat(run("import", paper, "--language", "en", "--dry-run", "--json"))
                .isZero();
        assertThat(JsonMapper.builder().build().readTree(printed()).path("passages"))
                .hasSize(4);

        var told = Files.writeString(
                folder.resolve("told.txt"),
                SamplePaper.text().replace("This paper was written", "Lima, May 2020\n\nThis paper was written"));
        assertThat(run("import", told, "--language", "es", "--dry-run")).isZero();
        assertThat(printed()).contains("published: 2020-05 (high)", "written in another language");
    }

    @Test
    void saysWhatItDoesNotUnderstandAndWhatCannotBeRead() throws IOException {
        assertThat(run("import", folder.resolve("nothing.pdf"), "--language", "en"))
                .isEqualTo(2);
        assertThat(run("import", paper)).isEqualTo(2);
        assertThat(run("import", paper, "--language", "xx")).isEqualTo(2);
        assertThat(run("import", paper, "--language", "en", "--key", "wrong")).isEqualTo(2);
        var empty = Files.writeString(folder.resolve("empty.txt"), "");
        assertThat(run("import", empty, "--language", "en", "--dry-run")).isEqualTo(1);
    }

    @Test
    void leavesThePassagesToTheDirectorsOnceAndForAll() throws Exception {
        var command = List.of("import", paper, "--language", "en", "--key", "TST-2020", "--json");
        assertThat(run(command.toArray())).isZero();
        var first = JsonMapper.builder().build().readTree(printed());
        assertThat(first.path("state").asString()).isEqualTo("REVIEW");
        assertThat(first.path("paper").asString()).isEqualTo("TST-2020");
        assertThat(first.path("undecided").asInt()).isEqualTo(4);

        assertThat(run("import", paper, "--language", "en", "--key", "TST-2020"))
                .isZero();
        assertThat(printed()).contains("imported before", first.path("id").asString());
        assertThat(run("doctor")).as(printed()).isZero();
    }
}
