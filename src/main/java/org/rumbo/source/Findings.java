package org.rumbo.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.reading.Chapter;
import org.rumbo.reading.Confidence;
import org.rumbo.reading.Imprint;
import org.rumbo.reading.PaperReading;
import org.rumbo.reading.Place;
import org.rumbo.reading.Warning;
import org.rumbo.shared.Sha256;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what was found in a paper, beside what was found in it before. */
@Component
class Findings {
    private static final int MOST_WARNINGS = 200;
    private static final int MOST_OF_A_TITLE = 1900;
    private static final int BATCH = 500;

    private final ImportRows rows;
    private final KnownPapers papers;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    Findings(ImportRows rows, KnownPapers papers, JdbcTemplate jdbc, JsonMapper json) {
        this.rows = rows;
        this.papers = papers;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes it all; says how many passages are to be decided. */
    int keep(PaperImport paper, String key, PaperReading reading) {
        var known = papers.facts(key);
        var told = told(reading.imprint());
        rows.keep(paper.id(), key, facts(paper, known.orElse(null), told));
        var doubts = new ArrayList<Map<String, ?>>(written(reading.warnings()));
        var other = known.map(PaperFacts::title)
                .filter(title -> reading.title() != null && papers.isAnother(title, reading));
        other.ifPresent(title ->
                doubts.add(Map.of("kind", "PAPER_DIFFERS", "line", 0, "arguments", List.of(FirstWords.of(title, 80)))));
        jdbc.update(
                "update paper_import set imprint = ?, confidence = ?, warnings = ? where id = ?",
                json.writeValueAsString(told),
                other.isPresent() ? Confidence.LOW.name() : reading.confidence().name(),
                json.writeValueAsString(doubts),
                paper.id());
        keepLines(paper.id(), reading);
        keepChapters(paper.id(), reading);
        keepSkipped(paper.id(), reading);
        return keepPassages(paper.id(), reading, rows.latestDone(key).orElse(null));
    }

    /** What was typed stands, then what is known here of the paper, then what was read, unless that is hardly a guess. */
    private static PaperFacts facts(PaperImport paper, @Nullable PaperFacts known, List<ImportView.Told> told) {
        var read = new PaperFacts(
                sure(told, "title"),
                paper.language().tag(),
                sure(told, "published"),
                PaperFacts.parts(sure(told, "publishers")),
                PaperFacts.parts(sure(told, "editors")),
                sure(told, "address"),
                sure(told, "isbn"));
        return (known == null ? paper.facts() : paper.facts().orElse(known)).orElse(read);
    }

    private static @Nullable String sure(List<ImportView.Told> told, String field) {
        return told.stream()
                .filter(one -> one.field().equals(field) && !one.confidence().equals(Confidence.LOW.name()))
                .map(ImportView.Told::value)
                .findFirst()
                .orElse(null);
    }

    private static List<ImportView.Told> told(Imprint imprint) {
        var told = new ArrayList<ImportView.Told>();
        add(told, "title", imprint.title(), 400);
        add(told, "published", imprint.published(), 7);
        add(told, "publishers", imprint.publishers(), 900);
        add(told, "editors", imprint.editors(), 900);
        add(told, "address", imprint.address(), 500);
        add(told, "isbn", imprint.isbn(), 20);
        add(told, "language", imprint.language(), 2);
        return told;
    }

    /** An address or a number that is cut is none. */
    private static void add(List<ImportView.Told> told, String field, Imprint.@Nullable Told one, int most) {
        var prose = field.equals("title") || field.equals("publishers") || field.equals("editors");
        var usable = one != null
                && (prose || one.value().length() <= most)
                && (!field.equals("address") || PaperDescription.isOnTheWeb(one.value()));
        if (one != null && usable) {
            told.add(new ImportView.Told(
                    field,
                    storable(FirstWords.of(one.value(), most)),
                    one.confidence().name(),
                    one.line()));
        }
    }

    private void keepLines(UUID id, PaperReading reading) {
        var lines = new ArrayList<Object[]>();
        for (var i = 0; i < reading.lines().size(); i++) {
            var page = reading.linePages().get(i);
            lines.add(new @Nullable Object[] {
                id, i + 1, page == 0 ? null : page, storable(reading.lines().get(i))
            });
        }
        write("insert into import_line (import_id, number, page, text) values (?, ?, ?, ?)", lines);
    }

    private void keepChapters(UUID id, PaperReading reading) {
        var chapters = new ArrayList<Object[]>();
        for (var chapter : reading.chapters()) {
            var place = chapter.place();
            chapters.add(new @Nullable Object[] {
                id,
                chapter.number(),
                chapter.country(),
                storable(FirstWords.of(chapter.title(), MOST_OF_A_TITLE)),
                storable(FirstWords.of(String.join("; ", chapter.authors()), MOST_OF_A_TITLE)),
                place.firstLine(),
                place.lastLine(),
                place.firstPage(),
                place.lastPage(),
                place.pageDerived(),
                chapter.heading() == null ? null : chapter.heading().firstLine(),
                chapter.confidence().name(),
                warnings(chapter.warnings())
            });
        }
        write(
                "insert into import_chapter (import_id, number, country, title, authors, first_line, last_line,"
                        + " first_page, last_page, page_derived, heading_line, confidence, warnings)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                chapters);
    }

    private void keepSkipped(UUID id, PaperReading reading) {
        var skipped = new ArrayList<Object[]>();
        for (var item : reading.skipped()) {
            var row = new ArrayList<@Nullable Object>(
                    Arrays.asList(id, skipped.size() + 1, item.chapter(), mark(item.mark()), storable(item.text())));
            row.addAll(place(item.place()));
            row.add(item.reason().name());
            skipped.add(row.toArray());
        }
        write(
                "insert into import_skipped (import_id, number, chapter, mark, text, first_line, last_line, first_page,"
                        + " last_page, page_derived, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                skipped);
    }

    private int keepPassages(UUID id, PaperReading reading, @Nullable UUID before) {
        var countries = new HashMap<Integer, String>();
        for (Chapter chapter : reading.chapters()) {
            countries.put(chapter.number(), Objects.requireNonNullElse(chapter.country(), ""));
        }
        var earlier = before == null ? List.<FoundPassage>of() : rows.passages(before);
        var compared = Comparison.of(reading.passages(), countries, earlier);
        var found = new ArrayList<Object[]>();
        for (var one : compared.passages()) {
            var passage = one.passage();
            var text = storable(passage.text());
            var row = new ArrayList<@Nullable Object>(Arrays.asList(
                    id,
                    found.size() + 1,
                    passage.chapter(),
                    mark(passage.mark()),
                    one.letter(),
                    text,
                    Sha256.hex(text.getBytes(StandardCharsets.UTF_8)),
                    passage.leadIn() == null ? null : storable(passage.leadIn())));
            row.addAll(place(passage.place()));
            row.add(passage.confidence().name());
            row.add(warnings(passage.warnings()));
            row.add(one.difference().name());
            row.add(one.earlier() == null ? null : before);
            row.add(one.earlier() == null ? null : one.earlier().number());
            found.add(row.toArray());
        }
        write(
                "insert into import_passage (import_id, number, chapter, mark, letter, text, sha256, lead_in, first_line,"
                        + " last_line, first_page, last_page, page_derived, confidence, warnings, difference,"
                        + " earlier_import, earlier_number) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                found);
        write(
                "insert into import_gone (import_id, earlier_import, earlier_number) values (?, ?, ?)",
                compared.gone().stream()
                        .map(gone -> new @Nullable Object[] {id, before, gone.number()})
                        .toList());
        return rows.undecided(id);
    }

    private void write(String sql, List<@Nullable Object[]> all) {
        for (var from = 0; from < all.size(); from += BATCH) {
            jdbc.batchUpdate(sql, all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

    private static List<@Nullable Object> place(Place place) {
        return Arrays.asList(
                place.firstLine(), place.lastLine(), place.firstPage(), place.lastPage(), place.pageDerived());
    }

    private String warnings(List<Warning> warnings) {
        return json.writeValueAsString(written(warnings));
    }

    private static List<Map<String, ?>> written(List<Warning> warnings) {
        return warnings.subList(0, Math.min(MOST_WARNINGS, warnings.size())).stream()
                .<Map<String, ?>>map(warning -> Map.of(
                        "kind",
                        warning.kind(),
                        "line",
                        warning.line(),
                        "arguments",
                        warning.arguments().stream()
                                .limit(5)
                                .map(argument -> storable(FirstWords.of(argument, 80)))
                                .toList()))
                .toList();
    }

    private static String mark(String mark) {
        return storable(mark.length() > 40 ? mark.substring(0, 40) : mark);
    }

    /** What a database cannot keep stands for itself no longer. */
    private static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
    }
}
