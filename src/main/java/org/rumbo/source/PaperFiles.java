package org.rumbo.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.file.EvidenceStore;
import org.rumbo.file.FileIntake;
import org.rumbo.file.FileOwner;
import org.rumbo.file.FileType;
import org.rumbo.file.StoredFile;
import org.rumbo.shared.DomainException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The files of papers: kept as they were handed in, and never handed out. */
@Component
public class PaperFiles implements FileOwner {
    private static final Set<FileType> READ = Set.of(FileType.PDF, FileType.TEXT);

    private final FileIntake intake;
    private final EvidenceStore store;
    private final DataSize largest;
    private final JdbcClient jdbc;

    PaperFiles(
            FileIntake intake,
            EvidenceStore store,
            @Value("${rumbo.files.largest-paper}") DataSize largest,
            JdbcClient jdbc) {
        this.intake = intake;
        this.store = store;
        this.largest = largest;
        this.jdbc = jdbc;
    }

    /** Keeps a paper's file; refuses what is too large (413) or neither a PDF nor a text (422). */
    public StoredFile take(@Nullable String name, InputStream content) {
        var file = intake.take(name, content, largest);
        if (!READ.contains(file.type())) {
            throw DomainException.ruleNotMet("file", "paper-kind");
        }
        return file;
    }

    interface Use<T, E extends Exception> {
        T of(Path file) throws E;
    }

    /** Lends a copy that is read and then gone. */
    <T, E extends Exception> T lend(String sha256, Use<T, E> use) throws IOException, E {
        var copy = Files.createTempFile("rumbo-paper", "");
        try {
            try (var content = store.open(sha256)) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return use.of(copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    boolean isWhole(String sha256) throws IOException {
        return store.isWhole(sha256);
    }

    @Override
    public boolean needs(String sha256) {
        return jdbc.sql("select count(*) from paper_import where sha256 = ?")
                        .param(sha256)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
