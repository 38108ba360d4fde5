package org.rumbo.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.SamplePaper;
import org.rumbo.workflow.ImportJobs;
import org.springframework.core.env.Environment;

/** What somebody reads who never signed in: reports for everybody, nothing else. */
@RumboTest
class PublicIT {
    private final Api api;
    private final Journeys journeys;
    private final ImportJobs jobs;
    private final Environment environment;

    PublicIT(Api api, Journeys journeys, ImportJobs jobs, Environment environment) {
        this.jobs = jobs;
        this.api = api;
        this.journeys = journeys;
        this.environment = environment;
    }

    @Test
    void onlyWhatAReportForEverybodySaysIsPublic() {
        var code = journeys.in("PE", State.UNDER_REVIEW);
        publish(Map.of());
        assertThat(visit("/public/recommendations/" + code)).isEqualTo(404);

        publish(Map.of("audience", "EVERYBODY"));
        assertThat(visit("/public/recommendations/" + code)).isEqualTo(200);
        var page = new Pages(environment).get("/public?q=" + code).body();
        assertThat(page).contains(code).doesNotContain("Coordinator PE", "Director A");

        var later = journeys.in("PE", State.UNDER_REVIEW);
        publish(Map.of("audience", "FUNDERS"));
        assertThat(visit("/public/recommendations/" + later)).isEqualTo(404);
        assertThat(visit("/public/recommendations/" + code)).isEqualTo(200);
    }

    @Test
    void aPublishedItemShowsItsPassageAndHowToCiteIt() {
        var key = SamplePaper.key();
        var director = api.as("director.a");
        var id = require(202, SamplePaper.handIn(director, SamplePaper.text(), key))
                .json()
                .path("id")
                .asString();
        jobs.run(UUID.fromString(id));
        require(
                200,
                director.post("/imports/" + id + "/paper", Map.of("address", "https://papers.example/neighbours.pdf")));
        var decisions = IntStream.rangeClosed(1, 4)
                .mapToObj(passage -> Map.of("passage", passage, "decision", "ACCEPT"))
                .toList();
        require(200, director.post("/imports/" + id + "/decisions", Map.of("decisions", decisions)));
        jobs.run(UUID.fromString(id));
        var item = "/public/recommendations/" + key + "-PE-a";
        assertThat(visit(item + "/citation.bib")).isEqualTo(404);

        publish(Map.of("audience", "EVERYBODY"));

        var page = new Pages(environment).get(item + "?lang=en").body();
        assertThat(page)
                .contains(
                        SamplePaper.PASSAGES.get("PE-a"),
                        "Ana Quispe Rojas; Luis Salas Prado",
                        "chapter 1, letter a",
                        "https://papers.example/neighbours.pdf",
                        item + "/citation.ris")
                .doesNotContain("Director A", "Director B");
        var bib = new Pages(environment).get(item + "/citation.bib");
        assertThat(bib.statusCode()).isEqualTo(200);
        assertThat(bib.body()).contains("booktitle", "/public/recommendations/" + key + "-PE-a");
        assertThat(visit("/public/recommendations/" + key + "-PE-z/citation.bib"))
                .isEqualTo(404);
        assertThat(visit("/public/recommendations/nonsense/citation.bib")).isIn(400, 404);
    }

    private void publish(Map<String, ?> wish) {
        require(201, api.as("director.a").post("/reports", wish));
    }

    private int visit(String path) {
        return new Pages(environment).get(path).statusCode();
    }
}
