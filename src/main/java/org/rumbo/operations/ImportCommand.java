package org.rumbo.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rumbo.operations.archive.ArchiveImport;
import org.rumbo.operations.archive.ArchiveRefused;
import org.rumbo.shared.Language;
import org.rumbo.source.PaperImports;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Brings a file in: a paper, or what another installation exported. Which of the two it is, its content says. */
@Command(
        name = "import",
        exitCodeOnExecutionException = CommandLine.FAILED,
        description = "Imports a paper: reads it and leaves its passages to the directors. Or takes an archive that"
                + " \"export\" wrote into an empty installation. Ends with 0 where that was done, 1 where the paper cannot"
                + " be read, 2 where the command is not understood, 3 where the archive or the installation does not"
                + " allow it, 5 where a server holds the database.",
        mixinStandardHelpOptions = true)
class ImportCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable CommandLine rumbo;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "<file>", description = "The paper, a PDF or a plain text; or the archive.")
    private @Nullable Path file;

    @Option(names = "--language", description = "The paper's language: es, pt or en.")
    private @Nullable String language;

    @Option(
            names = "--key",
            description =
                    "How its recommendations' codes begin, such as SPN-2019; else it is recognised, or proposed from title and year.")
    private @Nullable String key;

    @Option(names = "--title", description = "The paper's title, where its own is not to be taken.")
    private @Nullable String title;

    @Option(names = "--dry-run", description = "Tells what would be found in the paper, and changes nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var chosen = Objects.requireNonNull(file);
        if (!Files.isRegularFile(chosen) || !Files.isReadable(chosen)) {
            throw misused("There is no such file: " + chosen);
        }
        if (!ArchiveImport.isArchive(chosen)) {
            return importPaper(chosen);
        }
        if (dryRun || language != null || key != null || title != null) {
            throw misused("This is an archive of a whole installation: it takes no option but --json");
        }
        return WithoutServing.run(Objects.requireNonNull(rumbo).application(), context -> takeArchive(context, chosen));
    }

    private int takeArchive(ApplicationContext context, Path archive) {
        try {
            var taken = context.getBean(ArchiveImport.class).take(archive);
            if (json) {
                System.out.println(context.getBean(JsonMapper.class).writeValueAsString(taken));
            } else {
                System.out.printf(
                        "%d rows and %d files imported; %d recommendations stand where they stood%n",
                        taken.rows(), taken.files(), taken.recommendations());
            }
            taken.missing().forEach(hash -> System.err.println("A file was missing already: " + hash));
            return 0;
        } catch (ArchiveRefused refused) {
            System.err.println("Nothing was imported: " + refused.getMessage());
            return CommandLine.REFUSED;
        }
    }

    private int importPaper(Path paper) {
        if (language == null) {
            throw misused("Say in which language the paper is written: --language es, pt or en");
        }
        var spoken = Language.of(language).orElseThrow(() -> misused("The language is es, pt or en, not " + language));
        if (key != null && !PaperImports.isKey(key)) {
            throw misused(
                    "A key is 2 to 10 capital letters or digits, a hyphen and a year, such as SPN-2019: not " + key);
        }
        var run = new PaperOnCommand(paper, spoken, key, title, json);
        return dryRun ? run.look() : run.bringIn(Objects.requireNonNull(rumbo));
    }

    private ParameterException misused(String why) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
    }
}
