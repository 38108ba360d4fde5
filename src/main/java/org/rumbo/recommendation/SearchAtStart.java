package org.rumbo.recommendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes what the search looks at anew where it was made by older rules, or not at all. */
@Component
@Order(-10)
@ConditionalOnProperty(name = "rumbo.serving", matchIfMissing = true)
class SearchAtStart implements ApplicationRunner {
    /** Rises with every change of how texts are folded or gathered. */
    static final int RULES = 1;

    private static final Logger LOG = LoggerFactory.getLogger(SearchAtStart.class);
    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final Recommendations recommendations;
    private final SearchIndex index;
    private final TransactionTemplate transaction;

    SearchAtStart(
            JdbcClient jdbc, Recommendations recommendations, SearchIndex index, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.recommendations = recommendations;
        this.index = index;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var rules = jdbc.sql("select version from search_version")
                .query(Integer.class)
                .single();
        if (rules == RULES) {
            return;
        }
        var done = 0;
        var last = "";
        while (true) {
            var codes = after(last);
            if (codes.isEmpty()) {
                break;
            }
            transaction.executeWithoutResult(status -> codes.forEach(this::refresh));
            done += codes.size();
            last = codes.get(codes.size() - 1);
        }
        jdbc.sql("update search_version set version = ?").param(RULES).update();
        if (done > 0) {
            LOG.info("What the search looks at was made anew for {} recommendations", done);
        }
    }

    private List<String> after(String last) {
        return jdbc.sql("select code from recommendation_listing where audience = 'FULL' and code > ? order by code"
                        + " fetch first " + AT_ONCE + " rows only")
                .param(last)
                .query(String.class)
                .list();
    }

    /** The row is locked, so two nodes that start at once take turns. */
    private void refresh(String code) {
        recommendations.findForChange(new RecommendationCode(code)).ifPresent(item -> {
            heads(code);
            index.refresh(item);
        });
    }

    private void heads(String code) {
        jdbc.sql("select audience, code, title_en, title_es, title_pt from recommendation_listing where code = ?")
                .param(code)
                .query((row, number) -> Map.entry(row.getString("audience"), head(row)))
                .list()
                .forEach(head -> jdbc.sql(
                                "update recommendation_listing set search_text = ? where code = ? and audience = ?")
                        .params(head.getValue(), code, head.getKey())
                        .update());
    }

    private static String head(ResultSet row) throws SQLException {
        var words = new StringBuilder(row.getString("code"));
        for (var title : List.of("title_en", "title_es", "title_pt")) {
            words.append(' ').append(Objects.requireNonNullElse(row.getString(title), ""));
        }
        return SearchText.fold(words.toString());
    }
}
