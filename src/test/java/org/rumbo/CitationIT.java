package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;

/** Whoever may read a released item can cite the passage in which it stands. */
@RumboTest
class CitationIT {
    private static final String PAGE = "/recommendations/SPN-2019-PE-a";

    private final Api api;
    private final Journeys journeys;
    private final Environment environment;

    CitationIT(Api api, Journeys journeys, Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.environment = environment;
    }

    @Test
    void eachFormatIsAFileOfItsType() {
        var types = Map.of(
                "bib", "application/x-bibtex;charset=UTF-8",
                "ris", "application/x-research-info-systems;charset=UTF-8",
                "json", "application/vnd.citationstyles.csl+json");
        types.forEach((ending, type) -> {
            var visitor = Visitor.signedIn(environment, "funder").get(PAGE + "/citation." + ending);
            assertThat(visitor.statusCode()).isEqualTo(200);
            assertThat(visitor.headers().firstValue("Content-Type")).contains(type);
            assertThat(visitor.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(
                            value -> assertThat(value).startsWith("attachment").contains("SPN-2019-PE-a." + ending));
            assertThat(visitor.body())
                    .contains("Sebastien Adins", "Peru in the face of a new regional", "978-9972-671-66-1", PAGE)
                    .contains("Institute of International Studies");
            var called = api.as("funder").get(PAGE + "/citation." + ending);
            assertThat(called.text().replaceAll("http://[^/]+", ""))
                    .isEqualTo(visitor.body().replaceAll("http://[^/]+", ""));
        });
        assertThat(api.as("funder").get(PAGE + "/citation.doc").status()).isEqualTo(404);
        assertThat(api.anonymous().get(PAGE + "/citation.bib").status()).isEqualTo(401);
        assertThat(api.as("funder")
                        .get("/recommendations/SPN-2019-XX-z/citation.bib")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thePageShowsWhatToCopy() {
        assertThat(Visitor.signedIn(environment, "funder")
                        .get(PAGE + "?lang=es")
                        .body())
                .contains("Citar este pasaje", "@incollection{SPN-2019-PE-a", "TY  - CHAP", PAGE + "/citation.ris");
    }

    @Test
    void aTeamsOwnProposalStandsInNoPaper() {
        var code = journeys.proposed("EC");
        assertThat(api.as("coordinator.ec")
                        .get("/recommendations/" + code + "/citation.bib")
                        .status())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(environment, "coordinator.ec")
                        .get("/recommendations/" + code)
                        .body())
                .doesNotContain("id=\"cite\"");
    }
}
