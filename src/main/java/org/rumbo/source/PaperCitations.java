package org.rumbo.source;

import java.util.Optional;
import org.rumbo.recommendation.Citations;
import org.rumbo.recommendation.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cites the papers that are kept here, with the chapter in which a recommendation stands. */
@Component
class PaperCitations implements Citations {
    private final JdbcClient jdbc;

    PaperCitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Citation> of(Source source) {
        return jdbc.sql("""
                select p.title, p.language, c.title as chapter, c.authors, p.published_in, p.isbn, p.publishers,
                p.editors, p.address
                from paper p left join chapter c on c.paper_key = p.paper_key and c.number = ?
                where p.paper_key = ?""")
                .params(source.chapter(), source.paper())
                .query((row, number) -> new Citation(
                        row.getString("title"),
                        row.getString("language"),
                        row.getString("chapter"),
                        row.getString("authors"),
                        row.getString("published_in"),
                        row.getString("isbn"),
                        row.getString("publishers"),
                        row.getString("editors"),
                        row.getString("address")))
                .optional();
    }
}
