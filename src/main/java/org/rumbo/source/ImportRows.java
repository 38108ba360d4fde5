package org.rumbo.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of imports and of what is decided in them. */
@Component
class ImportRows {
    private static final String OPEN = "('READING', 'REVIEW', 'CREATING')";
    private static final String PASSAGES = "select p.*, c.country from import_passage p left join import_chapter c"
            + " on c.import_id = p.import_id and c.number = p.chapter where p.import_id = ?";
    /** Of unchanged ones nothing is to be decided. */
    private static final String UNDECIDED = "select count(*) from import_passage p where p.import_id = i.id"
            + " and p.difference <> 'UNCHANGED' and not exists (select 1 from passage_decision d"
            + " where d.import_id = p.import_id and d.passage = p.number)";

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, PaperCommand command, @Nullable UUID by, Instant at) {
        var file = command.file();
        jdbc.sql("insert into paper_import (id, paper_key, title, language, sha256, file_name, file_size, file_type,"
                        + " imported_by, imported_at, state, state_since, done, total, warnings, file_slot, paper_slot)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '[]', ?, ?)")
                .params(Arrays.asList(
                        id,
                        command.key(),
                        command.title(),
                        command.language().tag(),
                        file.sha256(),
                        file.name(),
                        file.size(),
                        file.type().name(),
                        by,
                        Timestamp.from(at),
                        ImportState.READING.name(),
                        Timestamp.from(at),
                        file.sha256(),
                        command.key()))
                .update();
    }

    PaperImport find(UUID id) {
        return jdbc.sql("select * from paper_import where id = ?")
                .param(id)
                .query((row, number) -> PaperImport.of(row))
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    /** Whoever changes an import holds its row, so that two are put in order. */
    PaperImport lock(UUID id) {
        return jdbc.sql("select * from paper_import where id = ? for update")
                .param(id)
                .query((row, number) -> PaperImport.of(row))
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    /** The import of the same file that is open or done. */
    Optional<PaperImport> ofFile(String sha256) {
        return jdbc.sql("select * from paper_import where file_slot = ?")
                .param(sha256)
                .query((row, number) -> PaperImport.of(row))
                .optional();
    }

    boolean isOpen(String paper) {
        return jdbc.sql("select count(*) from paper_import where paper_slot = ?")
                        .param(paper)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<UUID> latestDone(String paper) {
        return jdbc.sql("select id from paper_import where paper_key = ? and state = 'DONE'"
                        + " order by state_since desc, id fetch first 1 rows only")
                .param(paper)
                .query(UUID.class)
                .optional();
    }

    /** What is not open is in nobody's way: the paper can be imported again, and the file, unless it is done. */
    void move(UUID id, ImportState to, int total, Instant at) {
        jdbc.sql("update paper_import set state = ?, state_since = ?, done = 0, total = ?,"
                        + " file_slot = case when ? in ('FAILED', 'CANCELLED') then null else file_slot end,"
                        + " paper_slot = case when ? in " + OPEN + " then paper_key else null end where id = ?")
                .params(to.name(), Timestamp.from(at), total, to.name(), to.name(), id)
                .update();
    }

    void fail(UUID id, String reason, String arguments, Instant at) {
        move(id, ImportState.FAILED, 0, at);
        jdbc.sql("update paper_import set failure = ?, failure_arguments = ? where id = ?")
                .params(reason, arguments, id)
                .update();
    }

    void giveUp(UUID id, @Nullable String reason, Instant at) {
        move(id, ImportState.CANCELLED, 0, at);
        jdbc.sql("update paper_import set given_up_because = ? where id = ?")
                .params(Arrays.asList(reason, id))
                .update();
    }

    void describe(UUID id, String key, PaperFacts facts, UUID by, Instant at) {
        keep(id, key, facts);
        jdbc.sql("update paper_import set described_by = ?, described_at = ? where id = ?")
                .params(by, Timestamp.from(at), id)
                .update();
    }

    /** The paper's key while its import is open, and what it tells of itself. */
    void keep(UUID id, String key, PaperFacts facts) {
        jdbc.sql("update paper_import set paper_key = ?, paper_slot = ?, title = ?, language = ?, published_in = ?,"
                        + " publishers = ?, editors = ?, address = ?, isbn = ? where id = ?")
                .params(Arrays.asList(
                        key,
                        key,
                        facts.title(),
                        facts.language(),
                        facts.published(),
                        PaperFacts.joined(facts.publishers()),
                        PaperFacts.joined(facts.editors()),
                        facts.address(),
                        facts.isbn(),
                        id))
                .update();
    }

    int decided(UUID id) {
        return jdbc.sql("select count(*) from passage_decision where import_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    void progress(UUID id, int done, int total) {
        jdbc.sql("update paper_import set done = ?, total = ? where id = ?")
                .params(done, total, id)
                .update();
    }

    List<FoundPassage> passages(UUID id) {
        return jdbc.sql(PASSAGES + " order by p.number")
                .param(id)
                .query((row, number) -> FoundPassage.of(row))
                .list();
    }

    FoundPassage passage(UUID id, int number) {
        return jdbc.sql(PASSAGES + " and p.number = ?")
                .params(id, number)
                .query((row, index) -> FoundPassage.of(row))
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    int undecided(UUID id) {
        return jdbc.sql("select (" + UNDECIDED + ") from paper_import i where i.id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** Those of these imports that wait for directors. */
    List<ImportReading.Waiting> inReview(Collection<UUID> ids) {
        return jdbc.sql("select i.id, i.paper_key, i.title, (" + UNDECIDED + ") as undecided from paper_import i"
                        + " where i.id in (:ids) and i.state = :state")
                .param("ids", ids)
                .param("state", ImportState.REVIEW.name())
                .query((row, number) -> new ImportReading.Waiting(
                        row.getObject("id", UUID.class),
                        row.getString("paper_key"),
                        row.getString("title"),
                        row.getInt("undecided")))
                .list();
    }

    int count(UUID id, DecisionOfPassage.Verdict verdict) {
        return jdbc.sql("select count(*) from passage_decision where import_id = ? and decision = ?")
                .params(id, verdict.name())
                .query(Integer.class)
                .single();
    }

    boolean forget(UUID id, int passage) {
        jdbc.sql("delete from passage_item where import_id = ? and passage = ?")
                .params(id, passage)
                .update();
        return jdbc.sql("delete from passage_decision where import_id = ? and passage = ?")
                        .params(id, passage)
                        .update()
                > 0;
    }

    void decide(UUID id, DecisionOfPassage decision, List<PassageItem> items, UUID by, Instant at) {
        jdbc.sql("insert into passage_decision (import_id, passage, decision, reason, decided_by, decided_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id, decision.passage(), decision.verdict().name(), decision.reason(), by, Timestamp.from(at)))
                .update();
        for (var item : items) {
            jdbc.sql("insert into passage_item (import_id, passage, number, code, country, part, corrected, title,"
                            + " summary, themes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            id,
                            decision.passage(),
                            item.number(),
                            item.code(),
                            item.country(),
                            item.part(),
                            item.corrected(),
                            item.title(),
                            item.summary(),
                            String.join(",", item.themes())))
                    .update();
        }
    }

    /** The passage that already becomes the recommendation with that code. */
    Optional<Integer> passageOf(UUID id, String code) {
        return jdbc.sql("select passage from passage_item where import_id = ? and code = ?")
                .params(id, code)
                .query(Integer.class)
                .optional();
    }

    /** The first accepted passage whose recommendations are not there yet, and who accepted it. */
    record Next(int passage, UUID by) {}

    Optional<Next> next(UUID id) {
        return jdbc.sql("select passage, decided_by from passage_decision where import_id = ? and decision = 'ACCEPT'"
                        + " and carried_out_at is null order by passage fetch first 1 rows only")
                .param(id)
                .query((row, number) -> new Next(row.getInt("passage"), row.getObject("decided_by", UUID.class)))
                .optional();
    }

    List<PassageItem> items(UUID id, int passage) {
        return jdbc.sql("select * from passage_item where import_id = ? and passage = ? order by number")
                .params(id, passage)
                .query((row, index) -> item(row))
                .list();
    }

    static PassageItem item(ResultSet row) throws SQLException {
        var themes = row.getString("themes");
        var outcome = row.getString("outcome");
        return new PassageItem(
                row.getInt("number"),
                row.getString("code"),
                row.getString("country"),
                row.getObject("part", Integer.class),
                row.getString("corrected"),
                row.getString("title"),
                row.getString("summary"),
                themes.isEmpty() ? List.of() : List.of(themes.split(",")),
                outcome == null ? null : PassageItem.Outcome.valueOf(outcome));
    }

    void carriedOut(UUID id, int passage, PassageItem item, PassageItem.Outcome outcome) {
        jdbc.sql("update passage_item set outcome = ? where import_id = ? and passage = ? and number = ?")
                .params(outcome.name(), id, passage, item.number())
                .update();
    }

    void carriedOut(UUID id, int passage, Instant at) {
        jdbc.sql("update passage_decision set carried_out_at = ? where import_id = ? and passage = ?")
                .params(Timestamp.from(at), id, passage)
                .update();
        jdbc.sql("update paper_import set done = done + 1 where id = ?")
                .param(id)
                .update();
    }

    int outcomes(UUID id, PassageItem.Outcome outcome) {
        return jdbc.sql("select count(*) from passage_item where import_id = ? and outcome = ?")
                .params(id, outcome.name())
                .query(Integer.class)
                .single();
    }
}
