package org.rumbo.reporting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rumbo.ledger.LedgerEvent;

/**
 * What a report is computed from.
 *
 * @param now per item the newest event that the readers may know, up to the end of the last day
 * @param before the same when the period began
 * @param acts steps, confirmations and evidence up to the end of the last day, oldest first
 * @param texts texts by commitment; what was erased is missing
 */
record ReportFacts(List<LedgerEvent> now, List<LedgerEvent> before, List<LedgerEvent> acts, Map<String, String> texts) {
    static final String CONFIRMED = "claim.confirm";
    static final String REOPENED = "item.reopen";
    static final String EVALUATED = "evaluation.approve";

    /** What moves an item or says who may see its evidence. */
    static final Set<String> ACTS = Set.of(CONFIRMED, REOPENED, EVALUATED, "evidence.add", "evidence.release");

    /** The commitments whose texts the report may need. */
    static Set<String> commitments(List<LedgerEvent> now, List<LedgerEvent> acts) {
        var commitments = new TreeSet<String>();
        now.forEach(event -> commitments.addAll(ItemImage.of(event).titles().values()));
        for (var act : acts) {
            var opens = act.payload().path("opens");
            switch (act.action()) {
                case "evidence.add" ->
                    List.of("title", "issuer", "url").forEach(field -> {
                        var commitment = ItemImage.text(opens.path(field));
                        if (commitment != null) {
                            commitments.add(commitment);
                        }
                    });
                case REOPENED -> {
                    var reason = ItemImage.text(opens.path("reason"));
                    if (reason != null) {
                        commitments.add(reason);
                    }
                }
                default -> {}
            }
        }
        return commitments;
    }
}
