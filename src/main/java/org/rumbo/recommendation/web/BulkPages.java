package org.rumbo.recommendation.web;

import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.BulkCandidates;
import org.rumbo.recommendation.BulkCandidates.Candidate;
import org.rumbo.recommendation.BulkCandidates.Obstacle;
import org.rumbo.recommendation.BulkChange;
import org.rumbo.recommendation.BulkEditing;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.shared.Crumb;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The pages around one change for many: what will change and what cannot, and what became of it. */
@Component
class BulkPages {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final BulkCandidates candidates;
    private final RecommendationQueries queries;
    private final ListReader reader;
    private final ListPage page;
    private final ListWords words;
    private final Network network;
    private final People people;

    BulkPages(
            BulkCandidates candidates,
            RecommendationQueries queries,
            ListReader reader,
            ListPage page,
            ListWords words,
            Network network,
            People people) {
        this.candidates = candidates;
        this.queries = queries;
        this.reader = reader;
        this.page = page;
        this.words = words;
        this.network = network;
        this.people = people;
    }

    /** A recommendation that was ticked, and the version that is looked at; null where it stays as it is. */
    record Line(ListLine line, @Nullable String tag) {}

    /** A recommendation of a change that was made, and what became of it. */
    record Outcome(ListLine line, String word, @Nullable String undone) {}

    String ask(BulkForm form, List<String> codes, Actor actor, Model model) {
        var ticked = codes.stream().distinct().limit(BulkEditing.MOST).toList();
        var found = candidates.among(ticked, actor);
        var open = found.stream().filter(one -> one.obstacle() == null).toList();
        model.addAttribute("form", form);
        model.addAttribute("open", open.stream().map(this::line).toList());
        model.addAttribute("kept", kept(found));
        model.addAttribute("themes", network.themes());
        model.addAttribute("team", teamsOf(open));
        around(form.back(), "bulk.title", actor, model);
        return "recommendation/bulk";
    }

    String tell(BulkChange change, @Nullable String back, Actor actor, Model model) {
        var rows = queries.byCode(
                change.items().stream().map(BulkChange.Item::code).toList(), actor);
        var until = change.undoUntil();
        model.addAttribute("change", change);
        model.addAttribute("changed", outcomes(change.changed(), rows));
        model.addAttribute("left", outcomes(change.left(), rows));
        model.addAttribute("until", until == null ? null : HOUR.format(until.atZone(network.zone())));
        around(back, "bulk.made", actor, model);
        return "recommendation/bulk-made";
    }

    private Line line(Candidate one) {
        return new Line(page.line(one.row()), one.tag());
    }

    /** What stays as it is, by what keeps it. */
    private Map<Obstacle, List<Line>> kept(List<Candidate> found) {
        return found.stream()
                .filter(one -> one.obstacle() != null)
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.obstacle()),
                        TreeMap::new,
                        Collectors.mapping(this::line, Collectors.toList())));
    }

    private List<Actor> teamsOf(List<Candidate> open) {
        return people.all().stream()
                .map(Actor::herself)
                .filter(person -> open.stream()
                        .anyMatch(one -> person.isOf(new CountryCode(one.row().country()))))
                .sorted(Comparator.comparing(Actor::name))
                .toList();
    }

    private List<Outcome> outcomes(List<BulkChange.Item> items, Map<String, RecommendationRow> rows) {
        return items.stream()
                .filter(item -> rows.containsKey(item.code()))
                .map(item -> outcome(item, Objects.requireNonNull(rows.get(item.code()))))
                .toList();
    }

    private Outcome outcome(BulkChange.Item item, RecommendationRow row) {
        var undone = item.undoOutcome();
        return new Outcome(
                page.line(row),
                words.outcome(item.outcome()),
                undone == null || item.setBack() ? null : words.outcome(undone));
    }

    private void around(@Nullable String back, String here, Actor actor, Model model) {
        var list = reader.read(Objects.requireNonNullElse(back, ""), actor).href();
        model.addAttribute("list", list);
        model.addAttribute("back", back);
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(list, words.message("nav.recommendations")), new Crumb(null, words.message(here))));
    }
}
