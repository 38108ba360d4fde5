package org.rumbo.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.proof.BundleCheck;
import org.rumbo.ledger.proof.Fault;
import org.rumbo.ledger.proof.Heads;
import org.rumbo.ledger.proof.KnownKeys;
import org.rumbo.ledger.proof.Refused;
import org.rumbo.ledger.proof.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks what somebody was handed, with nothing but the file and a key; starts no application and asks no network. */
@Command(
        name = "verify",
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

    private static final long LARGEST = 512L << 20;
    private static final Path HOME = Path.of(System.getProperty("user.home", "."), ".rumbo");

    @Parameters(paramLabel = "<bundle|report>", description = "The bundle (.zip), or the report's file.")
    private @Nullable Path file;

    @Option(
            names = "--key",
            paramLabel = "<file>",
            description = "The file of public keys (vkey), one in a line, that you did not get with the bundle;"
                    + " ~/.rumbo/keys where none is named.")
    private Path keys = HOME.resolve("keys");

    @Option(
            names = "--state",
            paramLabel = "<file>",
            description = "Where the newest head of every log is remembered; ~/.rumbo/heads.json where none is named.")
    private Path state = HOME.resolve("heads.json");

    @Option(names = "--language", paramLabel = "<en|es|pt>", description = "The language of the answer.")
    private String language = Locale.getDefault().toLanguageTag();

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var answer = json ? new VerifyAnswer.Json(out) : new VerifyAnswer.Words(out, Locale.forLanguageTag(language));
        try {
            var verified = verify(Objects.requireNonNull(file));
            var heads = Heads.load(state);
            var meeting = heads.meet(verified.checkpoint(), verified.old());
            heads.save(state);
            answer.verified(verified, meeting);
            return 0;
        } catch (Refused refused) {
            answer.refused(refused);
            return refused.fault().kind().exitCode();
        }
    }

    private Verified verify(Path path) {
        var known = KnownKeys.parse(new String(read(keys), StandardCharsets.UTF_8));
        var content = read(path);
        var proof = path.resolveSibling(path.getFileName() + ".tlog-proof");
        try {
            if (Files.exists(proof)) {
                return BundleCheck.checkReport(String.valueOf(path.getFileName()), content, read(proof), known);
            }
            if (!isZip(content)) {
                throw new Refused(Fault.PROOF_MISSING, String.valueOf(proof.getFileName()));
            }
            return BundleCheck.check(content, known);
        } catch (OutOfMemoryError tooLarge) {
            throw new Refused(Fault.TOO_LARGE, path.toString());
        }
    }

    private static boolean isZip(byte[] content) {
        return content.length > 1 && content[0] == 'P' && content[1] == 'K';
    }

    private static byte[] read(Path path) {
        try {
            if (Files.isRegularFile(path) && Files.size(path) > LARGEST) {
                throw new Refused(Fault.TOO_LARGE, path.toString());
            }
            return Files.readAllBytes(path);
        } catch (IOException | UncheckedIOException | OutOfMemoryError unreadable) {
            throw new Refused(Fault.UNREADABLE, path.toString());
        }
    }
}
