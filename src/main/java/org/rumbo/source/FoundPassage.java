package org.rumbo.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.reading.Place;

/**
 * A passage as it was found, with its chapter's country.
 *
 * @param letter by which codes name it; in a later import the one that the same passage had before
 */
record FoundPassage(
        int number,
        int chapter,
        @Nullable String country,
        String mark,
        String letter,
        String text,
        String sha256,
        @Nullable String leadIn,
        Place place,
        String confidence,
        String warnings,
        Difference difference,
        @Nullable UUID earlierImport,
        @Nullable Integer earlierNumber) {

    static FoundPassage of(ResultSet row) throws SQLException {
        return new FoundPassage(
                row.getInt("number"),
                row.getInt("chapter"),
                row.getString("country"),
                row.getString("mark"),
                row.getString("letter"),
                row.getString("text"),
                row.getString("sha256"),
                row.getString("lead_in"),
                place(row),
                row.getString("confidence"),
                row.getString("warnings"),
                Difference.valueOf(row.getString("difference")),
                row.getObject("earlier_import", UUID.class),
                row.getObject("earlier_number", Integer.class));
    }

    static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getInt("first_line"),
                row.getInt("last_line"),
                row.getObject("first_page", Integer.class),
                row.getObject("last_page", Integer.class),
                row.getBoolean("page_derived"));
    }
}
