package org.rumbo.recommendation;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.rumbo.file.EvidenceStore;
import org.rumbo.file.StoreAway;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Hands out the files of evidence, to whoever may see that evidence. */
@Service
public class EvidenceFiles {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceFiles.class);

    private final RecommendationReader reader;
    private final EvidenceStore store;

    EvidenceFiles(RecommendationReader reader, EvidenceStore store) {
        this.reader = reader;
        this.store = store;
    }

    /** A file and its content, which whoever asked for it closes. */
    public record Opened(EvidenceFile file, String sha256, InputStream content) {}

    /**
     * Opens a file; refuses (404) what the reader is not shown, and (409) what is in quarantine or was deleted for its virus.
     * A file that is not what was handed in is nobody's evidence: it is not served either. Where the place in which files are
     * kept does not answer, it is worth another try (503).
     */
    public Opened open(RecommendationCode code, UUID id, Actor actor) {
        var document = reader.read(code, actor).evidence().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        var file = document.file();
        var sha256 = document.sha256();
        if (file == null || sha256 == null) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
        switch (file.scan()) {
            case QUARANTINED -> throw new DomainException(ProblemType.FILE_IN_QUARANTINE);
            case INFECTED -> throw new DomainException(ProblemType.FILE_INFECTED);
            case CLEAN, NOT_SCANNED -> {}
        }
        try {
            if (store.isWhole(sha256)) {
                return new Opened(file, sha256, store.open(sha256));
            }
            LOG.error("The file of evidence {} is missing or is not the one that was handed in", id);
        } catch (StoreAway away) {
            LOG.warn("The file of evidence {} cannot be read now: {}", id, away.toString());
            throw new DomainException(ProblemType.FILE_STORE_AWAY);
        } catch (IOException failed) {
            LOG.error("The file of evidence {} cannot be read: {}", id, failed.toString());
        }
        throw new DomainException(ProblemType.INTERNAL);
    }
}
