package org.rumbo.team;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the directory again and again, so that a role that was taken there is gone here a minute later. */
@Component
@ConditionalOnProperty(name = "rumbo.serving", matchIfMissing = true)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DirectorySync implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DirectorySync.class);

    private final Directory directory;
    private final People people;

    private boolean answers = true;

    DirectorySync(Directory directory, People people) {
        this.directory = directory;
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (directory.decidesRoles()) {
            follow();
        } else {
            directory.everybody().stream()
                    .filter(entry ->
                            people.find(entry.issuer(), entry.subject()).isEmpty())
                    .forEach(people::enter);
        }
    }

    @Scheduled(
            fixedDelayString = "${rumbo.directory.refresh:60s}",
            initialDelayString = "${rumbo.directory.refresh:60s}")
    void again() {
        if (directory.decidesRoles()) {
            follow();
        }
    }

    /** One at a time: at the start the first round may still be on its way when the second comes. */
    private synchronized void follow() {
        try {
            directory.everybody().stream()
                    .collect(Collectors.groupingBy(DirectoryEntry::issuer))
                    .forEach(people::follow);
            if (!answers) {
                LOG.info("The directory answers again");
            }
            answers = true;
        } catch (DirectoryUnavailable silent) {
            if (answers) {
                LOG.warn(
                        "The directory does not answer; people keep the roles that it gave them: {}",
                        silent.getMessage());
            }
            answers = false;
        }
    }
}
