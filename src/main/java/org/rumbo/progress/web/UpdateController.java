package org.rumbo.progress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.RoundAnswering;
import org.rumbo.progress.RoundKeeping;
import org.rumbo.progress.RoundView;
import org.rumbo.progress.SubmissionState;
import org.rumbo.progress.TeamUpdate;
import org.rumbo.progress.TeamUpdates;
import org.rumbo.recommendation.EvidenceType;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.NextStep;
import org.rumbo.recommendation.Strength;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.InputText;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One team's part of a round on one page: all items in a list, each answered in place; for directors, read and decided. */
@Controller
@RequestMapping("/rounds/{id}/{country}")
class UpdateController {
    private static final int LONG = 8000;

    private final TeamUpdates updates;
    private final RoundAnswering answering;
    private final RoundKeeping keeping;
    private final RoundPages pages;
    private final AccessPolicy policy;
    private final MessageSource messages;

    UpdateController(
            TeamUpdates updates,
            RoundAnswering answering,
            RoundKeeping keeping,
            RoundPages pages,
            AccessPolicy policy,
            MessageSource messages) {
        this.updates = updates;
        this.answering = answering;
        this.keeping = keeping;
        this.pages = pages;
        this.policy = policy;
        this.messages = messages;
    }

    @GetMapping
    @Needs(Permission.ROUND_READ)
    String show(@PathVariable UUID id, @PathVariable CountryCode country, Actor actor, Locale locale, Model model) {
        return draw(updates.read(id, country, actor), UpdateForm.EMPTY, "", actor, locale, model);
    }

    /** Keeps what was answered so far; a member's notes as drafts. */
    @PostMapping("/answers")
    @Needs(Permission.PROGRESS_DRAFT)
    String save(
            @PathVariable UUID id,
            @PathVariable CountryCode country,
            @RequestParam MultiValueMap<String, String> typed,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        policy.require(actor, Permission.PROGRESS_DRAFT, AccessTarget.country(country));
        var form = new UpdateForm(typed);
        try {
            var update = updates.read(id, country, actor);
            answering.answer(id, () -> form.toCommands(update), actor);
        } catch (DomainException refused) {
            return again(refused, id, country, form, actor, locale, model, response);
        }
        after.addFlashAttribute("done", "rounds.done.saved");
        return "redirect:/rounds/" + id + "/" + country;
    }

    /** Keeps what was answered and submits it. */
    @PostMapping("/submit")
    @Needs(Permission.ROUND_SUBMIT)
    String submit(
            @PathVariable UUID id,
            @PathVariable CountryCode country,
            @RequestParam MultiValueMap<String, String> typed,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        policy.require(actor, Permission.ROUND_SUBMIT, AccessTarget.country(country));
        var form = new UpdateForm(typed);
        try {
            var update = updates.read(id, country, actor);
            answering.answer(id, () -> form.toCommands(update), actor);
            keeping.submit(id, country, actor);
        } catch (DomainException refused) {
            return again(refused, id, country, form, actor, locale, model, response);
        }
        after.addFlashAttribute("done", "rounds.done.submitted");
        return "redirect:/rounds/" + id + "/" + country;
    }

    /** What a director says to what a team submitted. */
    enum Outcome {
        ACCEPTED,
        RETURNED
    }

    @PostMapping("/decision")
    @Needs(Permission.ROUND_ACCEPT)
    String decide(
            @PathVariable UUID id,
            @PathVariable CountryCode country,
            @RequestParam Outcome outcome,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var returned = outcome == Outcome.RETURNED;
        try {
            if (returned) {
                keeping.giveBack(id, country, () -> words(reason), actor);
            } else {
                keeping.accept(id, country, actor);
            }
        } catch (DomainException refused) {
            model.addAttribute("problems", FormProblem.of(refused, messages, locale));
            response.setStatus(refused.type().status());
            return draw(
                    updates.read(id, country, actor),
                    UpdateForm.EMPTY,
                    reason == null ? "" : reason,
                    actor,
                    locale,
                    model);
        }
        after.addFlashAttribute("done", returned ? "rounds.done.returned" : "rounds.done.accepted");
        return "redirect:/rounds/" + id + "/" + country;
    }

    private static @Nullable String words(@Nullable String reason) {
        var input = new InputText();
        var text = input.optional("reason", reason, LONG);
        input.check();
        return text;
    }

    private String again(
            DomainException refused,
            UUID id,
            CountryCode country,
            UpdateForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("problems", problems(refused, locale));
        response.setStatus(refused.type().status());
        return draw(updates.read(id, country, actor), form, "", actor, locale, model);
    }

    /** In the list of all problems each says which recommendation it is about. */
    private List<FormProblem> problems(DomainException refused, Locale locale) {
        var problems = new ArrayList<FormProblem>();
        for (var problem : FormProblem.of(refused, messages, locale)) {
            var code = problem.field().replaceFirst("^(note|late|level|doc|docTitle|docType|docStrength)-", "");
            problems.add(new FormProblem(problem.field(), code + ": " + problem.message()));
        }
        return problems;
    }

    private String draw(TeamUpdate update, UpdateForm form, String reason, Actor actor, Locale locale, Model model) {
        var round = update.round();
        var part = update.part();
        var country = new CountryCode(part.country());
        var turn = round.open() && part.state().waitsForTeam();
        var submits = turn && policy.permits(actor, Permission.ROUND_SUBMIT, AccessTarget.country(country));
        var prepares = turn && policy.permits(actor, Permission.PROGRESS_DRAFT, AccessTarget.country(country));
        model.addAttribute("round", round);
        model.addAttribute("part", part);
        model.addAttribute("update", update);
        model.addAttribute("form", form);
        model.addAttribute("reason", reason);
        model.addAttribute("answeredOn", days(update));
        model.addAttribute("previousOn", previousDays(update));
        model.addAttribute("submits", submits);
        model.addAttribute("prepares", prepares);
        model.addAttribute(
                "decides",
                round.open()
                        && part.state() == SubmissionState.SUBMITTED
                        && policy.permitsSomewhere(actor, Permission.ROUND_ACCEPT));
        model.addAttribute("next", next(round, part, actor));
        model.addAttribute("levels", Level.values());
        model.addAttribute("types", EvidenceType.values());
        model.addAttribute("strengths", Strength.values());
        model.addAttribute("frozen", NextStep.DECIDE_CLAIM);
        model.addAttribute("submittedOn", pages.day(part.submittedAt()));
        model.addAttribute("decidedOn", pages.day(part.decidedAt()));
        model.addAttribute(
                "crumbs",
                pages.crumbs(
                        round,
                        java.util.Objects.requireNonNullElse(
                                messages.getMessage("country." + country, null, country.iso2(), locale), ""),
                        locale));
        return "progress/update";
    }

    private Map<String, Object> days(TeamUpdate update) {
        var days = new HashMap<String, Object>();
        update.items().forEach(line -> days.put(line.item().code(), pages.day(line.answeredAt())));
        return days;
    }

    private Map<String, Object> previousDays(TeamUpdate update) {
        var days = new HashMap<String, Object>();
        update.items().forEach(line -> {
            if (line.previous() != null) {
                days.put(line.item().code(), pages.day(line.previous().at()));
            }
        });
        return days;
    }

    /** The next team, in the order of the page, whose part waits for the reader; null where none does. */
    private static @Nullable String next(RoundView round, RoundView.Part here, Actor actor) {
        if (!round.open()) {
            return null;
        }
        var places = round.teams().stream().map(RoundView.Part::country).toList();
        var place = places.indexOf(here.country());
        for (var i = 1; i < places.size(); i++) {
            var part = round.teams().get((place + i) % places.size());
            if (RoundPages.isTurnOf(actor, part)) {
                return part.country();
            }
        }
        return null;
    }
}
