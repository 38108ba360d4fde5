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
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    Findings(ImportRows rows, JdbcTemplate jdbc, JsonMapper json) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes it all; says how many passages are to be decided. */
    int keep(PaperImport paper, String key, PaperReading reading) {
        jdbc.update(
                "update paper_import set paper_key = ?, paper_slot = ?, title = coalesce(title, ?), confidence = ?,"
                        + " warnings = ? where id = ?",
                key,
                key,
                reading.title() == null ? null : storable(FirstWords.of(reading.title(), 400)),
                reading.confidence().name(),
                warnings(reading.warnings()),
                paper.id());
        keepLines(paper.id(), reading);
        keepChapters(paper.id(), reading);
        keepSkipped(paper.id(), reading);
        return keepPassages(paper.id(), reading, rows.latestDone(key).orElse(null));
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
        return json.writeValueAsString(warnings.subList(0, Math.min(MOST_WARNINGS, warnings.size())).stream()
                .map(warning -> Map.of(
                        "kind",
                        warning.kind(),
                        "line",
                        warning.line(),
                        "arguments",
                        warning.arguments().stream()
                                .limit(5)
                                .map(argument -> storable(FirstWords.of(argument, 80)))
                                .toList()))
                .toList());
    }

    private static String mark(String mark) {
        return storable(mark.length() > 40 ? mark.substring(0, 40) : mark);
    }

    /** What a database cannot keep stands for itself no longer. */
    private static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
    }
}
