package org.rumbo.team;

import org.jspecify.annotations.Nullable;

/**
 * What a permission is asked for.
 *
 * @param country whose item it is; null for things of the whole network
 * @param state the letter of the item's state in the access matrix; null where no state matters
 * @param assigned whether the asking person is an evaluator assigned to the item
 * @param ofPaper whether the item stems from a paper rather than from a team
 */
public record AccessTarget(
        @Nullable CountryCode country, @Nullable Character state, boolean assigned, boolean ofPaper) {

    /** Something that belongs to no item and no country. */
    public static final AccessTarget NETWORK = new AccessTarget(null, null, false, true);

    public static AccessTarget country(CountryCode country) {
        return new AccessTarget(country, null, false, true);
    }
}
