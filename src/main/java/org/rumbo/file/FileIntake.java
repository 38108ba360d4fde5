package org.rumbo.file;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Takes files in, or refuses them; every refusal is told once, to whoever watches over Rumbo. */
@Component
public class FileIntake {
    private static final Logger LOG = LoggerFactory.getLogger(FileIntake.class);

    private final EvidenceStore store;
    private final FileSettings settings;
    private final ApplicationEventPublisher events;

    FileIntake(EvidenceStore store, FileSettings settings, ApplicationEventPublisher events) {
        this.store = store;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Keeps a file; refuses what is too large (413), is not of a kind that is taken (422), or cannot be stored (507).
     *
     * @param name what whoever hands it in calls it
     */
    public StoredFile take(@Nullable String name, InputStream content) {
        return take(name, content, settings.largest());
    }

    /** The same for what may be of another size. */
    public StoredFile take(@Nullable String name, InputStream content, DataSize largest) {
        try {
            var kept = store.keep(content, largest.toBytes(), new ContentInspection(name));
            var found = kept.found();
            return new StoredFile(
                    kept.sha256(), kept.size(), found.type(), FileName.of(name, found.type()), found.active());
        } catch (DomainException refused) {
            events.publishEvent(new FileRefused(
                    refused.type() == ProblemType.TOO_LARGE
                            ? Unacceptable.TOO_LARGE.rule()
                            : refused.violations().get(0).rule()));
            throw refused;
        } catch (IOException failed) {
            LOG.error("A file could not be stored: {}", failed.toString());
            events.publishEvent(new FileRefused(Unacceptable.NOT_STORED.rule()));
            throw new DomainException(ProblemType.FILE_NOT_STORED);
        }
    }
}
