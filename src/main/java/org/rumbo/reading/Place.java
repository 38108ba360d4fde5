package org.rumbo.reading;

import org.jspecify.annotations.Nullable;

/**
 * Where in the paper something stands.
 *
 * @param firstLine from 1, as the paper's lines are numbered in {@link PaperReading#lines()}
 * @param lastLine inclusive
 * @param firstPage the page as printed, else as counted; null where the paper tells no pages
 * @param pageDerived whether the page was worked out rather than printed or given by the file
 */
public record Place(
        int firstLine,
        int lastLine,
        @Nullable Integer firstPage,
        @Nullable Integer lastPage,
        boolean pageDerived) {}
