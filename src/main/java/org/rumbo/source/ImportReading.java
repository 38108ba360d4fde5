package org.rumbo.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.WordChange;
import org.rumbo.shared.LongWork;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads imports with what was found and decided in them. */
@Service
@Transactional(readOnly = true)
public class ImportReading {
    private final ImportRows rows;
    private final KnownPapers papers;
    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final JsonMapper json;

    ImportReading(ImportRows rows, KnownPapers papers, JdbcClient jdbc, AccessPolicy policy, JsonMapper json) {
        this.rows = rows;
        this.papers = papers;
        this.jdbc = jdbc;
        this.policy = policy;
        this.json = json;
    }

    public ImportView read(UUID id, Actor actor) {
        policy.require(actor, Permission.PAPER_ACCEPT, AccessTarget.NETWORK);
        return read(id);
    }

    /** For whoever runs this installation. */
    public ImportView readOnCommand(UUID id) {
        return read(id);
    }

    /** An import that waits for directors. */
    public record Waiting(UUID id, String paper, @Nullable String title, int undecided) {}

    /** Those of these imports in which somebody may decide. */
    public List<Waiting> waiting(Collection<UUID> ids, Actor actor) {
        if (ids.isEmpty() || !policy.permits(actor, Permission.PAPER_ACCEPT, AccessTarget.NETWORK)) {
            return List.of();
        }
        var order = List.copyOf(ids);
        return rows.inReview(ids).stream()
                .sorted(Comparator.comparing(waiting -> order.indexOf(waiting.id())))
                .toList();
    }

    private ImportView read(UUID id) {
        var paper = rows.find(id);
        var passages = rows.passages(id);
        return new ImportView(
                id,
                paper.key(),
                paper.title(),
                paper.language().tag(),
                paper.fileName(),
                paper.fileSize(),
                paper.sha256(),
                paper.by(),
                paper.at(),
                paper.state(),
                work(paper),
                paper.failure() == null
                        ? null
                        : new ImportView.Failure(
                                paper.failure(), Objects.requireNonNullElse(paper.failureArguments(), "")),
                paper.givenUpBecause(),
                paper.confidence(),
                paper.state() == ImportState.REVIEW ? rows.undecided(id) : 0,
                rows.outcomes(id, PassageItem.Outcome.CREATED),
                rows.outcomes(id, PassageItem.Outcome.ATTACHED),
                chapters(id, passages),
                found(paper, passages),
                gone(id),
                skipped(id),
                doubts(paper.warnings()),
                paper.facts(),
                paper.imprint() == null
                        ? List.of()
                        : json.readValue(paper.imprint(), new TypeReference<List<ImportView.Told>>() {}),
                paper.described(),
                papers.isKnown(paper.paper()));
    }

    private static LongWork work(PaperImport paper) {
        var state =
                switch (paper.state()) {
                    case READING -> paper.total() == 0 ? LongWork.State.WAITING : LongWork.State.RUNNING;
                    case CREATING -> LongWork.State.RUNNING;
                    case REVIEW, DONE -> LongWork.State.DONE;
                    case FAILED, CANCELLED -> LongWork.State.FAILED;
                };
        return new LongWork(paper.done(), paper.total(), paper.since(), state);
    }

    private List<ImportView.ChapterFound> chapters(UUID id, List<FoundPassage> passages) {
        return jdbc.sql("select * from import_chapter where import_id = ? order by number")
                .param(id)
                .query((row, index) -> {
                    var number = row.getInt("number");
                    var authors = row.getString("authors");
                    return new ImportView.ChapterFound(
                            number,
                            row.getString("country"),
                            row.getString("title"),
                            authors.isEmpty() ? List.of() : Arrays.asList(authors.split("; ")),
                            (int) passages.stream()
                                    .filter(passage -> passage.chapter() == number)
                                    .count(),
                            row.getObject("heading_line", Integer.class),
                            FoundPassage.place(row),
                            row.getString("confidence"),
                            doubts(row.getString("warnings")));
                })
                .list();
    }

    private List<ImportView.PassageFound> found(PaperImport paper, List<FoundPassage> passages) {
        var decided = decided(paper.id());
        var codes = new HashMap<Integer, String>();
        for (var passage : passages) {
            if (passage.country() != null) {
                codes.put(passage.number(), paper.paper() + "-" + passage.country() + "-" + passage.letter());
            }
        }
        var existing = existing(codes.values());
        var earlier = earlier(paper.id());
        return passages.stream()
                .map(passage -> {
                    var before = passage.difference() == Difference.CHANGED ? earlier.get(passage.number()) : null;
                    var code = codes.get(passage.number());
                    return new ImportView.PassageFound(
                            passage.number(),
                            passage.chapter(),
                            passage.country(),
                            passage.mark(),
                            passage.letter(),
                            code,
                            code != null && existing.contains(code),
                            passage.text(),
                            passage.sha256(),
                            passage.leadIn(),
                            passage.place(),
                            passage.confidence(),
                            doubts(passage.warnings()),
                            passage.difference(),
                            before,
                            before == null ? List.of() : WordChange.between(before, passage.text()),
                            FirstWords.of(passage.text()),
                            decided.get(passage.number()));
                })
                .toList();
    }

    /** Which of these codes are recommendations already. */
    public Set<String> existing(Collection<String> codes) {
        return codes.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("select code from recommendation where code in (:codes)")
                        .param("codes", codes)
                        .query(String.class)
                        .list());
    }

    private Map<Integer, String> earlier(UUID id) {
        var earlier = new HashMap<Integer, String>();
        jdbc.sql("select p.number, e.text from import_passage p join import_passage e"
                        + " on e.import_id = p.earlier_import and e.number = p.earlier_number where p.import_id = ?")
                .param(id)
                .query(row -> {
                    earlier.put(row.getInt(1), row.getString(2));
                });
        return earlier;
    }

    private Map<Integer, ImportView.Decided> decided(UUID id) {
        var items = new HashMap<Integer, List<ImportView.Becomes>>();
        jdbc.sql("select * from passage_item where import_id = ? order by passage, number")
                .param(id)
                .query(row -> {
                    items.computeIfAbsent(row.getInt("passage"), none -> new ArrayList<>())
                            .add(becomes(ImportRows.item(row)));
                });
        var decided = new HashMap<Integer, ImportView.Decided>();
        jdbc.sql("select * from passage_decision where import_id = ?").param(id).query(row -> {
            decided.put(row.getInt("passage"), decided(row, items.getOrDefault(row.getInt("passage"), List.of())));
        });
        return decided;
    }

    private static ImportView.Decided decided(ResultSet row, List<ImportView.Becomes> items) throws SQLException {
        return new ImportView.Decided(
                DecisionOfPassage.Verdict.valueOf(row.getString("decision")),
                row.getString("reason"),
                row.getObject("decided_by", UUID.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getObject("carried_out_at") != null,
                items);
    }

    private static ImportView.Becomes becomes(PassageItem item) {
        return new ImportView.Becomes(
                item.code(),
                item.country(),
                item.part(),
                item.corrected(),
                item.title(),
                item.summary(),
                item.themes(),
                item.outcome() == null ? null : item.outcome().name());
    }

    private List<ImportView.Gone> gone(UUID id) {
        return jdbc.sql("select c.country, p.letter, p.text from import_gone g join import_passage p"
                        + " on p.import_id = g.earlier_import and p.number = g.earlier_number"
                        + " left join import_chapter c on c.import_id = p.import_id and c.number = p.chapter"
                        + " where g.import_id = ? order by p.number")
                .param(id)
                .query((row, index) -> new ImportView.Gone(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private List<ImportView.Skipped> skipped(UUID id) {
        return jdbc.sql("select * from import_skipped where import_id = ? order by number")
                .param(id)
                .query((row, index) -> new ImportView.Skipped(
                        row.getInt("chapter"),
                        row.getString("mark"),
                        row.getString("text"),
                        FoundPassage.place(row),
                        row.getString("reason")))
                .list();
    }

    private List<ImportView.Doubt> doubts(String warnings) {
        return json.readValue(warnings, new TypeReference<List<ImportView.Doubt>>() {});
    }
}
