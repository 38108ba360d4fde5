package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.PlayedDirectory.atLarge;

import org.junit.jupiter.api.Test;
import org.rumbo.shared.Language;
import org.rumbo.team.Role;
import org.rumbo.testing.PlayedDirectory;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;

/** In which language somebody is spoken to who has not chosen one here. */
@RumboTest
class ReaderLanguageIT {
    private final PlayedDirectory directory;
    private final Environment environment;

    ReaderLanguageIT(PlayedDirectory directory, Environment environment) {
        this.directory = directory;
        this.environment = environment;
    }

    @Test
    void theDirectorysLanguageIsTakenUntilAnotherIsChosen() {
        directory.play("reads.portuguese", Language.PT, atLarge(Role.AUDITOR));
        var visitor = Visitor.signedIn(environment, "reads.portuguese");
        assertThat(visitor.get("/recommendations").body()).contains("<html lang=\"pt\"");
        assertThat(visitor.get("/recommendations?lang=en").body()).contains("<html lang=\"en\"");
        assertThat(visitor.get("/recommendations").body()).contains("<html lang=\"en\"");
    }

    @Test
    void otherwiseTheNetworksOwn() {
        directory.play("reads.anything", atLarge(Role.AUDITOR));
        assertThat(Visitor.signedIn(environment, "reads.anything")
                        .get("/recommendations")
                        .body())
                .contains("<html lang=\"es\"");
    }
}
