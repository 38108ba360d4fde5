package org.rumbo.operations;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains {@code verify} among the other commands, and reads what is said in less plain ways. */
@Command(
        name = Verification.COMMAND,
        exitCodeOnExecutionException = CommandLine.FAILED,
        exitCodeOnInvalidInput = VerifyCommand.NOT_UNDERSTOOD,
        description =
                "Checks a bundle of the ledger, or a report with the .tlog-proof beside it, offline. Ends with 0 where"
                        + " everything is proven, 1 where a proof is wrong, 2 where the signature is of no known key or does not fit,"
                        + " 3 where the file is damaged or not in its form, 4 where the log is not the one that was seen before.",
        mixinStandardHelpOptions = true)
class VerifyCommand implements Callable<Integer> {
    /** Other than all answers about the file. */
    static final int NOT_UNDERSTOOD = 64;

    @Parameters(paramLabel = "<bundle|report>", description = "The bundle (.zip), or the report's file.")
    private @Nullable Path file;

    @Option(
            names = "--key",
            paramLabel = "<file>",
            description = "The file of public keys (vkey), one in a line, that you did not get with the bundle;"
                    + " ~/.rumbo/keys where none is named.")
    private @Nullable Path keys;

    @Option(
            names = "--state",
            paramLabel = "<file>",
            description = "Where the newest head of every log is remembered; ~/.rumbo/heads.json where none is named.")
    private @Nullable Path state;

    @Option(names = "--language", paramLabel = "<en|es|pt>", description = "The language of the answer.")
    private @Nullable String language;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        return new Verification(Objects.requireNonNull(file), keys, state, language, json).run();
    }
}
