package org.rumbo.recommendation.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.LinkType;
import org.rumbo.recommendation.LinkView;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.team.Actor;
import org.springframework.stereotype.Component;

/** The recommendations to which one is linked, what pulls the same way apart from what pulls against it. */
@Component
class RelatedLinks {
    private final RecommendationQueries queries;

    RelatedLinks(RecommendationQueries queries) {
        this.queries = queries;
    }

    record Related(List<Line> together, List<Line> against) {
        public boolean isEmpty() {
            return together.isEmpty() && against.isEmpty();
        }

        /** The links that lead from here, which are those that can be taken away here. */
        public List<Line> own() {
            var own = new ArrayList<>(together);
            own.addAll(against);
            own.removeIf(line -> line.own().isEmpty());
            return own;
        }
    }

    /**
     * A related item that the reader may see.
     *
     * @param kinds in which ways it is related, as message keys
     * @param own the kinds of link that lead there from here
     */
    record Line(
            List<String> kinds,
            List<LinkType> own,
            RecommendationRow row,
            String title,
            @Nullable String language) {}

    /** A link to an item that the reader may not see would tell that it exists. */
    Related of(List<LinkView> links, Actor actor, String language) {
        var codes = links.stream().map(LinkView::code).distinct().toList();
        var rows = queries.byCode(codes, actor);
        var together = new LinkedHashMap<String, Line>();
        var against = new LinkedHashMap<String, Line>();
        for (var link : links) {
            var row = rows.get(link.code());
            if (row != null) {
                var line = (link.type() == LinkType.CONFLICTS_WITH ? against : together)
                        .computeIfAbsent(link.code(), code -> line(row, language));
                add(line, link);
            }
        }
        return new Related(List.copyOf(together.values()), List.copyOf(against.values()));
    }

    private static Line line(RecommendationRow row, String language) {
        var translated = row.titles().containsKey(language);
        return new Line(
                new ArrayList<>(), new ArrayList<>(), row, row.titleIn(language), translated ? null : row.language());
    }

    private static void add(Line line, LinkView link) {
        var kind = "link." + link.type() + (link.outgoing() ? "" : ".back");
        if (!line.kinds().contains(kind)) {
            line.kinds().add(kind);
        }
        if (link.outgoing()) {
            line.own().add(link.type());
        }
    }
}
