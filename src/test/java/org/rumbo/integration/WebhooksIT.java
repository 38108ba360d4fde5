package org.rumbo.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rumbo.recommendation.State;
import org.rumbo.team.Actor;
import org.rumbo.team.People;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What receivers of web hooks get, over real HTTP, and what they never get. */
@RumboTest
@ExtendWith(OutputCaptureExtension.class)
class WebhooksIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<HookKind> ALL = EnumSet.allOf(HookKind.class);
    private static final Pattern SHOWN = Pattern.compile("whsec_[A-Za-z0-9+/=]{44}");

    private final Api api;
    private final Journeys journeys;
    private final Webhooks webhooks;
    private final HookSender sender;
    private final HookDeliveries deliveries;
    private final HookClient client;
    private final People people;
    private final JdbcClient jdbc;
    private final TimeMachine clock;
    private final Environment environment;

    private final List<Message> received = Collections.synchronizedList(new ArrayList<>());
    private volatile Answer answer = exchange -> exchange.sendResponseHeaders(204, -1);
    private HttpServer receiver;

    WebhooksIT(
            Api api,
            Journeys journeys,
            Webhooks webhooks,
            HookSender sender,
            HookDeliveries deliveries,
            HookClient client,
            People people,
            JdbcClient jdbc,
            TimeMachine clock,
            Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.webhooks = webhooks;
        this.sender = sender;
        this.deliveries = deliveries;
        this.client = client;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
        this.environment = environment;
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private record Message(String id, String timestamp, String signature, String type, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        /** As a receiver checks it, with nothing of ours. */
        boolean isSignedWith(String secret) throws Exception {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            var expected = Base64.getEncoder()
                    .encodeToString(mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
            return List.of(signature.split(" ")).contains("v1," + expected);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            received.add(new Message(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    headers.getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            answer.to(exchange);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void leave() {
        receiver.stop(0);
        clock.comeBack();
        webhooks.all(admin()).forEach(hook -> webhooks.delete(hook.id(), admin()));
    }

    private Actor admin() {
        return people.byLogin("admin").orElseThrow();
    }

    private Webhooks.Made hook(Set<HookKind> kinds) {
        return webhooks.add(address(), kinds, admin());
    }

    private String address() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    @Test
    void aConfirmedClaimIsTold() throws Exception {
        var code = journeys.proposed("BR");
        journeys.makeTrackable(code);
        var hook = hook(Set.of(HookKind.CLAIM_CONFIRMED));
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        assertThat(waiting(hook)).isZero();
        require(200, journeys.decide(code, "CONFIRMED"));
        sender.sendTo(hook.id());

        assertThat(received).hasSize(1);
        var message = received.get(0);
        assertThat(message.isSignedWith(hook.secret())).isTrue();
        assertThat(message.type()).isEqualToIgnoringCase("application/cloudevents+json; charset=UTF-8");
        assertThat(Instant.ofEpochSecond(Long.parseLong(message.timestamp())))
                .isBetween(clock.instant().minusSeconds(60), clock.instant().plusSeconds(1));
        var envelope = message.json();
        assertThat(envelope.path("specversion").asString()).isEqualTo("1.0");
        assertThat(envelope.path("type").asString()).isEqualTo("org.rumbo.recommendation.claim.confirm");
        assertThat(envelope.path("subject").asString()).isEqualTo(code);
        assertThat(envelope.path("source").asString()).isNotBlank();
        assertThat(envelope.path("id").asString()).isEqualTo(message.id()).isEqualTo(event(code, "claim.confirm"));
        assertThat(Instant.parse(envelope.path("time").asString())).isBeforeOrEqualTo(clock.instant());
        assertThat(envelope.path("data").propertyNames())
                .containsExactly("code", "country", "from", "state", "closeReason", "supersededBy", "level", "rating");
        assertThat(envelope.path("data").path("from").asString()).isEqualTo("PROPOSED");
        assertThat(envelope.path("data").path("state").asString()).isEqualTo("UNDER_REVIEW");
        sender.sendTo(hook.id());
        assertThat(received).hasSize(1);
        assertThat(webhooks.deliveries(hook.id(), admin())).singleElement().satisfies(sent -> assertThat(sent.answer())
                .isEqualTo("204"));
    }

    /** From a proposal to its evaluation and back: each kind of event once, and of a proposal that is the team's nothing. */
    @Test
    void everyKindIsToldWhenAFunderMayKnow() {
        var hook = hook(ALL);
        var code = journeys.in("BR", State.EVALUATED);
        require(
                200,
                api.as("director.a")
                        .post(action(code, "reopen"), Map.of("to", "IMPLEMENTED", "reason", "A second look")));
        var document = journeys.evidence(code, "B", "FUNDER");
        require(
                200,
                api.as("director.a")
                        .post(at(code) + "/evidence/" + document + "/release", Map.of("visibility", "FUNDER")));
        var report = require(201, api.as("director.a").post("/reports", Map.of()))
                .json()
                .path("id")
                .asString();
        sender.sendTo(hook.id());

        assertThat(received.stream()
                        .map(message -> message.json().path("type").asString())
                        .distinct())
                .containsExactly(
                        "org.rumbo.recommendation.claim.confirm",
                        "org.rumbo.recommendation.evaluation.approve",
                        "org.rumbo.recommendation.item.reopen",
                        "org.rumbo.recommendation.evidence.release",
                        "org.rumbo.report.issued");
        var last = received.get(received.size() - 1).json();
        assertThat(last.path("data").path("report").asString()).isEqualTo(report);
        assertThat(last.path("id").asString())
                .isEqualTo(jdbc.sql("select event_id from ledger_event where action = 'report.issued' order by seq desc"
                                + " fetch first 1 rows only")
                        .query(UUID.class)
                        .single()
                        .toString());
        var bodies = received.stream().map(Message::body).reduce("", String::concat);
        assertThat(bodies)
                .doesNotContain("A second look", "Law 1", "Well founded")
                .contains(document);
    }

    @Test
    void nothingOfWhatIsNotConfirmedIsTold() {
        var canary = "canary" + UUID.randomUUID();
        var code = journeys.in("BR", State.UNDER_REVIEW);
        var hook = hook(ALL);
        var team = api.as("coordinator.br");
        var fields = new HashMap<String, Object>();
        fields.put("title", canary + " title");
        fields.put("targetDate", "2020-01-01");
        require(200, journeys.edit(code, fields));
        require(201, team.post(at(code) + "/markers", Map.of("text", canary + " marker")));
        require(
                200,
                team.post(
                        action(code, "report-progress"),
                        Map.of("note", canary + " note", "level", "STARTED", "visibility", "NETWORK")));
        require(200, api.as("member.br").post(action(code, "report-progress"), Map.of("note", canary + " draft")));
        require(200, team.post(action(code, "comment"), Map.of("text", canary + " comment", "visibility", "TEAM")));
        require(
                200,
                team.post(
                        action(code, "record-position"),
                        Map.of("position", "REJECTED", "on", "2026-01-01", "source", canary + " source")));
        var body = new HashMap<>(journeys.claimBody(code, State.ADOPTED));
        body.put("statement", canary + " statement");
        require(200, team.post(action(code, "claim"), body));
        require(
                200,
                api.as("director.a")
                        .post(action(code, "decide"), Map.of("outcome", "RETURNED", "reason", canary + " reason")));
        require(200, team.post(action(code, "withdraw-claim"), Map.of("reason", canary + " withdrawn")));
        var proposal = journeys.proposed("BR", canary + " proposal");
        journeys.makeTrackable(proposal);
        sender.sendTo(hook.id());
        assertThat(received).isEmpty();
        assertThat(webhooks.deliveries(hook.id(), admin())).isEmpty();

        journeys.reach(code, State.ADOPTED);
        sender.sendTo(hook.id());
        assertThat(received).hasSize(1);
        var told = received.get(0).body();
        assertThat(told)
                .doesNotContain("canary", "REJECTED", "STARTED", "2020-01-01")
                .doesNotContainIgnoringCase("coordinator")
                .doesNotContainIgnoringCase("director");
    }

    @Test
    void whoeverDoesNotAnswerIsTriedAgainForDaysThenStoppedWithAnAlarm() {
        var hook = hook(ALL);
        webhooks.test(hook.id(), admin());
        answer = exchange -> exchange.sendResponseHeaders(500, -1);
        var began = clock.instant();
        sender.sendTo(hook.id());
        sender.sendTo(hook.id());
        assertThat(received).as("not at once").hasSize(1);
        for (var pause : HookDeliveries.PAUSES) {
            clock.advance(pause.minusMillis(500));
            sender.sendTo(hook.id());
            clock.advance(Duration.ofSeconds(2));
            sender.sendTo(hook.id());
        }
        assertThat(received).hasSize(HookDeliveries.PAUSES.size() + 1);
        assertThat(received.stream().map(Message::id).distinct()).hasSize(1);
        assertThat(received.stream().map(Message::timestamp).distinct()).hasSize(received.size());
        assertThat(Duration.between(began, clock.instant())).isBetween(Duration.ofHours(60), Duration.ofHours(80));
        assertThat(webhooks.find(hook.id(), admin()).status()).isEqualTo(Webhooks.Status.FAILED);
        assertThat(page("admin", "/admin/webhooks").body()).contains("banner problem");

        webhooks.test(hook.id(), admin());
        sender.sendTo(hook.id());
        assertThat(received).as("stopped").hasSize(HookDeliveries.PAUSES.size() + 1);
        received.clear();
        answer = exchange -> exchange.sendResponseHeaders(200, -1);
        webhooks.resume(hook.id(), admin());
        sender.sendTo(hook.id());
        assertThat(received).as("what failed and what waited").hasSize(2);
        assertThat(page("admin", "/admin/webhooks").body()).doesNotContain("banner problem");
    }

    /** Whoever is paused or silent for long is told no old news afterwards, and that she missed some. */
    @Test
    void whatWaitsForAStoppedReceiverIsBounded() {
        var hook = hook(ALL);
        var active = hook(ALL);
        var old = tests(hook, 3);
        webhooks.pause(hook.id(), admin());
        webhooks.test(active.id(), admin());
        clock.advance(HookDeliveries.WAITS.minusSeconds(1));
        var fresh = tests(hook, 1).get(3);
        deliveries.dropOld();
        assertThat(waiting(hook)).isEqualTo(4);
        clock.advance(Duration.ofSeconds(5));
        deliveries.dropOld();
        deliveries.dropOld();

        assertThat(waiting(hook)).isEqualTo(1);
        assertThat(webhooks.find(hook.id(), admin()).dropped()).isEqualTo(3);
        assertThat(waiting(active)).as("only who is stopped loses something").isEqualTo(1);
        assertThat(page("admin", "/admin/webhooks/" + hook.id()).body())
                .contains("3 ")
                .doesNotContain("??");
        webhooks.resume(hook.id(), admin());
        sender.sendTo(hook.id());
        assertThat(ids()).containsExactly(fresh);
        var dropped = webhooks.deliveries(hook.id(), admin()).stream()
                .filter(one -> one.event().toString().equals(old.get(0)))
                .findFirst()
                .orElseThrow();
        assertThat(dropped.progress()).isEqualTo(Webhooks.Progress.DROPPED);
        webhooks.resend(hook.id(), dropped.id(), admin());
        sender.sendTo(hook.id());
        assertThat(ids()).as("unless somebody asks for it").containsExactly(fresh, old.get(0));
    }

    /** The same over REST: who may read does, who may manage does, and the secret is told once. */
    @Test
    void programsAreConnectedOverRest() {
        var manager = api.as("admin");
        var made = require(
                        201,
                        manager.post(
                                "/webhooks",
                                Map.of("url", address(), "kinds", List.of("CLAIM_CONFIRMED", "REPORT_PUBLISHED"))))
                .json();
        var at = "/webhooks/" + made.path("id").asString();
        assertThat(made.path("secret").asString()).startsWith("whsec_");
        var read = require(200, api.as("auditor").get(at));
        assertThat(read.json().path("status").asString()).isEqualTo("ACTIVE");
        assertThat(read.text()).doesNotContain("whsec_", "secret\"");
        assertThat(require(200, api.as("auditor").get("/webhooks")).text())
                .contains(made.path("id").asString());
        assertThat(api.as("auditor").post(at + "/pause", Map.of()).status()).isEqualTo(403);
        assertThat(api.as("director.a").get(at).status()).isEqualTo(403);
        assertThat(require(200, manager.post(at + "/pause", Map.of()))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("PAUSED");
        assertThat(require(200, manager.post(at + "/resume", Map.of()))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("ACTIVE");
        webhooks.test(UUID.fromString(made.path("id").asString()), admin());
        assertThat(require(200, api.as("auditor").get(at + "/deliveries"))
                        .json()
                        .at("/items/0/progress")
                        .asString())
                .isEqualTo("WAITING");
        assertThat(require(422, manager.post("/webhooks", Map.of("url", "ftp://example.org", "kinds", List.of("TEST"))))
                        .rules())
                .containsExactly("webhook-https");
        assertThat(manager.post("/webhooks", Map.of("url", address(), "kinds", List.of("NO_SUCH")))
                        .status())
                .isEqualTo(400);
        assertThat(api.as("auditor").send("DELETE", at, null).status()).isEqualTo(403);
        require(204, manager.send("DELETE", at, null));
        assertThat(manager.get(at).status()).isEqualTo(404);
    }

    @Test
    void whatFailedHoldsBackWhatCameAfterItForAWhile() {
        var hook = hook(ALL);
        var all = tests(hook, 3);
        answer = exchange -> exchange.sendResponseHeaders(503, -1);
        sender.sendTo(hook.id());
        assertThat(ids()).containsExactly(all.get(0));
        clock.advance(HookDeliveries.PAUSES.get(0).plusSeconds(1));
        sender.sendTo(hook.id());
        clock.advance(HookDeliveries.PAUSES.get(1).plusSeconds(1));
        sender.sendTo(hook.id());
        clock.advance(HookDeliveries.PAUSES.get(2).plusSeconds(1));
        received.clear();
        sender.sendTo(hook.id());
        assertThat(ids()).as("the fourth time, then the next one").containsExactly(all.get(0), all.get(1));
        received.clear();
        answer = exchange -> exchange.sendResponseHeaders(200, -1);
        clock.advance(Duration.ofHours(1));
        sender.sendTo(hook.id());
        assertThat(ids()).containsExactlyElementsOf(all);
    }

    @Test
    void whoSaysThatItIsGoneIsAskedNoMore() {
        var hook = hook(ALL);
        webhooks.test(hook.id(), admin());
        answer = exchange -> exchange.sendResponseHeaders(410, -1);
        sender.sendTo(hook.id());
        assertThat(webhooks.find(hook.id(), admin()).status()).isEqualTo(Webhooks.Status.FAILED);
    }

    @Test
    void redirectsAndSlowAnswersAreFailures() {
        var hook = hook(ALL);
        webhooks.test(hook.id(), admin());
        answer = exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        };
        sender.sendTo(hook.id());
        assertThat(answerOf(hook)).isEqualTo("302");
        answer = exchange -> {
            try {
                Thread.sleep(1500);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
        clock.advance(Duration.ofMinutes(1));
        sender.sendTo(hook.id());
        assertThat(answerOf(hook)).isEqualTo("timeout");
        assertThat(page("auditor", "/admin/webhooks/" + hook.id()).body()).contains("sin respuesta a tiempo");
    }

    /** As two nodes would: each has a sender of its own, and all they share is the database. */
    @Test
    void twoSendersSendEachMessageOnceAndInOrder() throws Exception {
        var hook = hook(ALL);
        var all = tests(hook, 20);
        answer = exchange -> {
            try {
                Thread.sleep(10);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, -1);
        };
        var threads = Executors.newFixedThreadPool(4);
        try {
            var nodes = new ArrayList<Callable<Void>>();
            for (var node = 0; node < 4; node++) {
                var own = new HookSender(deliveries, client, clock);
                nodes.add(() -> {
                    for (var round = 0; round < 10; round++) {
                        own.sendTo(hook.id());
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(nodes)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        sender.sendTo(hook.id());
        assertThat(ids()).containsExactlyElementsOf(all);
    }

    /** A node that slept while another took over has nothing to say when it wakes. */
    @Test
    void whoeverLostTheLeaseNotesNothing() {
        var hook = hook(ALL);
        webhooks.test(hook.id(), admin());
        var sleeper = UUID.randomUUID();
        var other = UUID.randomUUID();
        var message = deliveries.next(hook.id(), sleeper).orElseThrow();
        assertThat(deliveries.lease(hook.id(), other)).isFalse();
        jdbc.sql("update webhook set leased_until = current_timestamp - interval '1' second where id = ?")
                .param(hook.id())
                .update();
        assertThat(deliveries.lease(hook.id(), other)).isTrue();
        assertThat(deliveries.next(hook.id(), sleeper)).isEmpty();
        deliveries.note(hook.id(), sleeper, message, "200");
        assertThat(waiting(hook)).isEqualTo(1);
        deliveries.note(hook.id(), other, message, "200");
        assertThat(waiting(hook)).isZero();
    }

    @Test
    void whileASecretChangesBothCount() throws Exception {
        var hook = hook(ALL);
        var secret = webhooks.rotate(hook.id(), admin());
        webhooks.test(hook.id(), admin());
        sender.sendTo(hook.id());
        assertThat(received.get(0).isSignedWith(hook.secret())).isTrue();
        assertThat(received.get(0).isSignedWith(secret)).isTrue();
        clock.advance(Duration.ofHours(25));
        webhooks.test(hook.id(), admin());
        sender.sendTo(hook.id());
        assertThat(received.get(1).isSignedWith(hook.secret())).isFalse();
        assertThat(received.get(1).isSignedWith(secret)).isTrue();
    }

    @Test
    void anAdministratorConnectsAProgramAndIsToldItsSecretOnce(CapturedOutput output) {
        var visitor = Pages.signedIn(environment, "admin");
        var form = form(visitor.get("/admin/webhooks/new").body());
        form.put("url", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
        form.put("kinds", "CLAIM_CONFIRMED");
        var made = visitor.post("/admin/webhooks", form).body();
        var found = SHOWN.matcher(made);
        assertThat(found.find()).isTrue();
        var secret = found.group();
        assertThat(visitor.post("/admin/webhooks", form).body()).doesNotContain(secret);
        assertThat(webhooks.all(admin())).hasSize(1);
        var hook = webhooks.all(admin()).get(0);
        var address = "/admin/webhooks/" + hook.id();
        assertThat(visitor.get(address).body()).doesNotContain("whsec_");
        assertThat(visitor.post(address + "/test", form(visitor.get(address).body()))
                        .statusCode())
                .isEqualTo(302);
        sender.sendTo(hook.id());
        assertThat(visitor.get(address).body()).contains("Estado HTTP 204");
        assertThat(page("auditor", address).body()).contains("Estado HTTP 204").doesNotContain("/test\"");
        assertThat(page("auditor", "/admin/audit?action=webhook.add").body()).contains("Programa conectado");

        var stored = jdbc.sql("select secret from webhook where id = ?")
                .param(hook.id())
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), StandardCharsets.ISO_8859_1));
        assertThat(jdbc.sql("select count(*) from idempotent_request where body like '%whsec!_%' escape '!'")
                        .query(Long.class)
                        .single())
                .isZero();
        visitor.post(
                address + "/removal", form(visitor.get(address + "/removal").body()));
        assertThat(webhooks.all(admin())).isEmpty();
        assertThat(output.getAll()).doesNotContain(secret.substring("whsec_".length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hook",
                "ftp://example.org/",
                "file:///etc/passwd",
                "http://example.org:80@10.0.0.1/",
                "https://user:word@example.org/",
                "https://example.org/#part",
                "https://10.0.0.1/",
                "https://[fd00::1]/",
                "https://169.254.169.254/latest/meta-data",
                "https:///nowhere",
                "https://exa mple.org/"
            })
    void anAddressThatMayNotBeIsRefused(String url) {
        var visitor = Pages.signedIn(environment, "admin");
        var form = form(visitor.get("/admin/webhooks/new").body());
        form.put("url", url);
        form.put("kinds", "CLAIM_CONFIRMED");
        var answer = visitor.post("/admin/webhooks", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"url-problem\"");
        assertThat(webhooks.all(admin())).isEmpty();
    }

    private static Map<String, String> form(String page) {
        var fields = new HashMap<String, String>();
        var main = page.substring(page.indexOf("<main"));
        for (var name : List.of("_csrf", "_once", "_by")) {
            var found =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(main);
            if (found.find()) {
                fields.put(name, found.group(1));
            }
        }
        return fields;
    }

    private java.net.http.HttpResponse<String> page(String login, String path) {
        return Pages.signedIn(environment, login).get(path);
    }

    private List<String> tests(Webhooks.Made hook, int count) {
        for (var i = 0; i < count; i++) {
            webhooks.test(hook.id(), admin());
        }
        return jdbc
                .sql("select event_id from webhook_delivery where webhook_id = ? order by seq")
                .param(hook.id())
                .query(UUID.class)
                .list()
                .stream()
                .map(UUID::toString)
                .toList();
    }

    private List<String> ids() {
        return received.stream().map(Message::id).toList();
    }

    private String answerOf(Webhooks.Made hook) {
        return webhooks.deliveries(hook.id(), admin()).get(0).answer();
    }

    private long waiting(Webhooks.Made hook) {
        return webhooks.find(hook.id(), admin()).waiting();
    }

    private String event(String code, String action) {
        return jdbc.sql("select event_id from ledger_event where code = ? and action = ?")
                .params(code, action)
                .query(UUID.class)
                .single()
                .toString();
    }
}
