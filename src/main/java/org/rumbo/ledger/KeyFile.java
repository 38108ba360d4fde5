package org.rumbo.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.rumbo.ledger.SealingProblem.Kind;
import org.rumbo.ledger.proof.NoteSigner;
import org.rumbo.ledger.proof.OwnFile;
import org.rumbo.ledger.proof.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The private keys, one a line, in a file that neither the database nor its backups hold. It is read each time it is needed:
 * a key that was put there or taken away counts at once.
 */
@Component
class KeyFile {
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;

    KeyFile(@Value("${rumbo.ledger.key}") Path file) {
        this.file = file.toAbsolutePath();
    }

    Path path() {
        return file;
    }

    /** The keys of that name; none where there is no file. */
    List<NoteSigner> named(String origin) {
        return all().stream().filter(signer -> signer.name().equals(origin)).toList();
    }

    void add(NoteSigner signer) {
        var all = new ArrayList<>(all());
        all.add(signer);
        write(all);
    }

    void keepOnly(Predicate<NoteSigner> these) {
        write(all().stream().filter(these).toList());
    }

    private List<NoteSigner> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            if (!isOwnersAlone()) {
                throw new SealingStopped(Kind.KEY_UNSAFE, file.toString());
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank())
                    .map(NoteSigner::parse)
                    .toList();
        } catch (IOException | Refused unreadable) {
            throw new SealingStopped(Kind.KEY_UNREADABLE, file.toString());
        }
    }

    private boolean isOwnersAlone() throws IOException {
        return !OwnFile.isPosix(file) || OWNER.containsAll(Files.getPosixFilePermissions(file));
    }

    private void write(List<NoteSigner> signers) {
        var text = new StringBuilder();
        signers.forEach(signer -> text.append(signer.secretText()).append('\n'));
        try {
            OwnFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new SealingStopped(Kind.KEY_UNREADABLE, file + " cannot be written");
        }
    }
}
