package org.rumbo.source;

import java.util.Optional;
import org.rumbo.recommendation.PaperWords;
import org.rumbo.recommendation.RecommendationCode;
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
        return jdbc.sql("select w.version, w.text, w.corrected, w.part, w.sha256, i.language from wording w"
                        + " join recommendation r on r.id = w.recommendation_id"
                        + " join paper_import i on i.id = w.import_id"
                        + " where r.code = ? order by w.version desc fetch first 1 rows only")
                .param(code.value())
                .query((row, number) -> new Words(
                        row.getString("text"),
                        row.getString("corrected"),
                        row.getObject("part") != null,
                        row.getString("language"),
                        row.getString("sha256"),
                        row.getInt("version")))
                .optional();
    }
}
