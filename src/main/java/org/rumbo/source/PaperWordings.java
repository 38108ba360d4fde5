package org.rumbo.source;

import java.util.Optional;
import org.rumbo.recommendation.PaperWords;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the newest of the words that papers have for a recommendation. */
@Component
class PaperWordings implements PaperWords {
    private final JdbcClient jdbc;

    PaperWordings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Words> of(RecommendationCode code) {
        return jdbc.sql("select w.version, w.text, w.corrected, w.part, w.sha256, i.language, i.paper_key, p.chapter,"
                        + " p.letter, p.first_page, p.page_derived from wording w"
                        + " join recommendation r on r.id = w.recommendation_id"
                        + " join paper_import i on i.id = w.import_id"
                        + " join import_passage p on p.import_id = w.import_id and p.number = w.passage"
                        + " where r.code = ? order by w.version desc fetch first 1 rows only")
                .param(code.value())
                .query((row, number) -> new Words(
                        row.getString("text"),
                        row.getString("corrected"),
                        row.getObject("part") != null,
                        row.getString("language"),
                        row.getString("sha256"),
                        new Source(
                                row.getString("paper_key"),
                                row.getInt("chapter"),
                                row.getString("letter"),
                                row.getObject("first_page", Integer.class),
                                row.getBoolean("page_derived"),
                                null),
                        row.getInt("version")))
                .optional();
    }
}
