package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;
import static org.rumbo.testing.SampleFiles.bytes;
import static org.rumbo.testing.SampleFiles.docx;
import static org.rumbo.testing.SampleFiles.joined;
import static org.rumbo.testing.SampleFiles.partsOfDocx;
import static org.rumbo.testing.SampleFiles.pdf;
import static org.rumbo.testing.SampleFiles.zip;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.file.Clamd;
import org.rumbo.file.FileSettings;
import org.rumbo.operations.Doctor;
import org.rumbo.recommendation.EvidenceFileCheck;
import org.rumbo.recommendation.EvidenceScanning;
import org.rumbo.testing.Api;
import org.rumbo.testing.ClamdServer;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.PlayedScanner;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Evidence that comes as a file: taken whole or not at all, served to whom it may concern, and provable ever after. */
@RumboTest
class EvidenceFilesIT {
    private static final Pattern KEY = Pattern.compile("name=\"_once\" value=\"([^\"]+)\"");

    private final Api api;
    private final Journeys journeys;
    private final Environment environment;
    private final JdbcClient jdbc;
    private final Doctor doctor;
    private final EvidenceScanning scanning;
    private final EvidenceFileCheck check;
    private final PlayedScanner scanner;
    private final TimeMachine clock;
    private final Path folder;
    private final TransactionTemplate transaction;
    private final ListAppender<ILoggingEvent> security = new ListAppender<>();

    EvidenceFilesIT(
            Api api,
            Journeys journeys,
            Environment environment,
            JdbcClient jdbc,
            Doctor doctor,
            EvidenceScanning scanning,
            EvidenceFileCheck check,
            PlayedScanner scanner,
            TimeMachine clock,
            FileSettings settings,
            PlatformTransactionManager transactions) {
        this.api = api;
        this.journeys = journeys;
        this.environment = environment;
        this.jdbc = jdbc;
        this.doctor = doctor;
        this.scanning = scanning;
        this.check = check;
        this.scanner = scanner;
        this.clock = clock;
        this.folder = settings.folder();
        this.transaction = new TransactionTemplate(transactions);
    }

    private static Logger securityLog() {
        return (Logger) LoggerFactory.getLogger("org.rumbo.security");
    }

    @BeforeEach
    void listen() {
        security.start();
        securityLog().addAppender(security);
    }

    @AfterEach
    void leaveAsItWas() {
        securityLog().detachAppender(security);
        scanner.play(null);
        clock.comeBack();
    }

    private static String unique(String content) {
        return pdf("/Title (" + content + " " + UUID.randomUUID() + ")");
    }

    private static Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("type", "LAW");
        fields.put("title", "Law with its text");
        fields.put("strength", "A");
        fields.put("visibility", "FUNDER");
        fields.put("url", "https://example.org/law");
        return fields;
    }

    private static byte[] multipart(String boundary, Map<String, String> fields, String name, byte[] file) {
        var head = new StringBuilder();
        fields.forEach((field, value) -> head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + field + "\"\r\n\r\n" + value + "\r\n"));
        head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/pdf\r\n\r\n");
        return joined(
                joined(head.toString().getBytes(StandardCharsets.UTF_8), file), bytes("\r\n--" + boundary + "--\r\n"));
    }

    private Api.Answer upload(String code, String name, byte[] file) {
        return send(api.as("coordinator.pe"), code, fields(), name, file);
    }

    private static Api.Answer send(
            Api.Caller caller, String code, Map<String, String> fields, String name, byte[] file) {
        var boundary = "b" + UUID.randomUUID();
        return caller.with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .post(at(code) + "/evidence", multipart(boundary, fields, name, file));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String file(String code, Api.Answer added) {
        return at(code) + "/evidence/" + added.json().path("id").asString() + "/file";
    }

    private Path kept(String sha256) {
        return folder.resolve("kept").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private List<String> securityLines() {
        return new ArrayList<>(security.list)
                .stream()
                        .map(ILoggingEvent::getFormattedMessage)
                        .filter(line -> line.contains("event=refused") || line.contains("event=file-"))
                        .toList();
    }

    private long count(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }

    @Test
    void aFileIsKeptAndServedToWhoeverMaySeeItsEvidence() throws IOException {
        var code = journeys.proposed("PE");
        journeys.makeTrackable(code);
        journeys.reach(code, org.rumbo.recommendation.State.UNDER_REVIEW);
        var content = unique("a");
        var added = require(201, upload(code, "Resolución nº 5.pdf", bytes(content)));
        var json = added.json();
        assertThat(json.path("sha256").asString()).isEqualTo(hash(bytes(content)));
        assertThat(json.path("visibility").asString()).isEqualTo("NETWORK");
        assertThat(json.path("requestedVisibility").asString()).isEqualTo("FUNDER");
        var file = json.path("file");
        assertThat(file.path("name").asString()).isEqualTo("Resolución nº 5.pdf");
        assertThat(file.path("size").asLong()).isEqualTo(content.length());
        assertThat(file.path("type").asString()).isEqualTo("PDF");
        assertThat(file.path("scan").asString()).isEqualTo("NOT_SCANNED");
        assertThat(file.path("capturedOn").asString())
                .isEqualTo(journeys.today().toString());
        assertThat(file.path("active").asBoolean()).isFalse();

        var path = file(code, added);
        for (var reader : List.of("coordinator.pe", "member.pe", "director.a", "coordinator.bo", "auditor")) {
            var served = require(200, api.as(reader).get(path));
            assertThat(served.text()).isEqualTo(content);
            assertThat(served.headers().map())
                    .containsEntry(
                            "content-disposition",
                            List.of("attachment; filename=\"Resolucion n_ 5.pdf\";"
                                    + " filename*=UTF-8''Resoluci%C3%B3n%20n%C2%BA%205.pdf"))
                    .containsEntry("content-type", List.of("application/pdf"))
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("content-security-policy", List.of("sandbox; default-src 'none'"))
                    .containsEntry("cache-control", List.of("private, no-cache"));
        }
        assertThat(api.as("funder").get(path).problem()).isEqualTo("not-found");
        assertThat(api.as("funder").get(at(code)).text()).doesNotContain(hash(bytes(content)), "Resoluci");
        assertThat(api.anonymous().get(path).status()).isEqualTo(401);
        require(200, api.as("director.a").post(path.replace("/file", "/release"), Map.of("visibility", "FUNDER")));
        assertThat(require(200, api.as("funder").get(path)).text()).isEqualTo(content);

        var payload = jdbc.sql("select payload from ledger_event where code = ? and action = 'evidence.add'")
                .param(code)
                .query(byte[].class)
                .single();
        assertThat(new String(payload, StandardCharsets.UTF_8))
                .contains(hash(bytes(content)), "\"fileType\":\"PDF\"")
                .doesNotContain("Resoluci");
    }

    @Test
    void theSameSentTwiceIsOneEvidence() throws IOException {
        var code = journeys.proposed("PE");
        var content = bytes(unique("once"));
        var caller = api.as("coordinator.pe")
                .with("Idempotency-Key", UUID.randomUUID().toString());
        var first = require(201, send(caller, code, fields(), "law.pdf", content));
        var second = require(201, send(caller, code, fields(), "law.pdf", content));
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(send(caller, code, fields(), "law.pdf", bytes(unique("other")))
                        .problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(count("select count(*) from ledger_event where action = 'evidence.add' and code = ?", code))
                .isEqualTo(1);
        var refused = api.as("coordinator.pe")
                .with("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(send(refused, code, fields(), "law.pdf", bytes("<html>")).status())
                .isEqualTo(422);
        assertThat(send(refused, code, fields(), "law.pdf", content).status()).isEqualTo(201);
    }

    static Stream<Arguments> hostile() {
        var bomb = partsOfDocx();
        bomb.put("word/bomb.xml", "\0".repeat(20_000_000));
        return Stream.of(
                Arguments.of("file-kind", bytes("<html><script>x()</script></html>"), "law.pdf"),
                Arguments.of(
                        "file-kind", bytes("<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>"), "a.svg"),
                Arguments.of("file-kind", bytes("GIF89a/*x*/=1;alert(1)"), "a.gif"),
                Arguments.of("file-kind", bytes("x" + pdf("")), "a.pdf"),
                Arguments.of("file-mixed", joined(bytes(pdf("")), docx()), "a.pdf"),
                Arguments.of("file-kind", zip(Map.of("a", "b")), "a.docx"),
                Arguments.of("file-container", zip(bomb), "a.docx"),
                Arguments.of("file-empty", new byte[0], "a.pdf"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsNotTakenLeavesNothingAndIsToldOnce(String rule, byte[] content, String name) throws Exception {
        var code = journeys.proposed("PE");
        var before = files();
        security.list.clear();
        var answer = upload(code, name, content);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.rules()).containsExactly(rule);
        Thread.sleep(50);
        assertThat(securityLines()).hasSize(1).first().asString().contains("event=file-refused", "reason=" + rule);
        assertThat(files()).isEqualTo(before);
        assertThat(api.as("coordinator.pe")
                        .get(at(code))
                        .json()
                        .path("evidence")
                        .size())
                .isZero();
    }

    @Test
    void whatIsTooLargeIsCut() throws Exception {
        var code = journeys.proposed("PE");
        var before = files();
        security.list.clear();
        var answer = upload(code, "large.pdf", bytes(pdf("x".repeat(21 * 1_048_576))));
        assertThat(answer.problem()).isEqualTo("too-large");
        assertThat(answer.status()).isEqualTo(413);
        Thread.sleep(50);
        assertThat(securityLines()).hasSize(1).first().asString().contains("reason=file-too-large");
        assertThat(files()).isEqualTo(before);
        var largest = upload(code, "large.pdf", bytes(pdf("x".repeat(19 * 1_048_576))));
        assertThat(largest.status()).as(largest.text()).isEqualTo(201);
    }

    @Test
    void whatIsNotAskedForIsNotDropped() {
        var code = journeys.proposed("PE");
        var more = fields();
        more.put("state", "ADOPTED");
        assertThat(send(api.as("coordinator.pe"), code, more, "a.pdf", bytes(unique("x")))
                        .problem())
                .isEqualTo("unknown-parameter");
        var without = fields();
        without.remove("type");
        assertThat(send(api.as("coordinator.pe"), code, without, "a.pdf", bytes(unique("x")))
                        .status())
                .isEqualTo(400);
        assertThat(api.as("coordinator.pe")
                        .with("Content-Type", "multipart/form-data; boundary=x")
                        .post(at(code) + "/evidence", "no parts at all")
                        .status())
                .isEqualTo(400);
        assertThat(send(api.as("coordinator.bo"), code, fields(), "a.pdf", bytes("<html>"))
                        .status())
                .isEqualTo(403);
        assertThat(send(api.as("funder"), code, fields(), "a.pdf", bytes("<html>"))
                        .status())
                .isEqualTo(404);
    }

    private HttpResponse<String> sendPage(
            Pages pages, String code, Map<String, String> words, String name, byte[] file) {
        var address = "/recommendations/" + code + "/evidence";
        var fields = new LinkedHashMap<>(words);
        fields.put("_csrf", pages.token(address));
        var key = KEY.matcher(pages.get(address).body());
        assertThat(key.find()).isTrue();
        fields.put("_once", key.group(1));
        var body = new String(multipart("page", fields, name, file), StandardCharsets.UTF_8);
        return pages.send("POST", address, "multipart/form-data; boundary=page", body);
    }

    @Test
    void theFormKeepsWhatWasTypedAndAsksForTheFileAgain() {
        var code = journeys.proposed("PE");
        var pages = Pages.signedIn(environment, "coordinator.pe");
        var address = "/recommendations/" + code + "/evidence";
        assertThat(pages.get(address + "?lang=en").body())
                .contains("enctype=\"multipart/form-data\"", "type=\"file\"", "at most 20 MB", "A draft keeps");
        var words = fields();
        words.put("title", "Typed with care");
        words.remove("url");
        var refused = sendPage(pages, code, words, "a.pdf", bytes("<html>"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"Typed with care\"", "This kind of file is not taken", "Choose the file again");
        var large = sendPage(pages, code, words, "a.pdf", bytes(pdf("x".repeat(21 * 1_048_576))));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("value=\"Typed with care\"", "The file is too large");
        var without = sendPage(pages, code, words, "", new byte[0]);
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("or add it as a file");

        var content = unique("page");
        assertThat(sendPage(pages, code, words, "../<b>ley</b>.pdf", bytes(content))
                        .statusCode())
                .isEqualTo(302);
        var page = pages.get("/recommendations/" + code).body();
        var hash = hash(bytes(content));
        assertThat(page).contains(hash, "begins with " + hash.substring(0, 12), "Not checked for viruses", "MB</span>");
        var link = Pattern.compile("href=\"(/recommendations/" + code + "/evidence/[^\"]+/file)\"")
                .matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(pages.get(link.group(1)).body()).isEqualTo(content);
        assertThat(pages.get(link.group(1))
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .startsWith("attachment;");
        assertThat(Pages.signedIn(environment, "funder").get(link.group(1)).statusCode())
                .isEqualTo(404);
        assertThat(pages.get("/recommendations/" + code + "/claim").body()).contains(hash.substring(0, 12));
    }

    @Test
    void aDiskWithoutRoomIsToldAndNothingIsHalfDone() throws Exception {
        var code = journeys.proposed("PE");
        require(201, upload(code, "before.pdf", bytes(unique("before"))));
        var events = count("select count(*) from ledger_event where code = ?", code);
        var arriving = folder.resolve("arriving");
        var aside = folder.resolve("aside");
        Files.move(arriving, aside);
        Files.writeString(arriving, "no folder");
        try {
            var before = files();
            security.list.clear();
            var answer = upload(code, "a.pdf", bytes(unique("full")));
            assertThat(answer.status()).isEqualTo(507);
            assertThat(answer.problem()).isEqualTo("file-not-stored");
            Thread.sleep(50);
            assertThat(securityLines()).hasSize(1).first().asString().contains("reason=file-not-stored");
            var page = sendPage(
                    Pages.signedIn(environment, "coordinator.pe"), code, fields(), "a.pdf", bytes(unique("full")));
            assertThat(page.statusCode()).isEqualTo(507);
            assertThat(page.body()).contains("value=\"Law with its text\"");
            assertThat(files()).isEqualTo(before);
            require(200, api.as("coordinator.pe").get(at(code)));
        } finally {
            Files.delete(arriving);
            Files.move(aside, arriving);
        }
        assertThat(count("select count(*) from ledger_event where code = ?", code))
                .isEqualTo(events);
        require(201, upload(code, "after.pdf", bytes(unique("after"))));
    }

    @Test
    void nothingIsServedBeforeTheScannerSaidSo() throws Exception {
        var code = journeys.proposed("PE");
        try (var server = new ClamdServer()) {
            scanner.play(new Clamd("127.0.0.1", server.port(), Duration.ofSeconds(5)));
            var content = unique("clean");
            var clean = require(201, upload(code, "clean.pdf", bytes(content)));
            assertThat(clean.json().at("/file/scan").asString()).isEqualTo("QUARANTINED");
            var path = file(code, clean);
            assertThat(api.as("coordinator.pe").get(path).problem()).isEqualTo("file-in-quarantine");
            var pages = Pages.signedIn(environment, "coordinator.pe");
            assertThat(pages.get("/recommendations" + path.substring("/recommendations".length()) + "?lang=en")
                            .body())
                    .contains("problem-page", "being checked for viruses");

            server.answering("stream: Can't allocate memory ERROR");
            scanning.scan();
            assertThat(api.as("coordinator.pe").get(path).status()).isEqualTo(409);
            server.answering("stream: OK");
            assertThat(scanning.scan()).as("not again at once").isZero();
            clock.advance(Duration.ofMinutes(2));
            scanning.scan();
            assertThat(require(200, api.as("coordinator.pe").get(path)).text()).isEqualTo(content);
            assertThat(server.scanned()).contains(content);
            assertThat(scanning.scan()).isZero();
        }
    }

    @Test
    void anInfectedFileIsDeletedAndItsRecordStays() throws Exception {
        var code = journeys.proposed("PE");
        var other = journeys.proposed("PE");
        try (var server = new ClamdServer()) {
            scanner.play(new Clamd("127.0.0.1", server.port(), Duration.ofSeconds(5)));
            var content = bytes(unique(ClamdServer.MARK));
            var first = require(201, upload(code, "bad.pdf", content));
            var second = require(201, upload(other, "same.pdf", content));
            assertThat(kept(hash(content))).exists();
            security.list.clear();
            scanning.scan();

            assertThat(kept(hash(content))).doesNotExist();
            assertThat(securityLines()).hasSize(1).first().asString().contains("event=file-infected");
            for (var added : Map.of(code, first, other, second).entrySet()) {
                var path = file(added.getKey(), added.getValue());
                assertThat(api.as("coordinator.pe").get(path).problem()).isEqualTo("file-infected");
                var item = api.as("member.pe").get(at(added.getKey())).json();
                assertThat(item.at("/evidence/0/file/scan").asString()).isEqualTo("INFECTED");
                assertThat(item.at("/evidence/0/sha256").asString()).isEqualTo(hash(content));
                assertThat(count(
                                "select count(*) from ledger_event where action = 'evidence.infected' and code = ?",
                                added.getKey()))
                        .isEqualTo(1);
            }
            var pages = Pages.signedIn(environment, "coordinator.pe");
            assertThat(pages.get("/recommendations/" + code + "?lang=en").body())
                    .contains("A virus was found");
            assertThat(pages.get("/recommendations/" + code + "/history").body())
                    .contains("found a virus in the file");
            assertThat(doctor.examine().findings()).isEmpty();
        }
    }

    /** Each file goes to one of them. */
    @Test
    void twoNodesShareTheWork() throws Exception {
        var code = journeys.proposed("PE");
        try (var server = new ClamdServer()) {
            scanner.play(new Clamd("127.0.0.1", server.port(), Duration.ofSeconds(5)));
            var contents = new ArrayList<String>();
            for (var i = 0; i < 6; i++) {
                contents.add(unique("shared"));
                require(201, upload(code, "a.pdf", bytes(contents.get(i))));
            }
            var pool = Executors.newFixedThreadPool(4);
            try {
                Callable<Integer> node = scanning::scan;
                for (var done : pool.invokeAll(List.of(node, node, node, node))) {
                    done.get();
                }
            } finally {
                pool.shutdown();
            }
            for (var content : contents) {
                assertThat(server.scanned().stream().filter(content::equals)).hasSize(1);
            }
            assertThat(count(
                            "select count(*) from evidence e join recommendation r on r.id = e.recommendation_id"
                                    + " where e.scan_state = 'CLEAN' and r.code = ?",
                            code))
                    .isEqualTo(6);
        }
    }

    @Test
    void theDoctorFindsAFileThatWasExchanged() throws Exception {
        var code = journeys.proposed("PE");
        var content = bytes(unique("true"));
        var added = require(201, upload(code, "a.pdf", content));
        var place = kept(hash(content));
        assertThat(doctor.examine().findings()).isEmpty();

        Files.write(place, bytes(unique("forged")));
        assertThat(doctor.examine().findings())
                .singleElement()
                .asString()
                .startsWith(code + ": the file of its evidence");
        assertThat(api.as("coordinator.pe").get(file(code, added)).status()).isEqualTo(500);
        Files.delete(place);
        assertThat(doctor.examine().findings()).singleElement().asString().contains("is missing");
        Files.write(place, content);
        assertThat(doctor.examine().findings()).isEmpty();

        // Whoever exchanges the row, too, still has the ledger against her.
        var forged = bytes(unique("forged with its row"));
        var findings = transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                Files.createDirectories(kept(hash(forged)).getParent());
                Files.write(kept(hash(forged)), forged);
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
            jdbc.sql("update evidence set sha256 = ? where id = ?")
                    .params(
                            hash(forged),
                            UUID.fromString(added.json().path("id").asString()))
                    .update();
            return doctor.examine().findings();
        });
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0)).contains("the ledger says " + hash(content));
    }

    @Test
    void whatHasNoRowIsSweptAfterADay() throws Exception {
        var code = journeys.proposed("PE");
        var content = bytes(unique("with a row"));
        require(201, upload(code, "a.pdf", content));
        var orphan = bytes(unique("orphan"));
        Files.createDirectories(kept(hash(orphan)).getParent());
        Files.write(kept(hash(orphan)), orphan);
        Files.setLastModifiedTime(kept(hash(orphan)), java.nio.file.attribute.FileTime.from(clock.instant()));
        check.sweep();
        assertThat(kept(hash(orphan))).exists();
        clock.advance(Duration.ofHours(25));
        check.sweep();
        assertThat(kept(hash(orphan))).doesNotExist();
        assertThat(kept(hash(content))).exists();
    }
}
