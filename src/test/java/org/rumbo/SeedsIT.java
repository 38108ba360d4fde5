package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rumbo.source.SeedLoader;
import org.rumbo.testing.Api;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.springframework.core.io.ClassPathResource;

/** What is there on a fresh start. Other tests add items, so only those of the paper are counted. */
@RumboTest
@TestMethodOrder(MethodOrderer.MethodName.class)
class SeedsIT {
    private static final String PAPER = "SPN-2019-";

    private final Api api;
    private final SeedLoader loader;
    private final Records records;

    SeedsIT(Api api, SeedLoader loader, Records records) {
        this.api = api;
        this.loader = loader;
        this.records = records;
    }

    @Test
    void theTwentyTwoItemsOfThePaperAreThereByCountry() {
        var countries = new TreeMap<String, Integer>();
        var codes = new HashSet<String>();
        var items = api.as("auditor").get("/recommendations?limit=200").json().path("items");
        for (var item : items) {
            if (item.path("code").asString().startsWith(PAPER)) {
                codes.add(item.path("code").asString());
                countries.merge(item.path("country").asString(), 1, Integer::sum);
                assertThat(item.path("origin").asString()).isEqualTo("PAPER");
                assertThat(item.path("titles").propertyNames()).containsExactlyInAnyOrder("en", "es", "pt");
            }
        }
        assertThat(countries).isEqualTo(Map.of("BR", 2, "CO", 7, "CL", 3, "BO", 6, "PE", 4));
        assertThat(codes).hasSize(22);
    }

    @Test
    void loadingThemAgainAddsNothing() {
        var before = records.events();
        var loaded = loader.load(new ClassPathResource("seeds/region-security-2019.yml"));
        assertThat(loaded).isEqualTo(new SeedLoader.Loaded("SPN-2019", 0, 0, 0, 0, 22));
        assertThat(records.events()).isEqualTo(before);
    }

    @Test
    void theCoordinatorOfPeruFindsFourItemsToMakeTrackable() {
        var tasks = api.as("coordinator.pe").get("/tasks").json().path("items");
        var waiting = new HashSet<String>();
        for (var task : tasks) {
            if (task.path("code").asString().startsWith(PAPER)) {
                assertThat(task.path("action").asString()).isEqualTo("MAKE_TRACKABLE");
                assertThat(task.path("name").asString()).isNotBlank();
                assertThat(task.path("overdue").asBoolean()).isFalse();
                waiting.add(task.path("code").asString());
            }
        }
        assertThat(waiting)
                .containsExactlyInAnyOrder("SPN-2019-PE-a", "SPN-2019-PE-b", "SPN-2019-PE-c", "SPN-2019-PE-d");
    }

    @Test
    void nobodyElseWaitsForThem() {
        for (var login : new String[] {"director.a", "evaluator.a", "funder", "auditor", "coordinator.ec"}) {
            for (var task : api.as(login).get("/tasks").json().path("items")) {
                assertThat(task.path("code").asString()).as(login).doesNotStartWith(PAPER);
            }
        }
    }
}
