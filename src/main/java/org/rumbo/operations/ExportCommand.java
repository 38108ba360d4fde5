package org.rumbo.operations;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rumbo.operations.archive.ArchiveExport;
import org.rumbo.operations.archive.ArchiveRefused;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;

/** Lets everything leave. */
@Command(
        name = "export",
        exitCodeOnExecutionException = CommandLine.FAILED,
        description =
                "Writes everything that this installation holds into one ZIP file: all tables, the ledger, the files"
                        + " of evidence and the models. Ends with 0, with 1 where files of evidence were missing, 3 where the file"
                        + " cannot be written, 5 where a server holds the database.",
        mixinStandardHelpOptions = true)
class ExportCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable CommandLine rumbo;

    @Parameters(paramLabel = "<file.zip>", description = "The file to write; it must not be there yet.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        return WithoutServing.run(Objects.requireNonNull(rumbo).application(), this::export);
    }

    private int export(ApplicationContext context) {
        try {
            var written = context.getBean(ArchiveExport.class).export(Objects.requireNonNull(file));
            if (json) {
                System.out.println(context.getBean(JsonMapper.class).writeValueAsString(written));
            } else {
                System.out.printf("%d rows and %d files written to %s%n", written.rows(), written.files(), file);
            }
            written.missing().forEach(hash -> System.err.println("A file of evidence is missing: " + hash));
            return written.missing().isEmpty() ? 0 : CommandLine.FINDINGS;
        } catch (ArchiveRefused refused) {
            System.err.println("Nothing was exported: " + refused.getMessage());
            return CommandLine.REFUSED;
        }
    }
}
