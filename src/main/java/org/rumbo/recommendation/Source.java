package org.rumbo.recommendation;

import org.jspecify.annotations.Nullable;

/**
 * Where in a paper an item stands.
 *
 * @param paper the paper's key, such as {@code SPN-2019}
 * @param letter its enumerator in the chapter's list
 * @param page the page; null where it is not known
 * @param pageDerived whether the page was worked out rather than printed
 * @param actionability how directly it can be acted on: 1 minimal, 2 continuing, 3 considering, 4 general, 5 specific
 */
public record Source(
        String paper,
        int chapter,
        String letter,
        @Nullable Integer page,
        boolean pageDerived,
        @Nullable Integer actionability) {}
