package org.rumbo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rumbo.evaluation.Criterion;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.springframework.core.env.Environment;

/**
 * The same form, sent from two tabs in the same second, by one person or by two: one of them counts and makes one event, the
 * other is told, and what was written in it is not lost.
 */
@RumboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoTabsIT {
    private static final int TIMES = 3;
    private static final Pattern TAG = Pattern.compile("name=\"tag\" value=\"([^\"]*)\"");

    private final Journeys journeys;
    private final Records records;
    private final Callers callers;
    private final ExecutorService tabs = Executors.newFixedThreadPool(2);

    TwoTabsIT(Journeys journeys, Records records, Environment environment) {
        this.journeys = journeys;
        this.records = records;
        this.callers = new Callers(new Wire(environment));
    }

    /** Which form, on an item in which state, filled by whom in the one tab and in the other. */
    enum Form {
        EDIT("edit", State.PROPOSED, "coordinator.pe", "coordinator.pe"),
        CLAIM("claim", State.UNDER_REVIEW, "coordinator.pe", "coordinator.pe"),
        WITHDRAWAL("withdraw", State.UNDER_REVIEW, "coordinator.pe", "coordinator.pe"),
        DECISION_OF_ONE("decision", State.UNDER_REVIEW, "director.b", "director.b"),
        DECISION_OF_TWO("decision", State.UNDER_REVIEW, "director.a", "director.b"),
        POSITION("position", State.UNDER_REVIEW, "coordinator.pe", "coordinator.pe"),
        REOPENING_BY_ONE("reopen", State.CLOSED, "director.a", "director.a"),
        REOPENING_BY_TWO("reopen", State.CLOSED, "director.a", "director.b"),
        RATING("evaluation/rating", State.IMPLEMENTED, "evaluator.a", "evaluator.a"),
        CONCLUSION_OF_ONE("evaluation/decision", State.IMPLEMENTED, "director.a", "director.a"),
        CONCLUSION_OF_TWO("evaluation/decision", State.IMPLEMENTED, "director.a", "director.b");

        private final String address;
        private final State state;
        private final List<String> logins;

        Form(String address, State state, String one, String other) {
            this.address = address;
            this.state = state;
            this.logins = List.of(one, other);
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void oneCountsAndTheOtherIsTold(Form form) throws Exception {
        for (var time = 0; time < TIMES; time++) {
            var code = prepared(form);
            var path = "/recommendations/" + code + "/" + form.address;
            var events = records.events(code);
            var start = new CyclicBarrier(2);
            var sent = new ArrayList<Future<Wire.Reply>>();
            var written = new ArrayList<String>();
            for (var login : form.logins) {
                var words = "Written by one of two " + UUID.randomUUID();
                var fields = filled(form, words, path, login);
                callers.token(login);
                written.add(words);
                sent.add(tabs.submit(() -> {
                    start.await();
                    return callers.send(login, "POST", path, Map.of("Sec-Fetch-Site", "same-origin"), fields);
                }));
            }
            assertOneCounts(sent.get(0).get(), sent.get(1).get(), written);
            assertThat(records.events(code)).as("one event").isEqualTo(events + 1);
        }
    }

    private static void assertOneCounts(Wire.Reply one, Wire.Reply other, List<String> written) {
        var replies = List.of(one, other);
        assertThat(replies)
                .as(one.reason() + " and " + other.reason())
                .filteredOn(reply -> reply.status() == 302)
                .hasSize(1);
        var told = one.status() == 302 ? other : one;
        assertThat(told.status()).as(told.reason()).isIn(409, 412);
        assertThat(told.text()).as(told.reason()).contains(written.get(replies.indexOf(told)));
    }

    private String prepared(Form form) {
        var code = journeys.in("PE", form.state);
        switch (form) {
            case WITHDRAWAL, DECISION_OF_ONE, DECISION_OF_TWO -> require(200, journeys.claim(code, State.CLOSED));
            case RATING -> require(200, journeys.assign(code, "evaluator.a"));
            case CONCLUSION_OF_ONE, CONCLUSION_OF_TWO -> {
                require(200, journeys.assign(code, "evaluator.a"));
                require(200, journeys.rate(code, "evaluator.a", 3));
            }
            default -> {}
        }
        return code;
    }

    private Map<String, Object> filled(Form form, String words, String path, String login) {
        var fields = new LinkedHashMap<String, Object>();
        switch (form) {
            case EDIT -> {
                fields.put("title.es", title(login, path));
                fields.put("reading", words);
            }
            case CLAIM -> {
                fields.putAll(Map.of("to", "CLOSED", "closeReason", "NOT_ADOPTED", "statement", words));
                day(fields, "occurredOn");
            }
            case WITHDRAWAL -> fields.put("reason", words);
            case DECISION_OF_ONE, DECISION_OF_TWO -> fields.putAll(Map.of("outcome", "RETURNED", "reason", words));
            case POSITION -> {
                fields.putAll(Map.of("position", "ACCEPTED", "source", words));
                day(fields, "on");
            }
            case REOPENING_BY_ONE, REOPENING_BY_TWO -> fields.putAll(Map.of("to", "UNDER_REVIEW", "reason", words));
            case RATING -> {
                for (var criterion : Criterion.values()) {
                    fields.put("score." + criterion, 2);
                    fields.put("narrative." + criterion, words);
                }
            }
            case CONCLUSION_OF_ONE, CONCLUSION_OF_TWO -> fields.putAll(Map.of("outcome", "CANCELLED", "reason", words));
        }
        if (!form.address.startsWith("evaluation")) {
            fields.put("tag", tag(login, path));
        }
        return fields;
    }

    private static void day(Map<String, Object> fields, String name) {
        fields.putAll(Map.of(name + ".day", 1, name + ".month", 1, name + ".year", 2026));
    }

    /** The version that the form was drawn from. */
    private String tag(String login, String path) {
        var page = callers.send(login, "GET", path, Map.of(), null);
        var tag = TAG.matcher(page.text());
        assertThat(tag.find()).as(page.reason()).isTrue();
        return tag.group(1).replace("&quot;", "\"");
    }

    private String title(String login, String page) {
        var path = "/api/v1" + page.substring(0, page.lastIndexOf('/'));
        var item = callers.send(login, "GET", path, Map.of(), null).text();
        return item.replaceFirst("(?s).*\"title\":\"([^\"]*)\".*", "$1");
    }

    @AfterAll
    void close() {
        tabs.shutdown();
    }
}
