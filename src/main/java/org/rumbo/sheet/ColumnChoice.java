package org.rumbo.sheet;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says that a heading means which is none of ours.
 *
 * @param sheet the sheet's name in the file; null for any
 * @param heading as it stands in the file, in capitals or not
 * @param layout the key of the layout
 * @param column the key of its column
 */
public record ColumnChoice(@Nullable String sheet, String heading, String layout, String column) {
    boolean isOf(String name, SheetLayout of) {
        return layout.equals(of.key()) && (sheet == null || sheet.equals(name));
    }

    boolean isCalled(String text) {
        return ShownChoices.loose(heading).equals(ShownChoices.loose(text));
    }
}
