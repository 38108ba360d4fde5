package org.rumbo.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a paper is called, and who published it when: what citations are made of.
 *
 * @param published year and month, such as {@code 2019-12}, or the year alone; null where it is not known, as with the others
 * @param address of the paper on the web
 */
public record PaperFacts(
        @Nullable String title,
        String language,
        @Nullable String published,
        List<String> publishers,
        List<String> editors,
        @Nullable String address,
        @Nullable String isbn) {
    private static final String BETWEEN = "; ";

    static PaperFacts of(ResultSet row) throws SQLException {
        return new PaperFacts(
                row.getString("title"),
                row.getString("language"),
                row.getString("published_in"),
                parts(row.getString("publishers")),
                parts(row.getString("editors")),
                row.getString("address"),
                row.getString("isbn"));
    }

    static List<String> parts(@Nullable String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(";"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    static String joined(List<String> parts) {
        return String.join(BETWEEN, parts);
    }

    /** What others say where this one is silent. */
    PaperFacts orElse(PaperFacts others) {
        return new PaperFacts(
                title == null ? others.title : title,
                language,
                published == null ? others.published : published,
                publishers.isEmpty() ? others.publishers : publishers,
                editors.isEmpty() ? others.editors : editors,
                address == null ? others.address : address,
                isbn == null ? others.isbn : isbn);
    }
}
