package org.rumbo.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.exchange.ImportRow.Content;
import org.rumbo.exchange.ImportRow.Verdict;
import org.rumbo.exchange.SheetImport.Status;
import org.rumbo.shared.Language;
import org.rumbo.sheet.FoundHead;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps imports and their rows, for who made them alone. Leases go by the database's clock, whichever node works. */
@Component
@Transactional
class SheetStore {
    private static final TypeReference<List<RowProblem>> PROBLEMS = new TypeReference<>() {};
    private static final TypeReference<List<FoundHead>> HEADS = new TypeReference<>() {};
    private static final int LONGEST_HEADING = 100;
    private static final String OPEN = "ticked and verdict <> 'PROBLEM' and outcome is null";
    private static final String TO_TAKE_BACK = "outcome = 'DONE' and undo_outcome is null";

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    SheetStore(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** What is known of an import besides its rows. */
    record Kept(
            UUID id,
            UUID person,
            @Nullable String fileName,
            Instant madeAt,
            Status status,
            int unchanged,
            List<RowProblem> notes,
            Instant begunAt,
            @Nullable Instant appliedAt) {}

    /** A file that was uploaded, and the headings that were found in it. */
    record Upload(byte[] content, Language language, List<FoundHead> heads) {}

    public void begin(UUID id, UUID person, @Nullable String fileName, Status status, Instant at) {
        jdbc.sql("insert into sheet_import (id, person_id, file_name, made_at, status, unchanged, notes)"
                        + " values (?, ?, ?, ?, ?, 0, '[]')")
                .params(Arrays.asList(id, person, fileName, Timestamp.from(at), status.name()))
                .update();
    }

    public void keep(UUID id, Upload upload) {
        jdbc.sql("insert into sheet_upload (import_id, content, language, heads) values (?, ?, ?, ?)")
                .params(id, upload.content(), upload.language().tag(), json.writeValueAsString(upload.heads()))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<List<FoundHead>> heads(UUID id) {
        return jdbc.sql("select heads from sheet_upload where import_id = ?")
                .param(id)
                .query((row, number) -> json.readValue(row.getString("heads"), HEADS))
                .optional();
    }

    /** The file itself, which is no longer kept: whoever takes it goes on with it. Locked first, so that one alone does. */
    public Optional<Upload> take(UUID id) {
        jdbc.sql("update sheet_import set worked_at = current_timestamp where id = ?")
                .param(id)
                .update();
        var found = jdbc.sql("select content, language, heads from sheet_upload where import_id = ?")
                .param(id)
                .query((row, number) -> new Upload(
                        row.getBytes("content"),
                        Language.of(row.getString("language")).orElseThrow(),
                        json.readValue(row.getString("heads"), HEADS)))
                .optional();
        jdbc.sql("delete from sheet_upload where import_id = ?").param(id).update();
        return found;
    }

    /** What somebody said before of headings, by the kind of sheet and the heading; empty for what is left out. */
    @Transactional(readOnly = true)
    public Map<String, String> headings(UUID person) {
        var headings = new HashMap<String, String>();
        jdbc.sql("select sheet, heading, field from sheet_heading where person_id = ?")
                .param(person)
                .query(row -> {
                    headings.put(row.getString("sheet") + " " + row.getString("heading"), row.getString("field"));
                });
        return headings;
    }

    public void remember(UUID person, String sheet, Map<String, String> said, Instant at) {
        said.forEach((heading, field) -> {
            var key = heading.length() > LONGEST_HEADING ? heading.substring(0, LONGEST_HEADING) : heading;
            jdbc.sql("delete from sheet_heading where person_id = ? and sheet = ? and heading = ?")
                    .params(person, sheet, key)
                    .update();
            jdbc.sql("insert into sheet_heading (person_id, sheet, heading, field, said_at) values (?, ?, ?, ?, ?)")
                    .params(person, sheet, key, field, Timestamp.from(at))
                    .update();
        });
    }

    public void compared(UUID id, int unchanged, List<RowProblem> notes) {
        jdbc.sql("update sheet_import set status = 'PREVIEW', unchanged = ?, notes = ? where id = ?")
                .params(unchanged, json.writeValueAsString(notes), id)
                .update();
    }

    public void add(UUID id, List<ImportRow> rows) {
        batches.batchUpdate(
                "insert into sheet_row (import_id, place, sheet, row_number, code, thing, verdict, ticked, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows.stream()
                        .map(row -> new @Nullable Object[] {
                            id,
                            row.place(),
                            row.sheet().name(),
                            row.number(),
                            row.code() != null && row.code().length() > 40
                                    ? row.code().substring(0, 40)
                                    : row.code(),
                            row.thing(),
                            row.verdict().name(),
                            row.ticked(),
                            json.writeValueAsString(row.content())
                        })
                        .toList());
    }

    /** What turned out to be wrong with a row once a later one was read. */
    public void spoil(UUID id, int place, RowProblem problem) {
        row(id, place).ifPresent(row -> {
            var problems = new ArrayList<>(row.content().problems());
            problems.add(problem);
            var content = new Content(
                    row.content().typed(),
                    row.content().changes(),
                    problems,
                    row.content().tag());
            jdbc.sql("update sheet_row set verdict = 'PROBLEM', ticked = false, content = ? where import_id = ?"
                            + " and place = ?")
                    .params(json.writeValueAsString(content), id, place)
                    .update();
        });
    }

    @Transactional(readOnly = true)
    public Optional<Kept> find(UUID id) {
        return jdbc.sql("select * from sheet_import where id = ?")
                .param(id)
                .query(this::kept)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Kept> latest(UUID person, int most) {
        return jdbc.sql("select * from sheet_import where person_id = ? order by made_at desc, id fetch first " + most
                        + " rows only")
                .param(person)
                .query(this::kept)
                .list();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        var begun = row.getTimestamp("begun_at");
        var applied = row.getTimestamp("applied_at");
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("file_name"),
                row.getTimestamp("made_at").toInstant(),
                Status.valueOf(row.getString("status")),
                row.getInt("unchanged"),
                json.readValue(row.getString("notes"), PROBLEMS),
                (begun == null ? row.getTimestamp("made_at") : begun).toInstant(),
                applied == null ? null : applied.toInstant());
    }

    /** With its counts, in one statement. */
    @Transactional(readOnly = true)
    public SheetImport counted(Kept kept, @Nullable Instant undoUntil) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        var sums = new int[5];
        jdbc.sql("select verdict, count(*) as n, sum(case when ticked then 1 else 0 end) as ticked,"
                        + " sum(case when outcome is not null then 1 else 0 end) as tried,"
                        + " sum(case when outcome = 'DONE' then 1 else 0 end) as done,"
                        + " sum(case when undo_outcome = 'DONE' then 1 else 0 end) as back,"
                        + " sum(case when undo_outcome <> 'DONE' then 1 else 0 end) as kept"
                        + " from sheet_row where import_id = ? group by verdict")
                .param(kept.id())
                .query(row -> {
                    counts.put(Verdict.valueOf(row.getString("verdict")), row.getInt("n"));
                    sums[0] += row.getInt("ticked");
                    sums[1] += row.getInt("tried");
                    sums[2] += row.getInt("done");
                    sums[3] += row.getInt("back");
                    sums[4] += row.getInt("kept");
                });
        return new SheetImport(
                kept.id(),
                kept.fileName(),
                kept.madeAt(),
                kept.status(),
                counts,
                kept.unchanged(),
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                sums[4],
                kept.notes(),
                kept.begunAt(),
                undoUntil);
    }

    private Optional<ImportRow> row(UUID id, int place) {
        return jdbc.sql("select * from sheet_row where import_id = ? and place = ?")
                .params(id, place)
                .query(this::row)
                .optional();
    }

    /** The next rows of these verdicts, in the file's order. */
    @Transactional(readOnly = true)
    public List<ImportRow> rows(UUID id, Collection<Verdict> verdicts, int after, int most) {
        return jdbc.sql("select * from sheet_row where import_id = :id and verdict in (:verdicts) and place > :after"
                        + " order by place fetch first " + most + " rows only")
                .param("id", id)
                .param("verdicts", verdicts.stream().map(Enum::name).toList())
                .param("after", after)
                .query(this::row)
                .list();
    }

    /** The last rows of these verdicts before one. */
    @Transactional(readOnly = true)
    public List<ImportRow> rowsBefore(UUID id, Collection<Verdict> verdicts, int before, int most) {
        return jdbc.sql("select * from sheet_row where import_id = :id and verdict in (:verdicts) and place < :before"
                        + " order by place desc fetch first " + most + " rows only")
                .param("id", id)
                .param("verdicts", verdicts.stream().map(Enum::name).toList())
                .param("before", before)
                .query(this::row)
                .list();
    }

    /** The first rows with which there is still something to do. */
    @Transactional(readOnly = true)
    public List<ImportRow> open(UUID id, boolean back, int most) {
        return jdbc.sql("select * from sheet_row where import_id = ? and " + (back ? TO_TAKE_BACK : OPEN)
                        + " order by place " + (back ? "desc" : "") + " fetch first " + most + " rows only")
                .param(id)
                .query(this::row)
                .list();
    }

    private ImportRow row(ResultSet row, int number) throws SQLException {
        return new ImportRow(
                row.getInt("place"),
                SheetKind.valueOf(row.getString("sheet")),
                row.getInt("row_number"),
                row.getString("code"),
                row.getObject("thing", UUID.class),
                Verdict.valueOf(row.getString("verdict")),
                row.getBoolean("ticked"),
                json.readValue(row.getString("content"), Content.class),
                row.getString("outcome"),
                row.getString("made"),
                row.getString("undo_outcome"));
    }

    /** Ticks among the shown rows those that were chosen, and no other. */
    public void tick(UUID id, Collection<Integer> shown, Collection<Integer> chosen) {
        if (!shown.isEmpty()) {
            jdbc.sql(
                            "update sheet_row set ticked = case when place in (:chosen) then true else false end"
                                    + " where import_id = :id and place in (:shown) and verdict <> 'PROBLEM' and outcome is null")
                    .param("chosen", chosen.isEmpty() ? List.of(-1) : chosen)
                    .param("shown", shown)
                    .param("id", id)
                    .update();
        }
    }

    /** Ticks these rows, and no other of the whole import. */
    public void tickOnly(UUID id, Collection<Integer> chosen) {
        jdbc.sql("update sheet_row set ticked = false where import_id = ?")
                .param(id)
                .update();
        var some = List.copyOf(new TreeSet<>(chosen));
        for (var from = 0; from < some.size(); from += AT_ONCE) {
            jdbc.sql("update sheet_row set ticked = true where import_id = :id and place in (:chosen)"
                            + " and verdict <> 'PROBLEM'")
                    .param("id", id)
                    .param("chosen", some.subList(from, Math.min(some.size(), from + AT_ONCE)))
                    .update();
        }
    }

    /** Whether it was in that state until now. */
    public boolean move(UUID id, Status from, Status to, Instant at) {
        var time = to == Status.APPLIED ? "applied_at" : to == Status.UNDONE ? "undone_at" : "begun_at";
        return jdbc.sql("update sheet_import set status = ?, " + time + " = ?, worked_at = current_timestamp,"
                                + " leased_by = null, leased_until = null where id = ? and status = ?")
                        .params(to.name(), Timestamp.from(at), id, from.name())
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    public List<UUID> atWork() {
        return jdbc.sql("select id from sheet_import where status in ('APPLYING', 'UNDOING')"
                        + " and (leased_until is null or leased_until < current_timestamp) order by made_at")
                .query(UUID.class)
                .list();
    }

    /** Whether nobody else works at it for the next minute. */
    public boolean lease(UUID id, UUID owner) {
        return jdbc.sql("update sheet_import set leased_by = :owner, worked_at = current_timestamp,"
                                + " leased_until = current_timestamp + interval '1' minute where id = :id"
                                + " and status in ('APPLYING', 'UNDOING') and (leased_by is null or leased_by = :owner"
                                + " or leased_until < current_timestamp)")
                        .param("owner", owner)
                        .param("id", id)
                        .update()
                == 1;
    }

    public void release(UUID id, UUID owner) {
        jdbc.sql("update sheet_import set leased_by = null, leased_until = null where id = ? and leased_by = ?")
                .params(id, owner)
                .update();
    }

    /** Whether nothing was known of it until now: each row is done once, whoever else is at it. */
    public boolean note(UUID id, int place, boolean back, String outcome, @Nullable String made) {
        var sql = back
                ? "update sheet_row set undo_outcome = ?, made = coalesce(?, made) where import_id = ? and place = ?"
                        + " and undo_outcome is null"
                : "update sheet_row set outcome = ?, made = ? where import_id = ? and place = ? and outcome is null";
        return jdbc.sql(sql).params(Arrays.asList(outcome, made, id, place)).update() == 1;
    }

    /** The countries of what was done. */
    @Transactional(readOnly = true)
    public List<String> countries(UUID id) {
        return jdbc.sql("select distinct c.country from sheet_row r join recommendation c on c.code = r.code"
                        + " where r.import_id = ? and r.outcome = 'DONE'")
                .param(id)
                .query(String.class)
                .list();
    }

    public void forgetOld(Instant before) {
        jdbc.sql("delete from sheet_import where made_at < ? and status not in ('APPLYING', 'UNDOING')")
                .param(Timestamp.from(before))
                .update();
    }

    /** How long nobody has worked at what is to be done, by id. */
    @Transactional(readOnly = true)
    public List<String> forgotten(Duration patience) {
        return jdbc.sql("select id, status from sheet_import where status in ('APPLYING', 'UNDOING')"
                        + " and worked_at < current_timestamp - interval '" + patience.toMinutes() + "' minute"
                        + " order by made_at")
                .query((row, number) -> "spreadsheet import %s: it is %s and nobody has worked at it for %d minutes"
                        .formatted(row.getString("id"), row.getString("status"), patience.toMinutes()))
                .list();
    }
}
