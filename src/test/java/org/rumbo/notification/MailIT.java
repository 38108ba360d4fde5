package org.rumbo.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rumbo.testing.Journeys.action;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;
import org.rumbo.team.People;
import org.rumbo.team.Role;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.PlayedDirectory;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.ScriptedMailServer;
import org.rumbo.testing.TimeMachine;
import org.rumbo.testing.Visitor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** Mails are real mails, each is sent once, and none says more than its reader may know. */
@RumboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailIT {
    private static final CountryCode CHILE = new CountryCode("CL");
    private static final MailSettings SETTINGS =
            new MailSettings(true, "rumbo@net.example.org", Duration.ofMinutes(10), Duration.ofDays(5));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final Api api;
    private final Journeys journeys;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Outbox outbox;
    private final Letters letters;
    private final Wishes wishes;
    private final Follows follows;
    private final People people;
    private final PlayedDirectory directory;
    private final ApplicationEventPublisher events;
    private final PlatformTransactionManager transactions;
    private final TimeMachine clock;
    private final Environment environment;

    MailIT(
            Api api,
            Journeys journeys,
            JdbcClient jdbc,
            JdbcTemplate batches,
            Outbox outbox,
            Letters letters,
            Wishes wishes,
            Follows follows,
            People people,
            PlayedDirectory directory,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            TimeMachine clock,
            Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.jdbc = jdbc;
        this.batches = batches;
        this.outbox = outbox;
        this.letters = letters;
        this.wishes = wishes;
        this.follows = follows;
        this.people = people;
        this.directory = directory;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.environment = environment;
    }

    @BeforeEach
    void nothingWaits() {
        jdbc.sql("update mail set state = 'DROPPED' where state = 'WAITING'").update();
        server.start();
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
        server.stop();
    }

    @AfterAll
    void dropTheRest() {
        jdbc.sql("update mail set state = 'DROPPED' where state = 'WAITING'").update();
    }

    @Test
    void aMailIsATextAndItsTwinInItsReadersLanguage() throws Exception {
        director("leitora", "Conceição Muñoz", Language.PT);
        var code = claimed("Protección de la niñez & <b>ação</b>");

        assertThat(round().send()).isPositive();
        var mail = only("leitora");

        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(mail.getSubject()).startsWith(code + ": ").contains("declar");
        assertThat(mail.getFrom()[0].toString()).contains("rumbo@net.example.org");
        assertThat(mail.getAllRecipients()[0].toString()).contains("leitora@example.org");
        assertThat(((jakarta.mail.internet.InternetAddress) mail.getAllRecipients()[0]).getPersonal())
                .isEqualTo("Conceição Muñoz");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "Content-Language")).isEqualTo("pt");
        assertThat(header(mail, "List-Unsubscribe")).matches("<http://localhost:\\d+/mail/stop/[0-9a-f]{48}>");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(header(mail, "Message-ID")).isEqualTo("<" + idOf("leitora", "CLAIM_MADE") + "@net.example.org>");
        var parts = (Multipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        var text = words(parts.getBodyPart(0));
        var html = words(parts.getBodyPart(1));
        assertThat(parts.getBodyPart(0).getContentType()).contains("text/plain").containsIgnoringCase("utf-8");
        assertThat(parts.getBodyPart(1).getContentType()).contains("text/html").containsIgnoringCase("utf-8");
        assertThat(text)
                .contains("Protección de la niñez & <b>ação</b>", at(code), "/settings/notices", "/mail/stop/")
                .doesNotContain("??", "${", "[(");
        assertThat(html)
                .contains("Protección de la niñez &amp; &lt;b&gt;ação&lt;/b&gt;", "<html lang=\"pt\">", at(code))
                .doesNotContain("<b>ação", "??", "<img", "<script", "http-equiv");
        assertThat(html.split("background:#0B5394", -1)).as("one button").hasSize(2);
    }

    @Test
    void whatPeopleTypedBeginsNoHeader() throws Exception {
        director("evil", "Eva\r\nBcc: all@example.org\r\n\r\n<h1>", Language.EN);
        claimed("A title\u2028Bcc: all@example.org");
        round().send();
        var mail = only("evil");

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(MailServer.oneLine("a\r\n b\u2029c\u0000")).isEqualTo("a b c");
    }

    /** What was sent stands in the ledger: to whom by pseudonym, and nothing of what it said. */
    @Test
    void everySentMailIsInTheLedger() {
        director("noted", "Noted Reader", Language.ES);
        claimed("A quiet title");
        round().send();
        var payload = jdbc
                .sql("select payload from ledger_event where action = 'mail.send' order by seq desc")
                .query((row, number) -> new String(row.getBytes("payload"), StandardCharsets.UTF_8))
                .list()
                .stream()
                .filter(sent -> sent.contains(idOf("noted", "CLAIM_MADE").toString()))
                .toList();

        assertThat(payload).singleElement().satisfies(sent -> assertThat(sent)
                .contains("\"to\":\"p_", "CLAIM_MADE")
                .doesNotContain("example.org", "Noted", "quiet"));
    }

    /** Many that became due in the same minute, and two nodes that want to send them. */
    @Test
    void twoSendersSendEachOnce() throws Exception {
        sendsEachOnce("many", 200);
    }

    @Tag("exhaustive")
    @Test
    void twoSendersSendFiveThousandOnce() throws Exception {
        sendsEachOnce("multitude", 5000);
    }

    private void sendsEachOnce(String login, int sameMinute) throws Exception {
        director(login, "Many", Language.EN);
        claimed("One of many");
        copy(idOf(login, "CLAIM_MADE"), sameMinute - 1);
        var begun = System.nanoTime();
        var nodes = Executors.newFixedThreadPool(2);
        var first = nodes.submit(() -> round().send());
        var second = nodes.submit(() -> round().send());
        var counts = List.of(first.get(9, TimeUnit.MINUTES), second.get(9, TimeUnit.MINUTES));
        nodes.shutdown();
        var seconds = (System.nanoTime() - begun) / 1e9;
        var numbers = new ArrayList<String>();
        for (var mail : to(login)) {
            numbers.add(header(mail, "Message-ID"));
        }
        System.out.printf(
                "%d mails by two senders (%d and %d) in %.1f s: %.0f a second%n",
                numbers.size(), counts.get(0), counts.get(1), seconds, numbers.size() / seconds);

        assertThat(numbers).hasSize(sameMinute);
        assertThat(new HashSet<>(numbers)).hasSize(sameMinute);
        assertThat(count(login, "SENT")).isEqualTo(sameMinute);
        assertThat(counts.get(0) + counts.get(1)).isGreaterThanOrEqualTo(sameMinute);
    }

    /** Whoever was killed between sending and saying so sends again: under the same number, and one event. */
    @Test
    void aDoubtfulMailIsSentAgainUnderTheSameNumber() throws Exception {
        director("doubt", "Doubt", Language.EN);
        claimed("In doubt");
        var id = idOf("doubt", "CLAIM_MADE");
        jdbc.sql("update mail set state = 'DROPPED' where state = 'WAITING' and id <> ?")
                .param(id)
                .update();
        var killed = new Outbox(batches, jdbc, SETTINGS, clock) {
            @Override
            public boolean end(WaitingMail mail, MailState state, @Nullable String problem) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(() -> round(killed, server.getSmtp().getPort()).send())
                .hasMessage("killed");
        assertThat(round().send()).as("it still belongs to the other").isZero();

        clock.advance(Duration.ofMinutes(11));
        assertThat(round().send()).isEqualTo(1);
        var mails = to("doubt");
        assertThat(mails).hasSize(2);
        assertThat(header(mails.get(0), "Message-ID")).isEqualTo(header(mails.get(1), "Message-ID"));
        assertThat(count("doubt", "SENT")).isEqualTo(1);
        assertThat(round().send()).isZero();
    }

    @Test
    void aTemporaryRefusalIsTriedAgainAfterPausesThatGrow() {
        director("later", "Later", Language.EN);
        claimed("Later");
        onlyFor("later");
        try (var busy = new ScriptedMailServer(line -> line.startsWith("RCPT") ? "451 greylisted" : null)) {
            assertThat(round(busy.port()).send()).isZero();
            assertThat(round(busy.port()).send()).isZero();
            assertThat(attempts(busy)).as("not before a minute has passed").isEqualTo(1);
            clock.advance(Duration.ofMinutes(2));
            round(busy.port()).send();
            clock.advance(Duration.ofMinutes(2));
            round(busy.port()).send();
            assertThat(attempts(busy)).as("the second pause is longer").isEqualTo(2);
        }
        assertThat(count("later", "WAITING")).isEqualTo(1);
        clock.advance(Duration.ofMinutes(5));
        assertThat(round().send()).isEqualTo(1);
        assertThat(to("later")).hasSize(1);
    }

    @Test
    void anAddressThatIsRefusedForGoodIsShownAndCanBeTriedAgain() {
        director("bounced", "Bounced Reader", Language.EN);
        claimed("Bounced");
        onlyFor("bounced");
        try (var strict = new ScriptedMailServer(line -> line.startsWith("RCPT") ? "550 5.1.1 no such user" : null)) {
            assertThat(round(strict.port()).send()).isZero();
            clock.advance(Duration.ofHours(5));
            round(strict.port()).send();
            assertThat(attempts(strict)).isEqualTo(1);
        }
        assertThat(count("bounced", "REFUSED")).isEqualTo(1);
        var admin = Visitor.signedIn(environment, "admin");
        assertThat(admin.get("/admin/mail").body()).contains("Bounced Reader", "/retry\"");
        admin.post("/admin/mail/" + idOf("bounced", "CLAIM_MADE") + "/retry", Map.of());
        assertThat(count("bounced", "WAITING")).isEqualTo(1);
        assertThat(round().send()).isEqualTo(1);
        assertThat(to("bounced")).hasSize(1);
    }

    /** A day without a server: one attempt at a time, nothing lost, each once when it is back. */
    @Test
    void aServerThatIsAwayForADayLosesNothing() {
        director("patient", "Patient", Language.EN);
        claimed("One");
        claimed("Two");
        claimed("Three");
        onlyFor("patient");
        var gone = new ScriptedMailServer(line -> "");
        gone.close();
        var node = round(gone.port());
        for (var hour = 0; hour < 24; hour++) {
            assertThat(node.send()).isZero();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(count("patient", "WAITING")).isEqualTo(3);
        assertThat(round().send()).isEqualTo(3);
        assertThat(round().send()).isZero();
        assertThat(to("patient")).hasSize(3);
    }

    @Test
    void aServerThatSaysNothingHoldsNobodyUp() {
        director("silent", "Silent", Language.EN);
        claimed("Silence");
        onlyFor("silent");
        try (var silent = new ScriptedMailServer(line -> line.startsWith("MAIL") ? "" : null)) {
            var begun = System.nanoTime();
            assertThat(round(silent.port()).send()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(count("silent", "WAITING")).isEqualTo(1);
        assertThat(round().send()).isEqualTo(1);
    }

    @Test
    void nothingIsSentInTheClearWhereEncryptionIsRequired() {
        director("secret", "Secret", Language.EN);
        claimed("Secret");
        onlyFor("secret");
        var sender = sender(server.getSmtp().getPort());
        sender.getJavaMailProperties().put("mail.smtp.starttls.enable", "true");
        sender.getJavaMailProperties().put("mail.smtp.starttls.required", "true");

        assertThat(round(outbox, sender).send()).isZero();
        assertThat(to("secret")).isEmpty();
        assertThat(count("secret", "WAITING")).isEqualTo(1);
    }

    /** News of last month is none: it is given up, and said so. */
    @Test
    void whatCouldNotBeSentForTooLongIsGivenUp() {
        director("stale", "Stale", Language.EN);
        claimed("Stale");
        onlyFor("stale");
        clock.advance(Duration.ofDays(6));

        assertThat(round().send()).isZero();
        assertThat(count("stale", "EXPIRED")).isEqualTo(1);
    }

    @Test
    void everybodyIsToldByMailAsSheWishes() {
        director("never", "Never", Language.EN);
        director("weekly", "Weekly", Language.EN);
        director("usual", "Usual", Language.EN);
        Visitor.signedIn(environment, "never")
                .post("/settings/notices", Map.of("wanted", "CLAIMS", "mail-CLAIMS", "NONE"));
        Visitor.signedIn(environment, "weekly")
                .post("/settings/notices", Map.of("wanted", "CLAIMS", "mail-CLAIMS", "WEEKLY"));
        directory.playAt(
                "looks.on", "Looks on", "looks.on@example.org", Language.EN, PlayedDirectory.atLarge(Role.AUDITOR));
        directory.playAt(
                "wants.all", "Wants all", "wants.all@example.org", Language.EN, PlayedDirectory.atLarge(Role.AUDITOR));
        Visitor.signedIn(environment, "wants.all")
                .post("/settings/notices", Map.of("wanted", "COMMENTS", "mail-CLAIMS", "ALL"));
        var code = journeys.proposed("CL");
        follow(code, "looks.on");
        follow(code, "wants.all");
        journeys.makeTrackable(code);
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        round().send();

        assertThat(to("never")).isEmpty();
        assertThat(to("weekly")).isEmpty();
        assertThat(to("usual")).hasSize(1);
        assertThat(to("looks.on")).as("others' claims come weekly").isEmpty();
        assertThat(to("wants.all")).as("by mail, not behind the bell").hasSize(1);
        assertThat(Visitor.signedIn(environment, "wants.all").get("/notices").body())
                .doesNotContain(code);
        assertThat(Visitor.signedIn(environment, "wants.all")
                        .get("/settings/notices")
                        .body())
                .contains("<option value=\"ALL\" selected=\"selected\">");
        for (var login : List.of("never", "weekly", "usual")) {
            directory.playAt(login, login, null, Language.EN);
        }
    }

    @Test
    void theLinkInAMailAsksFirstAndThenStopsItsTopic() throws Exception {
        director("stops", "Stops", Language.EN);
        claimed("To be stopped");
        round().send();
        var link = header(only("stops"), "List-Unsubscribe").replaceAll("<http://localhost:\\d+(.*)>", "$1");
        var stranger = new Pages(environment);

        assertThat(stranger.get(link).body()).contains("method=\"post\"");
        assertThat(wishes.mailOf(id("stops"), "CLAIMS"))
                .as("opening it changes nothing")
                .isEqualTo(MailWish.OWN);
        claimed("It waits already");
        var provider = new Pages(environment);
        assertThat(provider.send("POST", link, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(200);
        assertThat(provider.cookies).as("nobody is signed in by it").doesNotContainKey("rumbo-session");
        assertThat(wishes.mailOf(id("stops"), "CLAIMS")).isEqualTo(MailWish.NONE);
        assertThat(wishes.mailOf(id("stops"), "MENTIONS")).isEqualTo(MailWish.OWN);
        round().send();
        assertThat(to("stops")).hasSize(1);
        assertThat(stranger.get("/mail/stop/" + "0".repeat(48)).statusCode()).isEqualTo(404);
        assertThat(stranger.post("/mail/stop/" + "0".repeat(48), Map.of()).statusCode())
                .isEqualTo(404);
    }

    /** What waits is asked anew: whoever lost her role, or her access, gets nothing of it. */
    @Test
    void rightsAreThoseOfTheMomentOfSending() {
        director("demoted", "Demoted", Language.EN);
        director("left", "Left", Language.EN);
        claimed("Only for directors");
        directory.playAt(
                "demoted", "Demoted", "demoted@example.org", Language.EN, PlayedDirectory.atLarge(Role.FUNDER));
        jdbc.sql("update person set deactivated_at = ? where id = ?")
                .params(java.sql.Timestamp.from(clock.instant()), id("left"))
                .update();
        round().send();

        assertThat(to("demoted")).isEmpty();
        assertThat(to("left")).isEmpty();
        assertThat(count("demoted", "DROPPED")).isPositive();
        assertThat(count("left", "DROPPED")).isPositive();
    }

    /** A funder who wants to be told everything is told confirmed facts, and reads no word that was written for the network. */
    @Test
    void aFundersMailHoldsConfirmedFactsAlone() throws Exception {
        var canary = "canary-" + UUID.randomUUID();
        directory.playAt("pays", "Pays", "pays@example.org", Language.ES, PlayedDirectory.atLarge(Role.FUNDER));
        var all = new java.util.HashMap<String, String>();
        for (var topic : Topic.values()) {
            all.put("mail-" + topic, "ALL");
        }
        Visitor.signedIn(environment, "pays").post("/settings/notices", all);
        var code = journeys.in("CL", State.UNDER_REVIEW);
        follow(code, "pays");
        comment("director.a", code, canary + " @pays", "TEAM");
        comment("director.a", code, canary + " @pays", "NETWORK");
        require(
                200,
                api.as("coordinator.cl")
                        .post(action(code, "report-progress"), Map.of("note", canary, "visibility", "TEAM")));
        round().send();
        assertThat(to("pays")).isEmpty();

        journeys.reach(code, State.ADOPTED);
        round().send();
        assertThat(to("pays")).isNotEmpty();
        for (var mail : to("pays")) {
            var raw = new java.io.ByteArrayOutputStream();
            mail.writeTo(raw);
            var parts = (Multipart) mail.getContent();
            assertThat(raw.toString(StandardCharsets.UTF_8) + words(parts.getBodyPart(0)) + words(parts.getBodyPart(1)))
                    .doesNotContain(canary)
                    .doesNotContainIgnoringCase("coordinator cl");
        }
    }

    /** Without a server mails are kept, and can be read where Rumbo is tried out. */
    @Test
    void withoutAServerMailsAreKept() {
        director("kept", "Kept", Language.EN);
        var code = claimed("Kept here");
        var nowhere = new MailRound(
                outbox,
                letters,
                new MailServer((JavaMailSenderImpl) null, SETTINGS, "Net", clock),
                SETTINGS,
                events,
                transactions,
                clock);
        assertThat(nowhere.send()).isZero();
        assertThat(count("kept", "WAITING")).isEqualTo(1);
        var admin = Visitor.signedIn(environment, "admin");
        assertThat(admin.get("/admin/mail/" + idOf("kept", "CLAIM_MADE")).body())
                .contains(code, "Kept here");
    }

    @Test
    void whoeverHasNoAddressIsShown() {
        directory.playAt("mute", "Mute Reader", null, Language.EN, PlayedDirectory.atLarge(Role.DIRECTOR));
        claimed("Nowhere to send it");
        round().send();

        assertThat(count("mute", "UNREACHABLE")).isPositive();
        assertThat(Visitor.signedIn(environment, "admin").get("/admin/mail").body())
                .contains("Mute Reader");
    }

    private UUID director(String login, String name, Language language) {
        return directory.playAt(login, name, login + "@example.org", language, PlayedDirectory.atLarge(Role.DIRECTOR));
    }

    private String claimed(String title) {
        var code = journeys.proposed("CL", title);
        journeys.makeTrackable(code);
        require(200, journeys.claim(code, State.UNDER_REVIEW));
        return code;
    }

    private void follow(String code, String login) {
        follows.follow(new RecommendationCode(code), true, people.byLogin(login).orElseThrow());
    }

    private void comment(String login, String code, String text, String visibility) {
        require(200, api.as(login).post(action(code, "comment"), Map.of("text", text, "visibility", visibility)));
    }

    private MailRound round() {
        return round(server.getSmtp().getPort());
    }

    private MailRound round(int port) {
        return round(outbox, port);
    }

    private MailRound round(Outbox box, int port) {
        return round(box, sender(port));
    }

    private MailRound round(Outbox box, JavaMailSenderImpl sender) {
        return new MailRound(
                box,
                letters,
                new MailServer(sender, SETTINGS, "Red de políticas", clock),
                SETTINGS,
                events,
                transactions,
                clock);
    }

    private static JavaMailSenderImpl sender(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        for (var limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
            sender.getJavaMailProperties().put("mail.smtp." + limit, "900");
        }
        return sender;
    }

    private UUID id(String login) {
        return jdbc.sql("select id from person where login = ?")
                .param(login)
                .query(UUID.class)
                .single();
    }

    private UUID idOf(String login, String kind) {
        return jdbc.sql("select id from mail where recipient = ? and kind = ? order by made_at desc, id"
                        + " fetch first 1 rows only")
                .params(id(login), kind)
                .query(UUID.class)
                .single();
    }

    /** Lets the others' mails go, so that only hers is tried. */
    private void onlyFor(String login) {
        jdbc.sql("update mail set state = 'DROPPED' where state = 'WAITING' and recipient <> ?")
                .param(id(login))
                .update();
    }

    private void copy(UUID mail, int times) {
        jdbc.sql("update mail set state = 'DROPPED' where state = 'WAITING' and id <> ?")
                .param(mail)
                .update();
        var rows = new ArrayList<Object[]>();
        for (var i = 0; i < times; i++) {
            rows.add(new Object[] {
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID().toString(), mail
            });
        }
        batches.batchUpdate(
                "insert into mail (id, occasion, stop_token, recipient, kind, topic, notice_id, state, made_at, due_at,"
                        + " give_up_at) select cast(? as uuid), cast(? as uuid), cast(? as varchar(64)), recipient, kind, topic,"
                        + " notice_id, state, made_at, due_at, give_up_at from mail where id = ?",
                rows);
    }

    private long count(String login, String state) {
        return jdbc.sql("select count(*) from mail where recipient = ? and state = ?")
                .params(id(login), state)
                .query(Long.class)
                .single();
    }

    private static long attempts(ScriptedMailServer server) {
        return server.heard().stream().filter(line -> line.startsWith("RCPT")).count();
    }

    private MimeMessage only(String login) {
        var mails = to(login);
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private List<MimeMessage> to(String login) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().contains(login + "@");
                    } catch (jakarta.mail.MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .toList();
    }

    private static String header(MimeMessage mail, String name) throws jakarta.mail.MessagingException {
        return String.join("\n", mail.getHeader(name));
    }

    private static String words(BodyPart part) throws Exception {
        return (String) part.getContent();
    }
}
