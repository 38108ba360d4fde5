package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;
import static org.rumbo.testing.SampleFiles.bytes;
import static org.rumbo.testing.SampleFiles.joined;
import static org.rumbo.testing.SampleFiles.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rumbo.file.Clamd;
import org.rumbo.file.FileSettings;
import org.rumbo.operations.Doctor;
import org.rumbo.recommendation.EvidenceFileCheck;
import org.rumbo.recommendation.EvidenceScanning;
import org.rumbo.testing.Api;
import org.rumbo.testing.ClamdServer;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.LocalS3;
import org.rumbo.testing.Pages;
import org.rumbo.testing.PlayedScanner;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TimeMachine;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Rumbo with its files in an object store: the same as with a folder, and nothing half done while the store is away. */
@RumboTest
@DirtiesContext
class EvidenceInS3IT {
    private static final LocalS3 STORE = LocalS3.started();

    private final Api api;
    private final Journeys journeys;
    private final Environment environment;
    private final JdbcClient jdbc;
    private final Doctor doctor;
    private final EvidenceScanning scanning;
    private final EvidenceFileCheck check;
    private final PlayedScanner scanner;
    private final TimeMachine clock;
    private final Path passing;

    EvidenceInS3IT(
            Api api,
            Journeys journeys,
            Environment environment,
            JdbcClient jdbc,
            Doctor doctor,
            EvidenceScanning scanning,
            EvidenceFileCheck check,
            PlayedScanner scanner,
            TimeMachine clock,
            FileSettings settings) {
        this.api = api;
        this.journeys = journeys;
        this.environment = environment;
        this.jdbc = jdbc;
        this.doctor = doctor;
        this.scanning = scanning;
        this.check = check;
        this.scanner = scanner;
        this.clock = clock;
        this.passing = settings.folder();
    }

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry settings) {
        settings.add("rumbo.files.store", () -> "s3");
        settings.add("rumbo.files.s3.endpoint", STORE::endpoint);
        settings.add("rumbo.files.s3.bucket", () -> LocalS3.BUCKET);
        settings.add("rumbo.files.s3.access-key", () -> LocalS3.ACCESS_KEY);
        settings.add("rumbo.files.s3.secret-key", () -> LocalS3.SECRET_KEY);
        settings.add("rumbo.files.s3.patience", () -> "10s");
    }

    @AfterAll
    static void end() {
        STORE.close();
    }

    private static byte[] multipart(String boundary, Map<String, String> fields, byte[] file) {
        var head = new StringBuilder();
        fields.forEach((field, value) -> head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + field + "\"\r\n\r\n" + value + "\r\n"));
        head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"law.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n");
        return joined(joined(bytes(head.toString()), file), bytes("\r\n--" + boundary + "--\r\n"));
    }

    private Api.Answer upload(String code, String content) {
        var fields = Map.of("type", "LAW", "title", "Law with its text", "strength", "A", "visibility", "NETWORK");
        return api.as("coordinator.pe")
                .with("Content-Type", "multipart/form-data; boundary=border")
                .post(at(code) + "/evidence", multipart("border", fields, bytes(content)));
    }

    private static String unique() {
        return pdf("/Title (" + UUID.randomUUID() + ")");
    }

    private List<Path> passing() throws IOException {
        try (var all = Files.walk(passing)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private long rows(String code) {
        return jdbc.sql("select count(*) from evidence e join recommendation r on r.id = e.recommendation_id"
                        + " where r.code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    @Test
    void aFileIsKeptScannedServedCheckedAndSwept() throws Exception {
        var code = journeys.proposed("PE");
        var content = unique();
        String path;
        try (var server = new ClamdServer()) {
            scanner.play(new Clamd("127.0.0.1", server.port(), Duration.ofSeconds(5)));
            var added = require(201, upload(code, content)).json();
            path = at(code) + "/evidence/" + added.path("id").asString() + "/file";
            assertThat(STORE.keys()).anySatisfy(key -> assertThat(key)
                    .endsWith(added.path("sha256").asString()));
            scanning.scan();
            assertThat(server.scanned()).contains(content);
            var infected = require(201, upload(code, pdf("/Title (" + ClamdServer.MARK + UUID.randomUUID() + ")")))
                    .json();
            scanning.scan();
            assertThat(STORE.keys()).noneSatisfy(key -> assertThat(key)
                    .endsWith(infected.path("sha256").asString()));
        } finally {
            scanner.play(null);
        }
        assertThat(require(200, api.as("member.pe").get(path)).text()).isEqualTo(content);
        assertThat(doctor.examine().findings()).isEmpty();
        try {
            clock.advance(Duration.ofHours(25));
            check.sweep();
        } finally {
            clock.comeBack();
        }
        assertThat(require(200, api.as("member.pe").get(path)).text()).isEqualTo(content);
        assertThat(passing()).isEmpty();
    }

    @Test
    void whileTheStoreIsAwayNothingIsHalfDone() throws Exception {
        var code = journeys.proposed("PE");
        var content = unique();
        var added = require(201, upload(code, content)).json();
        var path = at(code) + "/evidence/" + added.path("id").asString() + "/file";
        var keys = STORE.keys();
        STORE.stop();
        try {
            var refused = upload(code, unique());
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.problem()).isEqualTo("file-store-away");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            var served = api.as("member.pe").get(path);
            assertThat(served.status()).isEqualTo(503);
            assertThat(served.problem()).isEqualTo("file-store-away");
            var pages = Pages.signedIn(environment, "coordinator.pe");
            var shown = pages.get(path + "?lang=es");
            assertThat(shown.statusCode()).isEqualTo(503);
            assertThat(shown.body()).contains("El lugar donde se guardan los archivos no responde");
            assertThat(pages.get("/recommendations/" + code).statusCode()).isEqualTo(200);
            assertThat(doctor.examine().findings())
                    .anySatisfy(line -> assertThat(line).startsWith(code).endsWith("cannot be read"));
            assertThat(rows(code)).isEqualTo(1);
            assertThat(passing()).isEmpty();
        } finally {
            STORE.start();
        }
        assertThat(STORE.keys()).isEqualTo(keys);
        assertThat(require(200, api.as("member.pe").get(path)).text()).isEqualTo(content);
        require(201, upload(code, unique()));
        assertThat(rows(code)).isEqualTo(2);
    }
}
