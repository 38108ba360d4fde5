package org.rumbo.recommendation;

import org.jspecify.annotations.Nullable;

/**
 * A column that keeps what people wrote about an item, and where it is erased when that is decided.
 *
 * @param rows which of the table's rows are the item's, with one {@code ?} for its id
 * @param kind the ledger calls the id of such a row so in its events; null where none names it
 * @param marker what stands there afterwards
 */
public record TextPlace(
        String table, String column, String rows, @Nullable String kind, String marker) {
    private static final String OF_ITEM = "recommendation_id = ?";

    /** In a table whose rows name their item themselves. */
    public static TextPlace of(String table, String column) {
        return of(table, column, OF_ITEM);
    }

    public static TextPlace of(String table, String column, String rows) {
        return new TextPlace(table, column, rows, null, TextErasure.ERASED);
    }

    /** Where events name the row, which is erased even if it was worded anew since. */
    public static TextPlace named(String table, String column, String kind) {
        return new TextPlace(table, column, OF_ITEM, kind, TextErasure.ERASED);
    }

    /** An address stays one, which leads nowhere (RFC 2606): pages and jobs follow what stands there. */
    static TextPlace address(String table, String column) {
        return new TextPlace(table, column, OF_ITEM, null, "https://erased.invalid/");
    }
}
