package org.rumbo.progress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.RoundKeeping;
import org.rumbo.progress.RoundReading;
import org.rumbo.progress.RoundView;
import org.rumbo.progress.SubmissionState;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of update rounds: all of them, one with each team's part, and the forms that open and close one. */
@Controller
@RequestMapping("/rounds")
class RoundsController {
    private final RoundReading reading;
    private final RoundKeeping keeping;
    private final RoundPages pages;
    private final AccessPolicy policy;
    private final Network network;
    private final Clock clock;
    private final MessageSource messages;

    RoundsController(
            RoundReading reading,
            RoundKeeping keeping,
            RoundPages pages,
            AccessPolicy policy,
            Network network,
            Clock clock,
            MessageSource messages) {
        this.reading = reading;
        this.keeping = keeping;
        this.pages = pages;
        this.policy = policy;
        this.network = network;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping
    @Needs(Permission.ROUND_READ)
    String all(Actor actor, Model model) {
        var rounds = reading.list(actor);
        model.addAttribute("rounds", rounds);
        model.addAttribute(
                "mayOpen",
                policy.permitsSomewhere(actor, Permission.ROUND_OPEN)
                        && rounds.stream().noneMatch(RoundView::open));
        return "progress/rounds";
    }

    @GetMapping("/new")
    @Needs(Permission.ROUND_OPEN)
    String form(Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.ROUND_OPEN);
        return draw(RoundForm.EMPTY, locale, model);
    }

    @PostMapping
    @Needs(Permission.ROUND_OPEN)
    String open(
            @ModelAttribute("form") RoundForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            var id = keeping.open(form::toCommand, actor);
            after.addFlashAttribute("done", "rounds.done.opened");
            return "redirect:/rounds/" + id;
        } catch (DomainException refused) {
            model.addAttribute("problems", problems(refused, locale));
            response.setStatus(refused.type().status());
            return draw(form, locale, model);
        }
    }

    /** A day's problem is shown at its first field. */
    private List<FormProblem> problems(DomainException refused, Locale locale) {
        return FormProblem.of(
                refused, messages, locale, field -> List.of("due", "cutOff").contains(field) ? field + "-day" : field);
    }

    private String draw(RoundForm form, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("crumbs", pages.crumbs(null, say("rounds.new.title", locale), locale));
        return "progress/round-new";
    }

    @GetMapping("/{id}")
    @Needs(Permission.ROUND_READ)
    String show(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        var round = reading.read(id, actor);
        model.addAttribute("round", round);
        model.addAttribute("sentence", pages.sentence(round, locale));
        model.addAttribute("late", pages.lateTeams(round, locale));
        model.addAttribute("lines", pages.lines(round));
        model.addAttribute("next", next(round, actor));
        model.addAttribute("today", network.day(clock.instant()));
        model.addAttribute("movedOn", pages.day(round.movedAt()));
        model.addAttribute("mayMove", round.open() && policy.permitsSomewhere(actor, Permission.ROUND_OPEN));
        model.addAttribute("mayClose", round.open() && policy.permitsSomewhere(actor, Permission.ROUND_CLOSE));
        model.addAttribute("crumbs", pages.crumbs(null, round.title(), locale));
        return "progress/round";
    }

    /** The first team with which the reader has something to do now. */
    private static @Nullable String next(RoundView round, Actor actor) {
        if (!round.open()) {
            return null;
        }
        return round.teams().stream()
                .filter(part -> RoundPages.isTurnOf(actor, part))
                .map(RoundView.Part::country)
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/{id}/days")
    @Needs(Permission.ROUND_OPEN)
    String daysForm(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.ROUND_OPEN);
        var round = reading.read(id, actor);
        if (!round.open()) {
            throw new DomainException(ProblemType.ROUND_CLOSED);
        }
        return drawDays(round, RoundDaysForm.of(round), locale, model);
    }

    @PostMapping("/{id}/days")
    @Needs(Permission.ROUND_OPEN)
    String moveDays(
            @PathVariable UUID id,
            @ModelAttribute("form") RoundDaysForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            keeping.move(id, form::toMove, actor);
            after.addFlashAttribute("done", "rounds.done.moved");
            return "redirect:/rounds/" + id;
        } catch (DomainException refused) {
            if (refused.type() != ProblemType.RULES_NOT_MET) {
                throw refused;
            }
            model.addAttribute("problems", problems(refused, locale));
            response.setStatus(refused.type().status());
            return drawDays(reading.read(id, actor), form, locale, model);
        }
    }

    private String drawDays(RoundView round, RoundDaysForm form, Locale locale, Model model) {
        model.addAttribute("round", round);
        model.addAttribute("form", form);
        model.addAttribute("crumbs", pages.crumbs(round, say("rounds.days.title", locale), locale));
        return "progress/round-days";
    }

    @GetMapping("/{id}/close")
    @Needs(Permission.ROUND_CLOSE)
    String askToClose(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.ROUND_CLOSE);
        var round = reading.read(id, actor);
        if (!round.open()) {
            throw new DomainException(ProblemType.ROUND_CLOSED);
        }
        model.addAttribute("round", round);
        model.addAttribute(
                "unfinished",
                round.teams().stream()
                        .filter(part -> part.state() != SubmissionState.ACCEPTED)
                        .toList());
        model.addAttribute("crumbs", pages.crumbs(round, say("rounds.close.title", locale), locale));
        return "progress/round-close";
    }

    @PostMapping("/{id}/close")
    @Needs(Permission.ROUND_CLOSE)
    String close(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        keeping.close(id, actor);
        after.addFlashAttribute("done", "rounds.done.closed");
        return "redirect:/rounds/" + id;
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
