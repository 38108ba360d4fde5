package org.rumbo.source;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads papers, and what they say in their own words. */
@Service
@Transactional(readOnly = true)
public class PaperLibrary {
    private static final int AROUND = 6;

    private final JdbcClient jdbc;
    private final RecommendationReader recommendations;
    private final AccessPolicy policy;

    PaperLibrary(JdbcClient jdbc, RecommendationReader recommendations, AccessPolicy policy) {
        this.jdbc = jdbc;
        this.recommendations = recommendations;
        this.policy = policy;
    }

    /** All papers by their keys, also those that are only being imported. */
    public List<PaperView> list(Actor actor) {
        policy.requireSomewhere(actor, Permission.PAPER_READ);
        return jdbc
                .sql("select paper_key from paper union select paper_key from paper_import where paper_key is not null"
                        + " order by 1")
                .query(String.class)
                .list()
                .stream()
                .flatMap(key -> find(key, actor).stream())
                .toList();
    }

    public PaperView read(String key, Actor actor) {
        policy.requireSomewhere(actor, Permission.PAPER_READ);
        return find(key, actor).orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    private Optional<PaperView> find(String key, Actor actor) {
        var imports = policy.permits(actor, Permission.PAPER_IMPORT, AccessTarget.NETWORK)
                ? imports(key)
                : List.<PaperView.Import>of();
        var kept = jdbc.sql("select title, language, published_in, isbn from paper where paper_key = ?")
                .param(key)
                .query((row, number) -> new PaperView(
                        key,
                        row.getString("title"),
                        row.getString("language"),
                        row.getString("published_in"),
                        row.getString("isbn"),
                        chapters(key),
                        imports))
                .optional();
        return kept.isPresent() || imports.isEmpty() ? kept : Optional.of(unread(key, imports));
    }

    /** Nothing of it is tracked yet. */
    private PaperView unread(String key, List<PaperView.Import> imports) {
        return jdbc.sql("select coalesce(title, file_name) as title, language from paper_import where id = ?")
                .param(imports.get(0).id())
                .query((row, number) -> new PaperView(
                        key, row.getString("title"), row.getString("language"), "", null, List.of(), imports))
                .single();
    }

    private List<PaperView.Import> imports(String key) {
        return jdbc.sql("select id, file_name, state, imported_at from paper_import where paper_key = ?"
                        + " order by imported_at desc, id")
                .param(key)
                .query((row, number) -> new PaperView.Import(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        ImportState.valueOf(row.getString("state")),
                        row.getObject("imported_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Imports that are not known to be of any paper yet, or could not be read; the newest first. */
    public List<PaperView.Import> unassigned(Actor actor) {
        policy.require(actor, Permission.PAPER_IMPORT, AccessTarget.NETWORK);
        return jdbc.sql("select id, file_name, state, imported_at from paper_import where paper_key is null"
                        + " order by imported_at desc, id fetch first 50 rows only")
                .query((row, number) -> new PaperView.Import(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        ImportState.valueOf(row.getString("state")),
                        row.getObject("imported_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<PaperView.Chapter> chapters(String key) {
        return jdbc.sql("select c.number, c.country, c.title, c.authors, (select count(*) from recommendation r"
                        + " where r.paper_key = c.paper_key and r.chapter = c.number) as items"
                        + " from chapter c where c.paper_key = ? order by c.number")
                .param(key)
                .query((row, number) -> new PaperView.Chapter(
                        row.getInt("number"),
                        row.getString("country"),
                        row.getString("title"),
                        row.getString("authors"),
                        row.getInt("items")))
                .list();
    }

    /** Every version of a recommendation's words in its paper, the newest first; empty where nobody imported the paper. */
    public List<WordingView> wordings(RecommendationCode code, Actor actor) {
        recommendations.read(code, actor);
        return jdbc.sql("select w.*, i.paper_key, i.language, p.chapter, p.mark, p.letter, p.lead_in, p.first_line,"
                        + " p.last_line, p.first_page, p.last_page, p.page_derived from wording w"
                        + " join recommendation r on r.id = w.recommendation_id"
                        + " join paper_import i on i.id = w.import_id"
                        + " join import_passage p on p.import_id = w.import_id and p.number = w.passage"
                        + " where r.code = ? order by w.version desc")
                .param(code.value())
                .query((row, number) -> {
                    var place = FoundPassage.place(row);
                    return new WordingView(
                            row.getInt("version"),
                            row.getString("paper_key"),
                            row.getInt("chapter"),
                            row.getString("mark"),
                            row.getString("letter"),
                            row.getObject("part", Integer.class),
                            row.getString("language"),
                            row.getString("text"),
                            row.getString("sha256"),
                            row.getString("corrected"),
                            row.getString("lead_in"),
                            place,
                            row.getObject("attached_at", OffsetDateTime.class).toInstant(),
                            lines(row.getObject("import_id", UUID.class), place.firstLine(), place.lastLine()));
                })
                .list();
    }

    /** A passage of an import among the lines around it, for whoever decides on it. */
    public List<WordingView.Line> around(UUID paperImport, int first, int last, Actor actor) {
        policy.require(actor, Permission.PAPER_ACCEPT, AccessTarget.NETWORK);
        return lines(paperImport, first, last);
    }

    private List<WordingView.Line> lines(UUID paperImport, int first, int last) {
        return jdbc.sql("select number, page, text from import_line where import_id = ?"
                        + " and number between ? and ? order by number")
                .params(paperImport, first - AROUND, last + AROUND)
                .query((row, number) -> new WordingView.Line(
                        row.getInt("number"),
                        row.getObject("page", Integer.class),
                        row.getString("text"),
                        row.getInt("number") >= first && row.getInt("number") <= last))
                .list();
    }
}
