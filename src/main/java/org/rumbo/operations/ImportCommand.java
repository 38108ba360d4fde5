package org.rumbo.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;
import org.rumbo.source.PaperImports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Brings a file in. */
@Command(
        name = "import",
        exitCodeOnExecutionException = CommandLine.FAILED,
        description =
                "Imports a paper: reads it and leaves its passages to the directors. Ends with 0 where it was read,"
                        + " 1 where it cannot be read, 2 where the command is not understood, 5 where a server holds the"
                        + " database.",
        mixinStandardHelpOptions = true)
class ImportCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable CommandLine rumbo;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "<file>", description = "The paper: a PDF or a plain text.")
    private @Nullable Path file;

    @Option(names = "--language", description = "The paper's language: es, pt or en.")
    private @Nullable String language;

    @Option(
            names = "--key",
            description = "How its recommendations' codes begin, such as SPN-2019; else it is recognised.")
    private @Nullable String key;

    @Option(names = "--title", description = "The paper's title, where its own is not to be taken.")
    private @Nullable String title;

    @Option(names = "--dry-run", description = "Tells what would be found, and changes nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    /** What kind of file it is would be told apart here; papers are all there is so far. */
    @Override
    public Integer call() {
        var chosen = Objects.requireNonNull(file);
        if (!Files.isRegularFile(chosen) || !Files.isReadable(chosen)) {
            throw misused("There is no such file: " + chosen);
        }
        return importPaper(chosen);
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
