package org.rumbo.reporting;

import java.util.List;
import java.util.Set;
import org.rumbo.ledger.LedgerEvent;
import org.rumbo.team.CountryCode;

/**
 * What a report may be made of.
 *
 * @param countries in the order of the teams
 * @param full those of them whose items are read in full; of the others confirmed facts alone
 * @param proposals whether teams' own proposals are told of before they are under review
 */
record ReportScope(List<CountryCode> countries, Set<CountryCode> full, boolean proposals) {

    /** What may leave the network. */
    static ReportScope released(List<CountryCode> countries) {
        return new ReportScope(countries, Set.of(), false);
    }

    boolean needsFull() {
        return !full.isEmpty();
    }

    boolean needsReleased() {
        return full.size() < countries.size();
    }

    boolean readsInFull(CountryCode country) {
        return full.contains(country);
    }

    String view() {
        if (!needsReleased()) {
            return "FULL";
        }
        return needsFull() ? "PARTLY" : "RELEASED";
    }

    /** Whether an image taken with or without the full right belongs into the report. */
    boolean takes(LedgerEvent event, boolean inFull) {
        var image = ItemImage.of(event);
        return countries.contains(image.country())
                && readsInFull(image.country()) == inFull
                && (inFull || proposals || !image.isProposalOfTeam());
    }
}
