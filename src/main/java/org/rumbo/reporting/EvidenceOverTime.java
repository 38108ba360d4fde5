package org.rumbo.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rumbo.ledger.LedgerEvent;
import org.rumbo.recommendation.TextErasure;
import org.rumbo.recommendation.Visibility;
import tools.jackson.databind.JsonNode;

/**
 * Who might see which evidence at the end of the report's last day: what was added, with the newest word on its visibility.
 * Its texts come from when it was added; everything else that is told of it may change.
 */
final class EvidenceOverTime {
    private final Map<String, JsonNode> opens = new HashMap<>();
    private final Map<String, JsonNode> newest = new HashMap<>();
    private final Map<String, String> texts;

    /** Takes the events in the order in which they were recorded. */
    EvidenceOverTime(List<LedgerEvent> events, Map<String, String> texts) {
        this.texts = texts;
        for (var event : events) {
            switch (event.action()) {
                case "evidence.add" -> {
                    opens.put(id(event.detail()), event.payload().path("opens"));
                    newest.put(id(event.detail()), event.detail());
                }
                case "evidence.release" -> newest.put(id(event.detail()), event.detail());
                case "claim.confirm" ->
                    event.detail().path("evidence").forEach(document -> newest.put(id(document), document));
                default -> {}
            }
        }
    }

    /** The evidence that a confirmed claim cites: all of it for those who read in full. */
    List<ImplementationReport.Document> citedBy(LedgerEvent confirmation, boolean inFull) {
        var documents = new ArrayList<ImplementationReport.Document>();
        confirmation.detail().path("evidence").forEach(cited -> {
            var known = newest.getOrDefault(id(cited), cited);
            if (inFull || isReleased(visibility(known))) {
                documents.add(document(known));
            }
        });
        return documents;
    }

    static boolean isReleased(String visibility) {
        return Visibility.valueOf(visibility).needsRelease();
    }

    private ImplementationReport.Document document(JsonNode detail) {
        var commitments = opens.get(id(detail));
        var title = commitments == null ? null : ItemImage.text(commitments.path("title"));
        var issuer = commitments == null ? null : ItemImage.text(commitments.path("issuer"));
        var url = commitments == null ? null : ItemImage.text(commitments.path("url"));
        return new ImplementationReport.Document(
                detail.path("type").asString(),
                title == null ? TextErasure.ERASED : texts.getOrDefault(title, TextErasure.ERASED),
                issuer == null ? null : texts.getOrDefault(issuer, TextErasure.ERASED),
                ItemImage.date(detail.path("issuedOn")),
                url == null ? null : texts.getOrDefault(url, TextErasure.ERASED),
                detail.path("strength").asString(),
                visibility(detail),
                ItemImage.text(detail.path("sha256")));
    }

    private static String visibility(JsonNode detail) {
        return detail.path("visibility").asString();
    }

    private static String id(JsonNode detail) {
        return detail.path("id").asString();
    }
}
