package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.Visitor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who look after the installation see numbers and codes, find every event, and let failed steps be tried again. */
@RumboTest
class AdminIT {
    private final Api api;
    private final Journeys journeys;
    private final Environment environment;
    private final JdbcClient jdbc;

    AdminIT(Api api, Journeys journeys, Environment environment, JdbcClient jdbc) {
        this.api = api;
        this.journeys = journeys;
        this.environment = environment;
        this.jdbc = jdbc;
    }

    @Test
    void findsEventsByItemAndActionAndShowsNoText() {
        var code = journeys.in("BO", State.UNDER_REVIEW);
        var title = jdbc.sql("select title_es from recommendation where code = ?")
                .param(code)
                .query(String.class)
                .single();
        var admin = Visitor.signedIn(environment, "admin");

        var all = admin.get("/admin/audit?code=" + code).body();
        var confirmed =
                admin.get("/admin/audit?action=claim.confirm&code=" + code).body();

        assertThat(all).contains(code).doesNotContain("/recommendations/" + code);
        if (title != null) {
            assertThat(all).doesNotContain(title);
        }
        assertThat(confirmed.split("<th scope=\"row\"", -1)).hasSize(2);
        assertThat(admin.get("/admin/audit?who=nobody.at.all").body()).doesNotContain("<th scope=\"row\"");
        assertThat(Visitor.signedIn(environment, "auditor")
                        .get("/admin/audit?code=" + code)
                        .body())
                .contains("/recommendations/" + code + "/history");
    }

    @Test
    void hasWordsForWhateverHappened() {
        journeys.in("BO", State.CLOSED);
        Journeys.require(201, api.as("director.a").post("/reports", Map.of()));
        var offered = Visitor.signedIn(environment, "admin").get("/admin/audit").body();

        assertThat(jdbc.sql("select distinct action from ledger_event")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThan(5)
                .allSatisfy(action -> assertThat(offered).contains("<option value=\"" + action + "\""));
    }

    @Test
    void showsThePageAfterTheFirstHundred() {
        journeys.in("BO", State.UNDER_REVIEW);
        var last =
                jdbc.sql("select max(seq) from ledger_event").query(Long.class).single();
        var earlier = jdbc.sql("select max(seq) from ledger_event where seq < ?")
                .param(last)
                .query(Long.class)
                .single();
        var page = Visitor.signedIn(environment, "admin")
                .get("/admin/audit?before=" + last)
                .body();

        assertThat(page).doesNotContain(">" + last + "</span>").contains(">" + earlier + "</span>");
    }

    @Test
    void letsAnAdminAloneTryAFailedStepAgain() {
        var code = journeys.in("BO", State.UNDER_REVIEW);
        Journeys.require(200, journeys.claim(code, State.ADOPTED));
        var job = jdbc.sql("select min(j.ID_) from ACT_RU_JOB j join ACT_RU_EXECUTION i on"
                        + " i.ID_ = j.PROCESS_INSTANCE_ID_ where i.BUSINESS_KEY_ = ?")
                .param(code)
                .query(String.class)
                .single();
        jdbc.sql("update ACT_RU_JOB set RETRIES_ = 0 where ID_ = ?").param(job).update();
        var admin = Visitor.signedIn(environment, "admin");
        var retry = "/admin/processes/jobs/" + job + "/retry";

        assertThat(admin.get("/admin/processes").body()).contains(code, job);
        assertThat(Visitor.signedIn(environment, "auditor")
                        .post(retry, Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.post(retry, Map.of()).statusCode()).isLessThan(400);

        assertThat(jdbc.sql("select RETRIES_ from ACT_RU_JOB where ID_ = ?")
                        .param(job)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(admin.get("/admin/audit?action=job.retry").body()).contains("<th scope=\"row\"");
    }

    @Test
    void theDoctorExaminesWhenAsked() {
        assertThat(Visitor.signedIn(environment, "auditor")
                        .get("/admin/data?examine=true")
                        .body())
                .contains("class=\"banner ");
    }
}
