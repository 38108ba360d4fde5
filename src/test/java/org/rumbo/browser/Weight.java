package org.rumbo.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a first view costs on the line, in bytes as they were sent. */
final class Weight {
    /** A kind of file, and how much of it a first view may cost. */
    enum Kind {
        HTML(60_000),
        STYLE(20_000),
        SCRIPT(20_000),
        FONT(60_000);

        final int budget;

        Kind(int budget) {
            this.budget = budget;
        }
    }

    private final List<Request> requests = new ArrayList<>();

    Weight(Page page) {
        page.onRequestFinished(requests::add);
    }

    /** What was sent since the last time, by kind. */
    Map<Kind, Integer> sent() {
        var bytes = new EnumMap<Kind, Integer>(Kind.class);
        List.copyOf(requests)
                .forEach(request -> bytes.merge(kind(request), request.sizes().responseBodySize, Integer::sum));
        requests.clear();
        return bytes;
    }

    private static Kind kind(Request request) {
        return switch (request.resourceType()) {
            case "stylesheet" -> Kind.STYLE;
            case "script" -> Kind.SCRIPT;
            case "font" -> Kind.FONT;
            default -> Kind.HTML;
        };
    }
}
