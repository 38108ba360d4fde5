package org.rumbo.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A heading of which its owner is to say what it means.
 *
 * @param place which sheet and column of the file it is, as the answer names it
 * @param sheet the sheet's name in the file
 * @param kind the kind of things that the sheet holds; null where that is to be said too
 * @param sample what stands first below it
 * @param suggestion what it probably means; null where nothing is like it, or it was left out the last time
 */
public record ColumnQuestion(
        String place,
        String sheet,
        @Nullable SheetKind kind,
        String heading,
        @Nullable String sample,
        @Nullable ColumnMeaning suggestion) {}
