package org.rumbo.operations;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rumbo.operations.archive.ArchiveImport;
import org.rumbo.operations.archive.ArchiveRefused;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what another installation exported. What a file is, its content says. */
@Command(
        name = "import",
        exitCodeOnExecutionException = CommandLine.FAILED,
        description = "Takes an exported archive into an empty installation. Ends with 0, with 3 where the file or the"
                + " installation does not allow it, 5 where a server holds the database.",
        mixinStandardHelpOptions = true)
class ImportCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable CommandLine rumbo;

    @Parameters(paramLabel = "<file>", description = "An archive that \"export\" wrote.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (!ArchiveImport.isArchive(Objects.requireNonNull(file))) {
            System.err.println("Nothing was imported: " + file + " is not there, or is no archive of Rumbo.");
            return CommandLine.REFUSED;
        }
        return WithoutServing.run(Objects.requireNonNull(rumbo).application(), this::take);
    }

    private int take(ApplicationContext context) {
        try {
            var taken = context.getBean(ArchiveImport.class).take(Objects.requireNonNull(file));
            if (json) {
                System.out.println(context.getBean(JsonMapper.class).writeValueAsString(taken));
            } else {
                System.out.printf(
                        "%d rows and %d files imported; %d recommendations stand where they stood%n",
                        taken.rows(), taken.files(), taken.recommendations());
            }
            taken.missing().forEach(hash -> System.err.println("A file of evidence was missing already: " + hash));
            return 0;
        } catch (ArchiveRefused refused) {
            System.err.println("Nothing was imported: " + refused.getMessage());
            return CommandLine.REFUSED;
        }
    }
}
