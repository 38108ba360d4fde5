package org.rumbo.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private static final String VERSIONS = " from wording w join recommendation r on r.id = w.recommendation_id"
            + " join paper_import i on i.id = w.import_id"
            + " join import_passage p on p.import_id = w.import_id and p.number = w.passage where r.code = ?";

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
        return papers(null, actor);
    }

    public PaperView read(String key, Actor actor) {
        policy.requireSomewhere(actor, Permission.PAPER_READ);
        return papers(key, actor).stream().findFirst().orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    /** An import, and what its paper would be called if it were known. */
    private record Begun(String key, String title, String language, PaperView.Import view) {}

    private record Placed(String key, PaperView.Chapter chapter) {}

    /**
     * As many statements for many papers as for one.
     *
     * @param only the key of the one that is asked for; null for all
     */
    private List<PaperView> papers(@Nullable String only, Actor actor) {
        var imports = policy.permits(actor, Permission.PAPER_IMPORT, AccessTarget.NETWORK)
                ? begun(only).stream().collect(Collectors.groupingBy(Begun::key))
                : Map.<String, List<Begun>>of();
        var chapters = chapters(only).stream()
                .collect(Collectors.groupingBy(
                        Placed::key, Collectors.mapping(Placed::chapter, Collectors.toUnmodifiableList())));
        var papers = new TreeMap<String, PaperView>();
        imports.forEach((key, theirs) -> papers.put(key, unread(key, theirs)));
        of("select paper_key, title, language, published_in, isbn, publishers, editors, address from paper", only, "")
                .query(row -> {
                    var key = row.getString("paper_key");
                    papers.put(
                            key,
                            new PaperView(
                                    key,
                                    row.getString("title"),
                                    row.getString("language"),
                                    row.getString("published_in"),
                                    row.getString("isbn"),
                                    PaperFacts.parts(row.getString("publishers")),
                                    PaperFacts.parts(row.getString("editors")),
                                    row.getString("address"),
                                    chapters.getOrDefault(key, List.of()),
                                    views(imports.getOrDefault(key, List.of()))));
                });
        return List.copyOf(papers.values());
    }

    /** Nothing of it is tracked yet: it is called what its newest import says. */
    private static PaperView unread(String key, List<Begun> imports) {
        var newest = imports.get(0);
        return new PaperView(
                key,
                newest.title(),
                newest.language(),
                "",
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                views(imports));
    }

    private static List<PaperView.Import> views(List<Begun> imports) {
        return imports.stream().map(Begun::view).toList();
    }

    private List<Begun> begun(@Nullable String only) {
        return of(
                        "select id, file_name, state, imported_at, paper_key, coalesce(title, file_name) as title, language"
                                + " from paper_import",
                        only,
                        " order by imported_at desc, id")
                .query((row, number) -> new Begun(
                        row.getString("paper_key"), row.getString("title"), row.getString("language"), view(row)))
                .list();
    }

    /** Imports that are not known to be of any paper yet, or could not be read; the newest first. */
    public List<PaperView.Import> unassigned(Actor actor) {
        policy.require(actor, Permission.PAPER_IMPORT, AccessTarget.NETWORK);
        return jdbc.sql("select id, file_name, state, imported_at from paper_import where paper_key is null"
                        + " order by imported_at desc, id fetch first 50 rows only")
                .query((row, number) -> view(row))
                .list();
    }

    private static PaperView.Import view(ResultSet row) throws SQLException {
        return new PaperView.Import(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                ImportState.valueOf(row.getString("state")),
                row.getObject("imported_at", OffsetDateTime.class).toInstant());
    }

    private List<Placed> chapters(@Nullable String only) {
        return of(
                        "select paper_key, number, country, title, authors, (select count(*) from recommendation r"
                                + " where r.paper_key = c.paper_key and r.chapter = c.number) as items from chapter c",
                        only,
                        " order by number")
                .query((row, number) -> new Placed(
                        row.getString("paper_key"),
                        new PaperView.Chapter(
                                row.getInt("number"),
                                row.getString("country"),
                                row.getString("title"),
                                row.getString("authors"),
                                row.getInt("items"))))
                .list();
    }

    /** Of one paper or of all that have a key. */
    private JdbcClient.StatementSpec of(String select, @Nullable String only, String order) {
        return only == null
                ? jdbc.sql(select + " where paper_key is not null" + order)
                : jdbc.sql(select + " where paper_key = ?" + order).param(only);
    }

    /** Every version of a recommendation's words in its paper, the newest first; empty where nobody imported the paper. */
    public List<WordingView> wordings(RecommendationCode code, Actor actor) {
        recommendations.read(code, actor);
        var around = linesByVersion(code);
        return jdbc.sql("select w.*, i.paper_key, i.language, p.chapter, p.mark, p.letter, p.lead_in, p.first_line,"
                        + " p.last_line, p.first_page, p.last_page, p.page_derived" + VERSIONS
                        + " order by w.version desc")
                .param(code.value())
                .query((row, number) -> new WordingView(
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
                        FoundPassage.place(row),
                        row.getObject("attached_at", OffsetDateTime.class).toInstant(),
                        around.getOrDefault(row.getInt("version"), List.of())))
                .list();
    }

    /** One statement for all versions. */
    private Map<Integer, List<WordingView.Line>> linesByVersion(RecommendationCode code) {
        var lines = new HashMap<Integer, List<WordingView.Line>>();
        var around = "select w.version, p.first_line, p.last_line, l.number, l.page, l.text"
                + VERSIONS.replace(
                        " where ",
                        " join import_line l on l.import_id = w.import_id"
                                + " and l.number between p.first_line - " + AROUND + " and p.last_line + " + AROUND
                                + " where ")
                + " order by w.version, l.number";
        jdbc.sql(around).param(code.value()).query(row -> {
            lines.computeIfAbsent(row.getInt("version"), none -> new ArrayList<>())
                    .add(line(row, row.getInt("first_line"), row.getInt("last_line")));
        });
        return lines;
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
                .query((row, number) -> line(row, first, last))
                .list();
    }

    private static WordingView.Line line(ResultSet row, int first, int last) throws SQLException {
        var number = row.getInt("number");
        return new WordingView.Line(
                number, row.getObject("page", Integer.class), row.getString("text"), number >= first && number <= last);
    }
}
