package org.rumbo.source;

import java.text.Normalizer;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
    private static final int SHORT_TITLE = 20;

    private final JdbcClient jdbc;
    private final Network network;
    private final Clock clock;

    KnownPapers(JdbcClient jdbc, Network network, Clock clock) {
        this.jdbc = jdbc;
        this.network = network;
        this.clock = clock;
    }

    private record Known(String key, String title, String isbn) {}

    /** By its number, then by its title; for a paper that nobody knows a key is proposed of its title and year. */
    String keyOf(PaperImport paper, PaperReading reading) {
        return recognised(reading).orElseGet(() -> proposed(paper, reading));
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
        var head = head(reading);
        var title = reading.title() == null ? "" : letters(reading.title());
        return known.stream()
                .filter(paper -> {
                    var own = letters(paper.title());
                    return own.length() > SHORT_TITLE && (title.equals(own) || head.contains(own));
                })
                .map(Known::key)
                .findFirst();
    }

    private String proposed(PaperImport paper, PaperReading reading) {
        var published = reading.imprint().published();
        var year = published == null
                ? String.valueOf(clock.instant().atZone(network.zone()).getYear())
                : published.value().substring(0, 4);
        var title = paper.title() == null ? reading.title() : paper.title();
        var letters = title == null ? "" : ProposedKey.of(title);
        return ProposedKey.free(letters.isEmpty() ? network.key() : letters, year, this::isTaken);
    }

    /** Whether recommendations of the paper are tracked. */
    boolean isKnown(String key) {
        return count("select count(*) from paper where paper_key = ?", key) > 0;
    }

    /** Whether a paper or an import has that key. */
    boolean isTaken(String key) {
        return isKnown(key) || count("select count(*) from paper_import where paper_key = ?", key) > 0;
    }

    /** What is known here of a paper. */
    Optional<PaperFacts> facts(String key) {
        return jdbc.sql("select title, language, published_in, publishers, editors, address, isbn from paper"
                        + " where paper_key = ?")
                .param(key)
                .query((row, number) -> PaperFacts.of(row))
                .optional();
    }

    /** Whether a text has a title that is not this one, and this one nowhere at its beginning. */
    boolean isAnother(String title, PaperReading reading) {
        var own = letters(title);
        var read = letters(String.valueOf(reading.title()));
        return own.length() > SHORT_TITLE
                && !read.contains(own)
                && !own.contains(read)
                && !head(reading).contains(own);
    }

    private static String head(PaperReading reading) {
        var lines = reading.lines();
        return letters(String.join(" ", lines.subList(0, Math.min(WITH_THE_TITLE, lines.size()))));
    }

    private static String digits(String text) {
        return NO_DIGITS.matcher(text).replaceAll("");
    }

    private static String letters(String text) {
        return NO_LETTERS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    /** Makes the paper and its chapters known to whoever cites them; what is known stays, unless a director corrected it. */
    void add(PaperImport paper) {
        var key = paper.paper();
        if (!isKnown(key)) {
            jdbc.sql("insert into paper (title, language, published_in, publishers, editors, address, isbn, founding,"
                            + " paper_key) values (?, ?, ?, ?, ?, ?, ?, '', ?)")
                    .params(columns(paper))
                    .update();
        } else if (paper.described()) {
            jdbc.sql("update paper set title = ?, language = ?, published_in = ?, publishers = ?, editors = ?,"
                            + " address = ?, isbn = ? where paper_key = ?")
                    .params(columns(paper))
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

    private static List<@Nullable Object> columns(PaperImport paper) {
        var key = paper.paper();
        var facts = paper.facts();
        return Arrays.asList(
                facts.title() == null ? paper.fileName() : facts.title(),
                facts.language(),
                facts.published() == null ? key.substring(key.lastIndexOf('-') + 1) : facts.published(),
                PaperFacts.joined(facts.publishers()),
                PaperFacts.joined(facts.editors()),
                facts.address(),
                facts.isbn(),
                key);
    }

    private long count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Long.class).single();
    }
}
