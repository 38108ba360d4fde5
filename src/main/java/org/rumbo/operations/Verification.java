package org.rumbo.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.proof.BundleCheck;
import org.rumbo.ledger.proof.Fault;
import org.rumbo.ledger.proof.Heads;
import org.rumbo.ledger.proof.KnownKeys;
import org.rumbo.ledger.proof.Refused;
import org.rumbo.ledger.proof.Verified;
import org.rumbo.ledger.proof.VerifyTexts;

/** Checks what somebody was handed, with nothing but the file and a key; starts no application and asks no network. */
public final class Verification {
    static final String COMMAND = "verify";

    private static final long LARGEST = 512L << 20;
    private static final Path HOME = Path.of(System.getProperty("user.home", "."), ".rumbo");

    private @Nullable Path file;
    private Path keys = HOME.resolve("keys");
    private Path state = HOME.resolve("heads.json");
    private String language = Locale.getDefault().toLanguageTag();
    private boolean json;

    private Verification() {}

    Verification(Path file, @Nullable Path keys, @Nullable Path state, @Nullable String language, boolean json) {
        this.file = file;
        this.keys = keys == null ? this.keys : keys;
        this.state = state == null ? this.state : state;
        this.language = language == null ? this.language : language;
        this.json = json;
    }

    /**
     * What these arguments ask for, where they ask for a check and for nothing else; the library that reads all commands takes
     * longer to load than the check.
     */
    public static @Nullable Verification asked(String[] arguments) {
        if (arguments.length < 2 || !arguments[0].equals(COMMAND)) {
            return null;
        }
        var asked = new Verification();
        var words = Arrays.asList(arguments).listIterator(1);
        while (words.hasNext()) {
            if (!asked.takes(words.next(), words)) {
                return null;
            }
        }
        return asked.file == null ? null : asked;
    }

    private boolean takes(String word, Iterator<String> next) {
        if (word.equals("--json")) {
            json = true;
        } else if (word.equals("--key") && next.hasNext()) {
            keys = Path.of(next.next());
        } else if (word.equals("--state") && next.hasNext()) {
            state = Path.of(next.next());
        } else if (word.equals("--language") && next.hasNext()) {
            language = next.next();
        } else if (!word.startsWith("-") && file == null) {
            file = Path.of(word);
        } else {
            return false;
        }
        return true;
    }

    /** Checks, answers, and tells the exit code. */
    public int run() {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var locale = Locale.forLanguageTag(language);
        var answer = json ? new VerifyAnswer.Json(out) : new VerifyAnswer.Words(out, locale);
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
        } catch (IOException unwritable) {
            System.err.println(new VerifyTexts(locale).text("verify.no-memory", state));
            return CommandLine.FAILED;
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
            if (!isBundle(path, content)) {
                throw new Refused(Fault.PROOF_MISSING, String.valueOf(proof.getFileName()));
            }
            return BundleCheck.check(content, known);
        } catch (OutOfMemoryError tooLarge) {
            throw new Refused(Fault.TOO_LARGE, path.toString());
        }
    }

    /** A report may be a ZIP file as well, as spreadsheets are. */
    private static boolean isBundle(Path path, byte[] content) {
        var head = new String(content, 0, Math.min(40, content.length), StandardCharsets.ISO_8859_1);
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip") || head.endsWith("README.txt");
    }

    private static byte[] read(Path path) {
        try {
            if (Files.isRegularFile(path) && Files.size(path) > LARGEST) {
                throw new Refused(Fault.TOO_LARGE, path.toString());
            }
            return Files.readAllBytes(path);
        } catch (IOException | OutOfMemoryError unreadable) {
            throw new Refused(Fault.UNREADABLE, path.toString());
        }
    }
}
