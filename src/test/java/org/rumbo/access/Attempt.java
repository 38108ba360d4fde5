package org.rumbo.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way of asking for something. What it sends is refused by its content where the matrix allows it, so that it leaves
 * everything as it was.
 *
 * @param endpoint method and mapped address, as the application has it
 * @param rows the rows of the matrix that must allow it, one after the other
 * @param query what follows the address; {@code {witness}} and {@code {country}} are the item's
 * @param body JSON for the API, a form's fields for a page
 * @param shows what an allowed answer is seen to hold, for whoever may read it
 * @param answers the only answers that an allowed attempt may have; empty for any that shows that no right was missing
 */
record Attempt(
        String endpoint,
        About about,
        List<String> rows,
        String query,
        @Nullable Map<String, ?> body,
        Shows shows,
        Set<String> answers) {

    /** In place of a query: the person that the address names is none, so that nothing happens to anybody. */
    static final String NOBODY = "{nobody}";

    /** What is asked for, which says where the matrix is asked. */
    enum About {
        /** One item, named by its code. */
        ITEM,
        /** Items that are found, none of which is named. */
        LIST,
        /** Something of one country. */
        COUNTRY,
        /** Something of the whole network. */
        NETWORK,
        /** What tells nothing, and is there for whoever has signed in. */
        SIGNED_IN,
        /** What visitors reach. */
        PUBLIC
    }

    /** What tells two rights to read apart, where the status does not. */
    enum Shows {
        NOTHING,
        /** Documents for the team and for the network. */
        EVIDENCE,
        COMMENTS,
        /** Progress notes for the team and for the network. */
        NOTES,
        /** Actions of the team, for itself and for the network. */
        ACTIONS,
        /** What is counted, which the network reads. */
        INDICATORS,
        /** What was written, in its history. */
        TEXTS_OF_HISTORY,
        /** Whether the item is there at all. */
        ITEM_ITSELF
    }

    String method() {
        return endpoint.substring(0, endpoint.indexOf(' '));
    }

    String pattern() {
        return endpoint.substring(endpoint.indexOf(' ') + 1);
    }

    boolean isPage() {
        return !pattern().startsWith("/api/");
    }

    /** The address with everything filled in. */
    String path(Item item, String report, String round, String paper, String person) {
        var id = pattern().contains("/markers/") ? item.marker() : item.evidence();
        return (pattern() + query)
                .replace("reports/{id}", "reports/" + report)
                .replace("mail/{id}", "mail/" + UUID.randomUUID())
                .replace("rounds/{id}", "rounds/" + round)
                .replace("imports/{id}", "imports/" + paper)
                .replace("{key}", "SPN-2019")
                .replace("deputies/{id}", "deputies/" + UUID.randomUUID())
                .replace("people/{id}", "people/" + (query.equals(NOBODY) ? UUID.randomUUID() : person))
                .replace(NOBODY, "")
                .replace("{code}", item.code())
                .replace("{id}", id)
                .replace("{value}", UUID.randomUUID().toString())
                .replace("{event}", UUID.randomUUID().toString())
                .replace("{import}", UUID.randomUUID().toString())
                .replace("{review}", UUID.randomUUID().toString())
                .replace("{draft}", UUID.randomUUID().toString())
                .replace("{process}", "RecommendationLifecycle")
                .replace("{format}", "bib")
                .replace("{token}", UUID.randomUUID().toString())
                .replace("{job}", UUID.randomUUID().toString())
                .replace("{delivery}", UUID.randomUUID().toString())
                .replace("{number}", "1")
                .replace("{deputy}", UUID.randomUUID().toString())
                .replace("{witness}", item.witness())
                .replace("{country}", item.country());
    }

    Attempt with(String question) {
        return new Attempt(endpoint, about, rows, question, body, shows, answers);
    }

    Attempt showing(Shows what) {
        return new Attempt(endpoint, about, rows, query, body, what, answers);
    }

    Attempt answering(String... these) {
        return new Attempt(endpoint, about, rows, query, body, shows, Set.of(these));
    }

    @Override
    public String toString() {
        return endpoint + query + " " + rows + (body == null ? "" : " " + body);
    }
}
