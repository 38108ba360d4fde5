package org.rumbo.operations.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rumbo.testing.Journeys.at;
import static org.rumbo.testing.Journeys.require;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rumbo.file.FileSettings;
import org.rumbo.ledger.LedgerProofs;
import org.rumbo.ledger.SealCheck;
import org.rumbo.ledger.Sealing;
import org.rumbo.ledger.proof.BundleCheck;
import org.rumbo.ledger.proof.KnownKeys;
import org.rumbo.operations.Doctor;
import org.rumbo.recommendation.State;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.SampleFiles;
import org.rumbo.testing.SamplePaper;
import org.rumbo.testing.TimeMachine;
import org.rumbo.testing.Visitor;
import org.rumbo.workflow.ImportJobs;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything leaves with one file, and goes on in an empty installation where it stood, on either database. */
@RumboTest
class ArchiveIT {
    private static final boolean ON_POSTGRES = "postgres".equals(System.getProperty("rumbo.test.database"));

    private final ArchiveExport export;
    private final Tables tables;
    private final Api api;
    private final Journeys journeys;
    private final JdbcClient jdbc;
    private final TimeMachine clock;
    private final ManagementService management;
    private final FileSettings files;
    private final ImportJobs imports;
    private final Sealing sealing;
    private final LedgerProofs proofs;

    @TempDir
    private Path folder;

    private final Environment environment;

    ArchiveIT(
            ArchiveExport export,
            Tables tables,
            Api api,
            Journeys journeys,
            JdbcClient jdbc,
            TimeMachine clock,
            ManagementService management,
            FileSettings files,
            ImportJobs imports,
            Sealing sealing,
            LedgerProofs proofs,
            Environment environment) {
        this.export = export;
        this.tables = tables;
        this.api = api;
        this.journeys = journeys;
        this.jdbc = jdbc;
        this.clock = clock;
        this.management = management;
        this.files = files;
        this.imports = imports;
        this.sealing = sealing;
        this.proofs = proofs;
        this.environment = environment;
    }

    /** What is under way in the installation that is left. */
    private record UnderWay(
            String claimed,
            String reminded,
            String returned,
            String rating,
            String rated,
            String round,
            String report) {}

    private UnderWay play() {
        var reminded = journeys.in("PE", State.PROPOSED);
        require(200, journeys.claim(reminded, State.UNDER_REVIEW));
        clock.advance(Duration.ofDays(12));
        fire(reminded);
        clock.comeBack();

        var claimed = journeys.in("PE", State.UNDER_REVIEW);
        require(200, journeys.claim(claimed, State.ADOPTED));
        var returned = journeys.in("BO", State.UNDER_REVIEW);
        require(200, journeys.claim(returned, State.ADOPTED));
        require(200, journeys.decide(returned, "RETURNED"));
        var rating = journeys.in("BR", State.IMPLEMENTED);
        require(200, journeys.assign(rating, "evaluator.a", "evaluator.b"));
        require(200, journeys.rate(rating, "evaluator.a", 2));
        var rated = journeys.in("CL", State.IMPLEMENTED);
        require(200, journeys.assign(rated, "evaluator.a"));
        require(200, journeys.rate(rated, "evaluator.a", 3));
        journeys.in("CO", State.EVALUATED);
        journeys.in("CO", State.CLOSED);

        var withAll = journeys.in("EC", State.ADOPTED);
        journeys.counted(withAll, "Offices", "The gazette");
        require(
                201,
                api.as("coordinator.ec")
                        .post(
                                at(withAll) + "/team-actions",
                                Map.of(
                                        "text", "Write to the ministry",
                                        "owner", "coordinator.ec",
                                        "due", journeys.today().plusDays(3).toString(),
                                        "visibility", "NETWORK")));
        require(
                200,
                api.as("coordinator.ec")
                        .post(
                                Journeys.action(withAll, "comment"),
                                Map.of("text", "¿Qué tal? \u2028 \"ñandú\" \\ \t 😀", "visibility", "NETWORK")));
        erased(withAll);
        upload(withAll);
        paper(true);
        paper(false);
        var report = require(201, api.as("director.a").post("/reports", Map.of()))
                .json()
                .path("id")
                .asString();
        return new UnderWay(claimed, reminded, returned, rating, rated, round(), report);
    }

    /** A paper whose passages wait for directors, or are recommendations already. */
    private void paper(boolean decided) {
        var director = api.as("director.a");
        var id = require(202, SamplePaper.handIn(director, SamplePaper.text(), SamplePaper.key()))
                .json()
                .path("id")
                .asString();
        imports.run(UUID.fromString(id));
        if (decided) {
            var decisions = new ArrayList<Map<String, Object>>();
            require(200, director.get("/imports/" + id))
                    .json()
                    .path("passages")
                    .forEach(passage -> decisions.add(
                            Map.of("passage", passage.path("passage").asInt(), "decision", "ACCEPT")));
            require(200, director.post("/imports/" + id + "/decisions", Map.of("decisions", decisions)));
            imports.run(UUID.fromString(id));
        }
    }

    private void upload(String code) {
        var boundary = "b" + UUID.randomUUID();
        var fields = new LinkedHashMap<String, String>();
        fields.put("type", "LAW");
        fields.put("title", "Law with its text");
        fields.put("strength", "A");
        fields.put("visibility", "NETWORK");
        var body = new StringBuilder();
        fields.forEach((field, value) -> body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + field + "\"\r\n\r\n" + value + "\r\n"));
        body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"law.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n" + SampleFiles.pdf("/Title (" + UUID.randomUUID() + ")")
                + "\r\n--" + boundary + "--\r\n");
        require(
                201,
                api.as("coordinator.ec")
                        .with("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .post(at(code) + "/evidence", body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** One team is accepted, one has submitted, one's update was returned, the others have not answered. */
    private String round() {
        var opened = api.as("director.a")
                .post(
                        "/rounds",
                        Map.of(
                                "name", "Half",
                                "due", journeys.today().plusDays(10).toString(),
                                "cutOff", journeys.today().plusDays(20).toString()));
        var round = "/rounds/" + require(201, opened).json().path("id").asString();
        for (var country : List.of("EC", "PE", "BO")) {
            answerAll(api, round, country);
            require(200, api.as(Journeys.coordinatorOf(country)).post(round + "/submit", Map.of("country", country)));
        }
        require(200, api.as("director.a").post(round + "/accept", Map.of("country", "EC")));
        require(200, api.as("director.a").post(round + "/return", Map.of("country", "BO", "reason", "Say who met")));
        return round;
    }

    private static void answerAll(Api api, String round, String country) {
        for (var given :
                api.as(Journeys.coordinatorOf(country)).get(round).json().path("answers")) {
            if (given.path("answer").isNull()) {
                require(
                        200,
                        api.as(Journeys.coordinatorOf(country))
                                .post(
                                        round + "/answers",
                                        Map.of("item", given.path("item").asString(), "nothingNew", true)));
            }
        }
    }

    private void fire(String code) {
        jdbc.sql("select j.ID_ from ACT_RU_JOB j join ACT_RU_EXECUTION i on i.ID_ = j.PROCESS_INSTANCE_ID_"
                        + " where i.BUSINESS_KEY_ = ? and j.DUEDATE_ <= ?")
                .params(code, Timestamp.from(clock.instant()))
                .query(String.class)
                .list()
                .forEach(management::executeJob);
    }

    private Path export() {
        var file = folder.resolve(UUID.randomUUID() + ".zip");
        assertThat(export.export(file).missing()).isEmpty();
        return file;
    }

    /** From H2 into PostgreSQL, or the other way round. */
    @Test
    void everythingGoesOnOnTheOtherDatabaseWhereItStood() throws IOException {
        everythingGoesOn(!ON_POSTGRES);
    }

    @Test
    @Tag("exhaustive")
    void everythingGoesOnOnTheSameDatabaseWhereItStood() throws IOException {
        everythingGoesOn(ON_POSTGRES);
    }

    private void everythingGoesOn(boolean intoPostgres) throws IOException {
        var underWay = play();
        sealing.seal();
        try (var other = new OtherInstallation(intoPostgres, clock)) {
            var archive = export();
            var shown = shown(api, underWay);
            var deadlines = deadlines(jdbc);
            refusesWhatDoesNotFit(other, archive);

            var taken = other.the(ArchiveImport.class).take(archive);

            assertThat(taken.missing()).isEmpty();
            assertThat(other.the(Doctor.class).examine().findings()).isEmpty();
            sameRows(archive, other);
            sameAnswers(shown(other.api(), underWay), shown);
            sameDeadlines(deadlines(other.jdbc()), deadlines);
            assertThat(other.the(ProcessStart.class).startAllAgain()).isPositive();
            sameDeadlines(deadlines(other.jdbc()), deadlines);
            goesOn(other, underWay);
            assertThat(other.the(Doctor.class).examine().findings()).isEmpty();
            sealedUnderItsOwnName(other, underWay.rated());
            assertThatThrownBy(() -> other.the(ArchiveImport.class).take(archive))
                    .isInstanceOf(ArchiveRefused.class)
                    .hasMessageContaining("not empty");
        } finally {
            require(200, api.as("director.a").post(underWay.round() + "/close", Map.of()));
        }
    }

    private void erased(String code) {
        require(
                200,
                api.as("coordinator.ec")
                        .post(
                                Journeys.action(code, "comment"),
                                Map.of("text", "To be forgotten", "visibility", "NETWORK")));
        var seq = jdbc.sql("select max(seq) from ledger_event where code = ? and action = 'comment.add'")
                .param(code)
                .query(Long.class)
                .single();
        Visitor.signedIn(environment, "admin")
                .post("/admin/audit/" + seq + "/erasure", Map.of("field", "comment", "reason", "LAW"));
        var asked = jdbc.sql("select r.id from ledger_erasure r join ledger_event e on e.event_id = r.event_id"
                        + " where e.seq = ?")
                .param(seq)
                .query(UUID.class)
                .single();
        Visitor.signedIn(environment, "auditor").post("/admin/erasures/" + asked + "/confirmation", Map.of());
    }

    /** What the archive of an archive holds is what the archive holds. */
    private void sameRows(Path archive, OtherInstallation other) throws IOException {
        var again = folder.resolve(UUID.randomUUID() + ".zip");
        other.the(ArchiveExport.class).export(again);
        var first = Forged.of(archive);
        var second = Forged.of(again);
        for (var table : ArchivedTables.GOES) {
            var rows = sorted(first.text(ArchiveFile.data(table)));
            var theirs = sorted(second.text(ArchiveFile.data(table)));
            if (List.of("ledger_log", "ledger_key", "ledger_leaf", "ledger_root")
                    .contains(table)) {
                // Its seals came along, and a tree of its own has begun.
                assertThat(rows).as(table).isNotEmpty();
                assertThat(theirs).as(table).containsAll(rows).hasSize(rows.size() + 1);
            } else if (table.equals("ledger_event")) {
                // That it came from an archive, and which models it found, was recorded behind all that came.
                assertThat(theirs).containsAll(rows);
                theirs.removeAll(rows);
                assertThat(theirs)
                        .isNotEmpty()
                        .allMatch(event -> event.contains("\"process.deployed\"")
                                || event.contains("\"archive.imported\"")
                                || event.contains("\"log.origin\""))
                        .filteredOn(event -> event.contains("\"archive.imported\""))
                        .hasSize(1);
            } else {
                // What was erased here is not there either.
                assertThat(rows).as(table).noneMatch(row -> row.contains("To be forgotten"));
                assertThat(theirs).as(table).isEqualTo(rows);
            }
        }
        assertThat(second.text(ArchiveFile.EVENTS)).startsWith(first.text(ArchiveFile.EVENTS));
        try (var one = ArchiveFile.open(archive);
                var two = ArchiveFile.open(again)) {
            assertThat(two.files()).isNotEmpty().isEqualTo(one.files());
        }
    }

    /** Two that sign under one name would contradict each other: what goes on here is another tree, which quotes the first. */
    private void sealedUnderItsOwnName(OtherInstallation other, String code) {
        other.the(Sealing.class).seal();
        var here = proofs.newest().orElseThrow();
        var there = other.the(LedgerProofs.class).newest().orElseThrow();
        assertThat(there.origin()).isNotEqualTo(here.origin());
        var seals = other.the(SealCheck.class).examine();
        assertThat(seals.findings()).isEmpty();
        assertThat(seals.waiting()).isZero();
        var first = other.jdbc()
                .sql("select e.payload from ledger_leaf l join ledger_event e on e.seq = l.event_seq"
                        + " where l.leaf_index = 0 and l.log_id = (select max(id) from ledger_log)")
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .single();
        assertThat(first).contains("\"log.origin\"", "\"MOVED\"", here.origin(), "\"root\":\"" + here.root() + "\"");
        var known = KnownKeys.parse(other.api().anonymous().get("/ledger/key").text());
        var events = BundleCheck.check(other.api().as("auditor").bytes(at(code) + "/bundle.zip"), known)
                .events();
        assertThat(events).as("under the older log's name, too").hasSizeGreaterThan(10);
        assertThat(events.get(0).action()).isEqualTo("log.origin");
    }

    private static List<String> sorted(String lines) {
        return new ArrayList<>(lines.lines().sorted().toList());
    }

    /** What people and programs are told, to the byte. */
    private Map<String, String> shown(Api api, UnderWay underWay) {
        var shown = new TreeMap<String, String>();
        var today = journeys.today();
        for (var login : List.of("director.a", "funder", "coordinator.pe", "auditor")) {
            for (var path : List.of(
                    at(underWay.claimed()),
                    at(underWay.returned()),
                    at(underWay.rating()),
                    at(underWay.rated()),
                    at("SPN-2019-PE-a"),
                    at(underWay.claimed()) + "/history",
                    "/recommendations?limit=200",
                    "/recommendations?limit=200&sort=-updated",
                    "/recommendations?q=proposal&limit=50",
                    "/tasks",
                    "/summary",
                    "/reports/implementation.json?asOf=" + today.minusDays(1),
                    "/reports/implementation.csv?asOf=" + today.minusDays(1),
                    "/reports/" + underWay.report() + ".json",
                    "/reports/" + underWay.report() + ".csv")) {
                var answer = api.as(login).get(path);
                shown.put(
                        login + " " + path,
                        answer.status() + " "
                                + answer.headers().firstValue("ETag").orElse("") + " "
                                // A task of the engine's has another name there.
                                + (path.equals("/tasks")
                                        ? answer.text().replaceAll("\"id\":\"[0-9a-f-]{36}\"", "")
                                        : answer.text()));
            }
        }
        return shown;
    }

    private static void sameAnswers(Map<String, String> found, Map<String, String> expected) {
        assertThat(found).containsOnlyKeys(expected.keySet());
        found.forEach((what, text) -> {
            var was = expected.get(what);
            var place = Math.max(0, Arrays.mismatch(text.toCharArray(), was.toCharArray()) - 80);
            assertThat(text.substring(Math.min(place, text.length()), Math.min(place + 200, text.length())))
                    .as("%s, from %d", what, place)
                    .isEqualTo(was.substring(Math.min(place, was.length()), Math.min(place + 200, was.length())));
        });
    }

    /** When what waits is due, as the engine has it. */
    private static Map<String, Long> deadlines(JdbcClient jdbc) {
        var deadlines = new TreeMap<String, Long>();
        jdbc.sql("select i.BUSINESS_KEY_ as K, d.ACT_ID_ as S, j.DUEDATE_ as D, j.ID_ as I from ACT_RU_JOB j"
                        + " join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_"
                        + " join ACT_RU_EXECUTION i on i.ID_ = j.PROCESS_INSTANCE_ID_"
                        + " union all select i.BUSINESS_KEY_, t.TASK_DEF_KEY_ || coalesce(t.ASSIGNEE_, '') || coalesce(l.GROUP_ID_, ''),"
                        + " t.DUE_DATE_, t.ID_ from ACT_RU_TASK t join ACT_RU_EXECUTION i on i.ID_ = t.PROC_INST_ID_"
                        + " left join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.GROUP_ID_ is not null")
                .query(row -> {
                    var due = row.getTimestamp("D");
                    deadlines.merge(
                            row.getString("K") + " " + row.getString("S"), due == null ? 0 : due.getTime(), Long::sum);
                });
        return deadlines;
    }

    private static void sameDeadlines(Map<String, Long> found, Map<String, Long> expected) {
        assertThat(found).containsOnlyKeys(expected.keySet());
        found.forEach((what, due) ->
                assertThat(due).as(what).isCloseTo(expected.get(what), org.assertj.core.data.Offset.offset(60_000L)));
    }

    /** Claims are decided and sent again, evaluations rated and approved, the round goes on to its end, and what is late is late. */
    private void goesOn(OtherInstallation other, UnderWay underWay) {
        var on = other.journeys();
        var api = other.api();
        var round = underWay.round();
        require(200, api.as("director.b").post(round + "/accept", Map.of("country", "PE")));
        for (var country : List.of("BO", "BR", "CL", "CO")) {
            answerAll(api, round, country);
            require(200, api.as(Journeys.coordinatorOf(country)).post(round + "/submit", Map.of("country", country)));
            require(200, api.as("director.b").post(round + "/accept", Map.of("country", country)));
        }
        assertThat(api.as("director.a").get(round).json().at("/round/open").asBoolean())
                .isFalse();
        require(200, on.decide(underWay.claimed(), "CONFIRMED"));
        require(200, on.claim(underWay.returned(), State.ADOPTED));
        require(200, on.decide(underWay.returned(), "CONFIRMED"));
        require(200, on.rate(underWay.rating(), "evaluator.b", 4));
        require(200, on.approve(underWay.rating(), "APPROVED"));
        require(200, on.approve(underWay.rated(), "RETURNED"));
        require(200, on.rate(underWay.rated(), "evaluator.a", 2));
        require(200, on.approve(underWay.rated(), "APPROVED"));

        other.the(TimeMachine.class).advance(Duration.ofDays(15));
        fire(other, underWay.reminded());
        assertThat(acts(other, underWay.reminded()))
                .containsOnlyOnce("claim.remind")
                .containsOnlyOnce("claim.escalate");
        other.the(TimeMachine.class).comeBack();
        require(200, on.decide(underWay.reminded(), "DISAGREED"));

        var fresh = on.in("EC", State.EVALUATED);
        assertThat(fresh).startsWith("SPN-");
    }

    private static void fire(OtherInstallation other, String code) {
        other.jdbc()
                .sql("select j.ID_ from ACT_RU_JOB j join ACT_RU_EXECUTION i on i.ID_ = j.PROCESS_INSTANCE_ID_"
                        + " where i.BUSINESS_KEY_ = ? and j.DUEDATE_ <= ?")
                .params(code, Timestamp.from(other.the(TimeMachine.class).instant()))
                .query(String.class)
                .list()
                .forEach(other.the(ManagementService.class)::executeJob);
    }

    private static List<String> acts(OtherInstallation other, String code) {
        var acts = new ArrayList<String>();
        other.api()
                .as("coordinator.pe")
                .get(at(code) + "/history")
                .json()
                .path("items")
                .forEach(entry -> acts.add(entry.path("action").asString()));
        return acts;
    }

    /** Whole archives whose rows somebody changed, with hashes that fit: nothing of them stays. */
    private void refusesWhatDoesNotFit(OtherInstallation other, Path archive) throws IOException {
        refused(
                other,
                archive,
                "no such column",
                forged -> forged.change("data/person.jsonl", rows -> rows.replaceFirst("\\{", "{\"password\":\"x\",")));
        refused(
                other,
                archive,
                "is no string",
                forged -> forged.change(
                        "data/person.jsonl", rows -> rows.replaceFirst("\"login\":\"[^\"]*\"", "\"login\":{\"a\":1}")));
        refused(
                other,
                archive,
                "is missing",
                forged -> forged.change(
                        "data/person.jsonl", rows -> rows.replaceFirst("\"login\":\"[^\"]*\"", "\"login\":null")));
        refused(
                other,
                archive,
                "is missing",
                forged -> forged.change(
                        "data/marker.jsonl", rows -> rows.replace("\"text\":", "\"met_on\":null,\"text\":")
                                .replaceFirst(",\"met_on\":null}", "}")
                                .replaceAll("\"recommendation_id\":\"[^\"]*\",", "")
                                .replace("\"met_on\":null,\"text\":", "\"text\":")));
        refused(
                other,
                archive,
                "the database does not take it",
                forged -> forged.change(
                        "data/marker.jsonl",
                        rows -> rows.replaceFirst(
                                "\"recommendation_id\":\"[^\"]*\"",
                                "\"recommendation_id\":\"" + UUID.randomUUID() + "\"")));
        refused(
                other,
                archive,
                "do not agree",
                forged -> forged.change(
                        "data/recommendation.jsonl",
                        rows -> rows.replaceFirst(
                                "\"validated_level\":\"[A-Z]*\"", "\"validated_level\":\"REVERSED\"")));
        refused(
                other,
                archive,
                "the ledger",
                forged -> forged.change(
                        "data/ledger_opening.jsonl",
                        rows -> rows.replaceFirst("\"content\":\"", "\"content\":\"Forged ")),
                "is not the text");
        refused(
                other,
                archive,
                "a newer version",
                forged -> forged.change(
                        "datapackage.json",
                        text -> text.replaceFirst("\"schema\" ?: ?\"\\d+\"", "\"schema\":\"209901010000\"")));
        refused(other, archive, "tables are missing", forged -> forged.without("data/claim.jsonl"));
        refused(other, archive, "tables that Rumbo does not take", forged -> forged.put("data/webhook.jsonl", "{}"));
        refused(
                other,
                archive,
                "tables that Rumbo does not take",
                forged -> forged.put("data/act_ru_task.jsonl", "{}"));
        var file = Arrays.stream(Forged.of(archive).text(ArchiveFile.MANIFEST).split("\n"))
                .filter(line -> line.contains("files/"))
                .map(line -> line.substring(66))
                .findFirst()
                .orElseThrow();
        refused(other, archive, "files are missing", forged -> forged.without(file));
    }

    private interface Forging {
        Forged of(Forged whole);
    }

    private void refused(OtherInstallation other, Path archive, String why, Forging forging) throws IOException {
        refused(other, archive, why, forging, why);
    }

    private void refused(OtherInstallation other, Path archive, String unused, Forging forging, String why)
            throws IOException {
        var forged = forging.of(Forged.of(archive)).write(folder);
        assertThatThrownBy(() -> other.the(ArchiveImport.class).take(forged))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining(why);
        for (var table : ArchivedTables.GOES) {
            if (!List.of("ledger_event", "ledger_log", "search_version").contains(table)) {
                assertThat(other.jdbc()
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        }
        assertThat(other.jdbc()
                        .sql("select count(*) from ACT_RU_EXECUTION")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(other.jdbc()
                        .sql("select count(*) from ledger_event where action <> 'process.deployed'")
                        .query(Long.class)
                        .single())
                .isZero();
        var kept = other.the(FileSettings.class).folder().resolve("kept");
        if (Files.exists(kept)) {
            try (var all = Files.walk(kept)) {
                assertThat(all.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    @Test
    void everyTableLeavesOrStaysForAReason() {
        var named = new ArrayList<>(ArchivedTables.GOES);
        named.addAll(ArchivedTables.STAYS.keySet());

        assertThat(named).doesNotHaveDuplicates();
        assertThat(tables.all())
                .as("a new table is named in ArchivedTables: it goes, or stays with a reason")
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void whatARowNamesIsThereBeforeIt() {
        var before = new ArrayList<String>();
        for (var table : tables.going().values()) {
            for (var reference : table.references()) {
                var later = ArchivedTables.LATER.get(table.name());
                if (later == null || !reference.columns().equals(List.of(later))) {
                    assertThat(before).as(table.name()).contains(reference.table());
                }
            }
            assertThat(table.key())
                    .as(table.name())
                    .satisfiesAnyOf(key -> assertThat(key).isNotEmpty(), key -> assertThat(table.name())
                            .isEqualTo("search_version"));
            before.add(table.name());
        }
    }

    @Test
    void theArchiveSaysWhatIsInItAndHoldsNoSecrets() throws IOException {
        var archive = Forged.of(export());

        assertThat(archive.text(ArchiveFile.README))
                .contains("`webhook`: a secret")
                .doesNotContain("{left}");
        var described = Json.MAPPER.readTree(archive.text(ArchiveFile.DESCRIPTION));
        assertThat(described.path("resources").size()).isEqualTo(ArchivedTables.GOES.size());
        for (var resource : described.path("resources")) {
            var content = archive.text(resource.path("path").asString());
            assertThat(content.lines().count()).isEqualTo(resource.path("rows").asLong());
            assertThat(content.getBytes(StandardCharsets.UTF_8).length)
                    .isEqualTo(resource.path("bytes").asInt());
        }
        assertThat(archive.text(ArchiveFile.MANIFEST))
                .contains("  models/bpmn/status-claim.bpmn\n", "  models/bpmn/decisions/evaluation-rating.dmn\n");
        assertThat(archive.text(ArchiveFile.EVENTS).lines())
                .hasSize(jdbc.sql("select count(*) from ledger_event")
                        .query(Integer.class)
                        .single())
                .allMatch(line -> line.startsWith("{\"action\":"));
        assertThatThrownBy(() -> export.export(Files.createTempFile(folder, "there", ".zip")))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("is there already");
    }

    @Test
    void anExportLeavesNothingHalfDone() throws IOException {
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        var written = export();
        assertThat(Files.getPosixFilePermissions(written)).hasSize(2);
        assertThat(files.folder()).isNotNull();
    }
}
