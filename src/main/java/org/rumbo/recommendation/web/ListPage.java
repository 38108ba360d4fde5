package org.rumbo.recommendation.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.NextStep;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.Position;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.shared.Page;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of a list: what can be asked for, and what was found, as a table, a board or a timeline. */
@Component
class ListPage {
    private final RecommendationQueries queries;
    private final ListReader reader;
    private final BoardPage board;
    private final Network network;
    private final NetworkDays days;
    private final People people;

    ListPage(
            RecommendationQueries queries,
            ListReader reader,
            BoardPage board,
            Network network,
            NetworkDays days,
            People people) {
        this.queries = queries;
        this.reader = reader;
        this.board = board;
        this.network = network;
        this.days = days;
        this.people = people;
    }

    void choices(Actor actor, Model model) {
        var seesClaims = reader.seesClaims(actor);
        model.addAttribute("countries", network.countries());
        model.addAttribute("themes", network.themes());
        model.addAttribute("states", State.values());
        model.addAttribute("dues", ListVocabulary.DUES);
        model.addAttribute("sorts", ListVocabulary.SORTS.keySet());
        model.addAttribute("positions", Position.values());
        model.addAttribute("levels", Level.values());
        model.addAttribute("origins", Origin.values());
        model.addAttribute(
                "steps",
                Arrays.stream(NextStep.values())
                        .filter(step -> seesClaims || step.isOfTeam() || step == NextStep.ASSIGN_EVALUATORS)
                        .toList());
        model.addAttribute("owners", reader.owners(actor));
        model.addAttribute("hasOwn", ListReader.hasOwn(actor));
        model.addAttribute("mayExport", reader.exports(actor));
        model.addAttribute("mayPropose", reader.proposes(actor));
        model.addAttribute("layouts", ListLayout.values());
    }

    void found(ListAddress address, Actor actor, Model model) {
        switch (address.layout()) {
            case TABLE -> table(address, actor, model);
            case BOARD -> board(address, actor, model);
            case TIMELINE -> timeline(address, actor, model);
        }
        model.addAttribute("late", queries.late(address.filter(), actor));
    }

    private void table(ListAddress address, Actor actor, Model model) {
        model.addAttribute("lines", paged(address, actor, model));
        model.addAttribute("columns", columns(address, actor));
        model.addAttribute("mayChange", reader.changesSome(actor));
    }

    private void timeline(ListAddress address, Actor actor, Model model) {
        var lines = paged(address, actor, model);
        var from = address.one("from");
        var start = from == null ? Timeline.usualStart(days.today()) : YearMonth.parse(from);
        model.addAttribute("lines", lines);
        model.addAttribute("timeline", Timeline.of(start, lines, days));
        model.addAttribute("earlier", shifted(address, start.minusMonths(Timeline.MONTHS)));
        model.addAttribute("later", shifted(address, start.plusMonths(Timeline.MONTHS)));
    }

    private static @Nullable String shifted(ListAddress address, YearMonth from) {
        return from.getYear() < 2000 || from.getYear() > 2098
                ? null
                : address.with("from", from.toString()).href();
    }

    private void board(ListAddress address, Actor actor, Model model) {
        var columns = new ArrayList<BoardPage.Column>();
        if (address.all("state").size() == 1) {
            // One stop alone has pages like any list.
            var state = State.valueOf(address.all("state").get(0));
            var lines = paged(address, actor, model);
            var total = model.getAttribute("total");
            columns.add(board.column(state, total instanceof Long known ? known : lines.size(), lines, address, actor));
        } else {
            queries.byState(address.filter(BoardPage.PER_COLUMN), actor)
                    .forEach((state, found) ->
                            columns.add(board.column(state, found.count(), lines(found.first()), address, actor)));
            model.addAttribute(
                    "total", columns.stream().mapToLong(BoardPage.Column::count).sum());
        }
        model.addAttribute("board", columns);
        model.addAttribute(
                "lines",
                columns.stream().flatMap(column -> column.cards().stream()).toList());
        model.addAttribute(
                "movable",
                columns.stream().flatMap(column -> column.cards().stream()).anyMatch(card -> card.targets() != null));
    }

    private List<ListLine> paged(ListAddress address, Actor actor, Model model) {
        Page<RecommendationRow> page = queries.list(address.filter(), actor);
        model.addAttribute("total", page.total());
        model.addAttribute(
                "next",
                page.next() == null ? null : address.with("after", page.next()).href());
        model.addAttribute(
                "first",
                address.one("after") == null ? null : address.without("after").href());
        return lines(page.items());
    }

    private List<ListLine> lines(List<RecommendationRow> rows) {
        return rows.stream().map(this::line).toList();
    }

    ListLine line(RecommendationRow row) {
        var language = Language.of(LocaleContextHolder.getLocale()).tag();
        return ListLine.of(row, language, days, people);
    }

    /** The columns that can be shown, and whether each is. */
    private Map<String, Boolean> columns(ListAddress address, Actor actor) {
        var chosen = address.all("col").isEmpty() ? ListVocabulary.FIRST_COLUMNS : address.all("col");
        var columns = new java.util.LinkedHashMap<String, Boolean>();
        ListVocabulary.COLUMNS.stream()
                .filter(column -> !column.equals("owner") || reader.readsSomeInFull(actor))
                .forEach(column -> columns.put(column, chosen.contains(column)));
        return columns;
    }
}
