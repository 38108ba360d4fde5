package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.BulkCandidates;
import org.rumbo.recommendation.BulkCandidates.Candidate;
import org.rumbo.recommendation.BulkCandidates.Obstacle;
import org.rumbo.recommendation.BulkChange;
import org.rumbo.recommendation.BulkEditing;
import org.rumbo.recommendation.BulkField;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.shared.Crumb;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing one field of the recommendations that somebody ticked: what will change, the change, and undoing it. */
@Controller
@RequestMapping("/recommendations/bulk")
class BulkController {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final BulkCandidates candidates;
    private final BulkEditing editing;
    private final RecommendationQueries queries;
    private final ListReader reader;
    private final ListPage page;
    private final ListWords words;
    private final Submissions submissions;
    private final AccessPolicy policy;
    private final Network network;
    private final People people;

    BulkController(
            BulkCandidates candidates,
            BulkEditing editing,
            RecommendationQueries queries,
            ListReader reader,
            ListPage page,
            ListWords words,
            Submissions submissions,
            AccessPolicy policy,
            Network network,
            People people) {
        this.candidates = candidates;
        this.editing = editing;
        this.queries = queries;
        this.reader = reader;
        this.page = page;
        this.words = words;
        this.submissions = submissions;
        this.policy = policy;
        this.network = network;
        this.people = people;
    }

    /** One that can be changed, with who looks after it now and the version that is looked at. */
    record Line(ListLine line, @Nullable String tag) {}

    /** A recommendation of a change that was made, and what became of it. */
    record Outcome(ListLine line, String word, @Nullable String undone) {}

    @GetMapping
    @Needs(Permission.ITEM_EDIT)
    String form(
            @RequestParam(required = false) @Nullable List<String> code,
            @RequestParam(required = false) @Nullable BulkField field,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            Model model) {
        policy.requireSomewhere(actor, Permission.ITEM_EDIT);
        var form = BulkForm.empty(field == null ? BulkField.OWNER : field, back);
        return draw(form, code == null ? List.of() : code, actor, model);
    }

    @PostMapping
    @Needs(Permission.ITEM_EDIT)
    String change(
            @ModelAttribute("form") BulkForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        policy.requireSomewhere(actor, Permission.ITEM_EDIT);
        var field = form.field() == null ? BulkField.OWNER : form.field();
        var accepted = submissions.accepted(
                () -> {
                    var value = form.value(field, network.themes());
                    editing.change(form.requiredId(), field, value, form.ticked(), actor);
                },
                model,
                response);
        if (!accepted) {
            return draw(form, form.codes(), actor, model);
        }
        return result(form.requiredId(), form.back(), after);
    }

    @GetMapping("/{id}")
    @Needs(Permission.ITEM_EDIT)
    String made(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String back, Actor actor, Model model) {
        policy.requireSomewhere(actor, Permission.ITEM_EDIT);
        var change = editing.find(id, actor);
        var rows = queries.byCode(
                change.items().stream().map(BulkChange.Item::code).toList(), actor);
        model.addAttribute("change", change);
        model.addAttribute("changed", outcomes(change.changed(), rows));
        model.addAttribute("left", outcomes(change.left(), rows));
        model.addAttribute(
                "until",
                change.undoUntil() == null
                        ? null
                        : HOUR.format(change.undoUntil().atZone(network.zone())));
        around(back, "bulk.made", actor, model);
        return "recommendation/bulk-made";
    }

    @PostMapping("/{id}/undo")
    @Needs(Permission.ITEM_EDIT)
    String undo(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            RedirectAttributes after) {
        policy.requireSomewhere(actor, Permission.ITEM_EDIT);
        editing.undo(id, actor);
        return result(id, back, after);
    }

    private static String result(UUID id, @Nullable String back, RedirectAttributes after) {
        if (back != null) {
            after.addAttribute("back", back);
        }
        return "redirect:/recommendations/bulk/" + id;
    }

    private String draw(BulkForm form, List<String> codes, Actor actor, Model model) {
        var ticked = codes.stream().distinct().limit(BulkEditing.MOST).toList();
        var found = candidates.among(ticked, actor);
        var open = found.stream().filter(one -> one.obstacle() == null).toList();
        model.addAttribute("form", form);
        model.addAttribute("open", lines(open));
        model.addAttribute("kept", kept(found));
        model.addAttribute("themes", network.themes());
        model.addAttribute(
                "team",
                people.all().stream()
                        .map(Actor::herself)
                        .filter(person -> open.stream()
                                .anyMatch(one ->
                                        person.isOf(new CountryCode(one.row().country()))))
                        .sorted(java.util.Comparator.comparing(Actor::name))
                        .toList());
        around(form.back(), "bulk.title", actor, model);
        return "recommendation/bulk";
    }

    private List<Line> lines(List<Candidate> found) {
        return found.stream()
                .map(one -> new Line(page.lines(List.of(one.row())).get(0), one.tag()))
                .toList();
    }

    /** What stays as it is, by what keeps it. */
    private Map<Obstacle, List<Line>> kept(List<Candidate> found) {
        return found.stream()
                .filter(one -> one.obstacle() != null)
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.obstacle()),
                        java.util.TreeMap::new,
                        Collectors.mapping(
                                one -> new Line(page.lines(List.of(one.row())).get(0), null), Collectors.toList())));
    }

    private List<Outcome> outcomes(
            List<BulkChange.Item> items, Map<String, org.rumbo.recommendation.RecommendationRow> rows) {
        return items.stream()
                .filter(item -> rows.containsKey(item.code()))
                .map(item -> new Outcome(
                        page.lines(List.of(Objects.requireNonNull(rows.get(item.code()))))
                                .get(0),
                        words.outcome(item.outcome()),
                        item.undoOutcome() == null || item.setBack() ? null : words.outcome(item.undoOutcome())))
                .toList();
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
