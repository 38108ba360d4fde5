package org.rumbo.source;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Loads the configured seed file when Rumbo starts, and says what it did. */
@Component
@Order(0)
@ConditionalOnProperty("rumbo.seed")
@ConditionalOnProperty(name = "rumbo.serving", matchIfMissing = true)
class SeedAtStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SeedAtStart.class);

    private final SeedLoader loader;
    private final Resource file;

    SeedAtStart(SeedLoader loader, @Value("${rumbo.seed}") Resource file) {
        this.loader = loader;
        this.file = file;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var loaded = loader.load(file);
        LOG.info(
                "Paper {}: {} teams, {} chapters, {} recommendations and {} links added; {} recommendations were there",
                loaded.paper(),
                loaded.teams(),
                loaded.chapters(),
                loaded.recommendations(),
                loaded.links(),
                loaded.alreadyThere());
    }
}
