package org.rumbo.source;

import java.text.Normalizer;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rumbo.reading.PaperReading;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which paper a text is, where nobody said so, and the papers that items are cited from. */
@Component
class KnownPapers {
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9X]");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int WITH_THE_TITLE = 40;

    private final JdbcClient jdbc;
    private final Network network;
    private final Clock clock;

    KnownPapers(JdbcClient jdbc, Network network, Clock clock) {
        this.jdbc = jdbc;
        this.network = network;
        this.clock = clock;
    }

    private record Known(String key, String title, String isbn) {}

    /** By its number, then by its title; a paper that nobody knows gets the next free key of the year. */
    String keyOf(PaperReading reading) {
        return recognised(reading).orElseGet(this::nextKey);
    }

    private Optional<String> recognised(PaperReading reading) {
        var known = jdbc.sql("select paper_key, title, coalesce(isbn, '') as isbn from paper order by paper_key")
                .query((row, number) -> new Known(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        var lines = reading.lines();
        for (var paper : known) {
            var isbn = digits(paper.isbn());
            if (!isbn.isEmpty() && lines.stream().anyMatch(line -> digits(line).contains(isbn))) {
                return Optional.of(paper.key());
            }
        }
        var head = letters(String.join(" ", lines.subList(0, Math.min(WITH_THE_TITLE, lines.size()))));
        var title = reading.title() == null ? "" : letters(reading.title());
        return known.stream()
                .filter(paper -> {
                    var own = letters(paper.title());
                    return own.length() > 20 && (title.equals(own) || head.contains(own));
                })
                .map(Known::key)
                .findFirst();
    }

    private String nextKey() {
        var year = clock.instant().atZone(network.zone()).getYear();
        for (var number = 1; ; number++) {
            var key = network.key() + (number == 1 ? "" : number) + "-" + year;
            if (jdbc.sql("select (select count(*) from paper where paper_key = :key)"
                                    + " + (select count(*) from paper_import where paper_key = :key)")
                            .param("key", key)
                            .query(Long.class)
                            .single()
                    == 0) {
                return key;
            }
        }
    }

    private static String digits(String text) {
        return NO_DIGITS.matcher(text).replaceAll("");
    }

    private static String letters(String text) {
        return NO_LETTERS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    /** Makes the paper and its chapters known to whoever cites them; what is known already stays as it is. */
    void add(PaperImport paper) {
        var key = paper.paper();
        if (count("select count(*) from paper where paper_key = ?", key) == 0) {
            jdbc.sql("insert into paper (paper_key, title, language, isbn, published_in, publishers, founding)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            key,
                            paper.title() == null ? paper.fileName() : paper.title(),
                            paper.language().tag(),
                            null,
                            key.substring(key.lastIndexOf('-') + 1),
                            "",
                            ""))
                    .update();
        }
        record Row(int number, String country, String title, String authors) {}
        var chapters = jdbc.sql("select number, country, title, authors from import_chapter where import_id = ?"
                        + " and country is not null order by number")
                .param(paper.id())
                .query((row, index) -> new Row(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
        for (var chapter : chapters) {
            if (count("select count(*) from chapter where paper_key = ? and number = ?", key, chapter.number()) == 0
                    && count("select count(*) from country_team where country = ?", chapter.country()) > 0) {
                jdbc.sql("insert into chapter (paper_key, number, country, title, authors) values (?, ?, ?, ?, ?)")
                        .params(
                                key,
                                chapter.number(),
                                new CountryCode(chapter.country()).iso2(),
                                FirstWords.of(chapter.title(), 490),
                                FirstWords.of(chapter.authors(), 490))
                        .update();
            }
        }
    }

    private long count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Long.class).single();
    }
}
