package org.rumbo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application lets everything leave and takes it in, and says with its exit code what it did not do. */
class ArchiveCommandIT {
    @TempDir
    private Path folder;

    @Test
    void everythingLeavesAndArrivesByTwoCommands() throws Exception {
        var settings = new HashMap<String, String>();
        settings.put("RUMBO_DATA", folder.resolve("there").toString());
        try (var rumbo = new RunningJar(folder, settings)) {
            var item = rumbo.get("director.a", "/recommendations/SPN-2019-PE-a").body();
            ended(rumbo.command("export", "all.zip"), 5, "stop the server first");
            rumbo.kill();

            ended(rumbo.command("export", "all.zip"), 0, "rows and 0 files written");
            ended(rumbo.command("export", "all.zip"), 3, "is there already");
            ended(rumbo.command("import", "all.zip"), 3, "this installation is not empty");
            Files.writeString(folder.resolve("paper.txt"), "A paper");
            ended(rumbo.command("import", "paper.txt"), 2, "Say in which language the paper is written");

            settings.put("RUMBO_DATA", folder.resolve("here").toString());
            ended(rumbo.command("import", "all.zip", "--json"), 0, "\"recommendations\":22");
            ended(rumbo.command("doctor", "--rebuild"), 0, "0 findings");
            rumbo.start();
            assertThat(rumbo.get("director.a", "/recommendations/SPN-2019-PE-a").body())
                    .isEqualTo(item);
        }
    }

    private static void ended(RunningJar.Result result, int exitCode, String saying) {
        assertThat(result.exitCode()).as(result.output()).isEqualTo(exitCode);
        assertThat(result.output()).contains(saying);
    }
}
