package org.rumbo.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rumbo.ledger.SealingProblem.Kind;
import org.rumbo.ledger.proof.OwnFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The newest signed checkpoint that this node knows of, outside the database: a backup that is restored brings back an older
 * ledger, and only what lies elsewhere can tell.
 */
@Component
class HeadFile {
    private final Path file;

    HeadFile(@Value("${rumbo.ledger.head}") Path file) {
        this.file = file.toAbsolutePath();
    }

    Path path() {
        return file;
    }

    Optional<String> read() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new SealingStopped(Kind.HEAD_UNREADABLE, file.toString());
        }
    }

    void keep(String note) {
        if (read().filter(note::equals).isPresent()) {
            return;
        }
        try {
            OwnFile.replace(file, note.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new SealingStopped(Kind.HEAD_UNWRITABLE, file.toString());
        }
    }
}
