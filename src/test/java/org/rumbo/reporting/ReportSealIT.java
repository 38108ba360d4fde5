package org.rumbo.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rumbo.ledger.Sealing;
import org.rumbo.team.Network;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;

/** Reports name the first checkpoint that holds what they are made of, and are provisional while there is none. */
@RumboTest
class ReportSealIT {
    private final Api api;
    private final Journeys journeys;
    private final Sealing sealing;
    private final TimeMachine time;
    private final Network network;
    private final Environment environment;

    ReportSealIT(
            Api api, Journeys journeys, Sealing sealing, TimeMachine time, Network network, Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.sealing = sealing;
        this.time = time;
        this.network = network;
        this.environment = environment;
    }

    @AfterEach
    void comeBack() {
        time.comeBack();
    }

    private String live(LocalDate day) {
        return require(200, api.as("funder").get("/reports/implementation.json?asOf=" + day))
                .text();
    }

    private String page(LocalDate day) {
        return Visitor.signedIn(environment, "funder")
                .get("/reports/implementation?asOf=" + day)
                .body();
    }

    @Test
    void aPastDayStaysProvisionalUntilAllOfItIsSealed() {
        sealing.seal();
        journeys.proposed("CL");
        var day = network.day(time.instant());
        time.advance(Duration.ofDays(2));
        assertThat(live(day)).contains("\"provisional\" : true").doesNotContain("\"seal\"");

        sealing.seal();
        var sealed = live(day);
        var seal = api.as("funder")
                .get("/reports/implementation.json?asOf=" + day)
                .json()
                .path("seal");
        assertThat(sealed).contains("\"provisional\" : false");
        var size = seal.path("size").asLong();
        var note = require(200, api.anonymous().get("/ledger/proof?index=0&size=" + size))
                .json()
                .at("/inclusion/checkpoint")
                .asString();
        assertThat(note).contains("\n" + size + "\n" + seal.path("root").asString() + "\n");
        assertThat(require(200, api.anonymous().get("/ledger/key")).text())
                .contains("+" + seal.path("keyId").asString() + "+");
        assertThat(page(day))
                .contains(seal.path("root").asString(), seal.path("keyId").asString());

        // What is sealed later is not what the day needed.
        journeys.proposed("CL");
        sealing.seal();
        assertThat(live(day)).isEqualTo(sealed);
        assertThat(api.as("funder")
                        .get("/reports/implementation.json?asOf=" + network.day(time.instant()))
                        .json()
                        .at("/seal/size")
                        .asLong())
                .isGreaterThan(size);
    }

    @Test
    void aPublishedReportKeepsTheOneThatItHad() {
        journeys.proposed("CL");
        sealing.seal();
        var day = network.day(time.instant());
        time.advance(Duration.ofDays(2));
        var published = require(201, api.as("director.a").post("/reports", Map.of("asOf", day.toString())))
                .json();
        var path = "/reports/" + published.path("id").asString();
        var content = require(200, api.as("funder").get(path + ".json")).text();
        assertThat(content).contains("\"seal\"", "\"provisional\" : false");
        var root = api.as("funder").get(path + ".json").json().at("/seal/root").asString();
        assertThat(require(200, api.as("funder").get(path + ".html")).text()).contains(root);
        assertThat(Visitor.signedIn(environment, "funder").get(path).body()).contains(root);

        journeys.proposed("CL");
        sealing.seal();
        assertThat(require(200, api.as("funder").get(path + ".json")).text()).isEqualTo(content);
    }

    @Test
    void whereNothingHadBeenRecordedThereIsNothingToSeal() {
        journeys.proposed("CL");
        var longAgo = network.day(time.instant()).minusYears(3);
        assertThat(live(longAgo)).contains("\"provisional\" : false").doesNotContain("\"seal\"");
    }
}
