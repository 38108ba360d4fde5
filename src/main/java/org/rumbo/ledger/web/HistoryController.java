package org.rumbo.ledger.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.History;
import org.rumbo.ledger.HistoryEntry;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.shared.Crumb;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that tells what happened to an item, as its ledger events say. */
@Controller
class HistoryController {
    /** As many stand on the item's own page, which loads this one as a part of itself. */
    private static final int NEWEST = 8;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final History history;
    private final HistoryWords words;
    private final RecommendationReader reader;
    private final Network network;
    private final MessageSource messages;

    HistoryController(
            History history, HistoryWords words, RecommendationReader reader, Network network, MessageSource messages) {
        this.history = history;
        this.words = words;
        this.reader = reader;
        this.network = network;
        this.messages = messages;
    }

    /**
     * One event, told. {@code from} and {@code to} are null unless the item came to another state, {@code closeReason} unless its
     * closing was claimed.
     *
     * @param sealedIn the size of the tree in which it is sealed; null while it is not
     * @param proof the number under which its proof is to be had; null where it is not
     */
    record Line(
            String sentence,
            LocalDate on,
            String time,
            @Nullable String from,
            @Nullable String to,
            @Nullable String closeReason,
            @Nullable String quote,
            List<HistoryWords.Changed> changes,
            @Nullable Long sealedIn,
            @Nullable Integer proof) {}

    @GetMapping("/recommendations/{code}/history")
    @Needs(Permission.HISTORY_READ_RELEASED)
    String show(
            @PathVariable RecommendationCode code,
            @RequestParam(required = false) @Nullable String order,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            Model model) {
        var item = reader.read(code, actor);
        var names = names(item);
        var lines = new ArrayList<Line>();
        var seals = history.seals(code, actor);
        var proves = history.proves(code, actor);
        for (var entry : history.of(code, actor)) {
            // One that came in the meantime is not sealed yet.
            var sealed =
                    entry.seq() <= seals.size() ? seals.get(entry.seq() - 1).orElse(null) : null;
            lines.add(line(entry, names, sealed, proves && sealed != null, locale));
        }
        var oldestFirst = "oldest".equals(order);
        if (!oldestFirst) {
            Collections.reverse(lines);
        }
        model.addAttribute("proves", proves);
        model.addAttribute("facts", item.facts());
        model.addAttribute("total", lines.size());
        model.addAttribute("folded", part != null);
        model.addAttribute("lines", part == null ? lines : lines.subList(0, Math.min(NEWEST, lines.size())));
        model.addAttribute("oldestFirst", oldestFirst);
        model.addAttribute("crumbs", crumbs(code, locale));
        return "ledger/history";
    }

    private static Map<String, String> names(RecommendationView item) {
        var names = new HashMap<String, String>();
        item.facts().markers().forEach(marker -> names.put(marker.id().toString(), marker.text()));
        item.evidence().forEach(document -> names.put(document.id().toString(), document.title()));
        return names;
    }

    private Line line(
            HistoryEntry entry, Map<String, String> names, @Nullable Long sealedIn, boolean proven, Locale locale) {
        var at = entry.at().atZone(network.zone());
        var moved = entry.from() != null && entry.to() != null && !entry.from().equals(entry.to());
        return new Line(
                words.sentence(entry, names, locale),
                at.toLocalDate(),
                at.format(TIME),
                moved ? entry.from() : null,
                moved ? entry.to() : null,
                entry.facts().get("closeReason"),
                words.quote(entry, locale),
                words.changes(entry, locale),
                sealedIn,
                proven ? entry.seq() : null);
    }

    private List<Crumb> crumbs(RecommendationCode code, Locale locale) {
        return List.of(
                new Crumb("/recommendations", messages.getMessage("nav.recommendations", null, locale)),
                new Crumb("/recommendations/" + code.value(), code.value()),
                new Crumb(null, messages.getMessage("history.title", null, locale)));
    }
}
