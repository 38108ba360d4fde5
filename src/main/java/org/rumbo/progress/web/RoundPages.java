package org.rumbo.progress.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.RoundView;
import org.rumbo.progress.SubmissionState;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.DayInWords;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the pages of update rounds have in common: the path to them, and what they say of a round. */
@Component
class RoundPages {
    private final Network network;
    private final MessageSource messages;

    RoundPages(Network network, MessageSource messages) {
        this.network = network;
        this.messages = messages;
    }

    /** One team's part with the days on which something became of it. */
    record Line(
            RoundView.Part part,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate decidedOn) {}

    List<Line> lines(RoundView round) {
        return round.teams().stream()
                .map(part -> new Line(part, day(part.submittedAt()), day(part.decidedAt())))
                .toList();
    }

    @Nullable
    LocalDate day(@Nullable Instant at) {
        return at == null ? null : network.day(at);
    }

    /** How far the round is, in the figures of the teams that its reader may know. */
    String sentence(RoundView round, Locale locale) {
        var accepted = round.teams().stream()
                .filter(part -> part.state() == SubmissionState.ACCEPTED)
                .count();
        var key = round.open() ? "rounds.sentence.open" : "rounds.sentence.closed";
        return messages.getMessage(
                key,
                new Object[] {
                    round.answered(), round.asked(), accepted, round.teams().size(), day(round.due(), locale)
                },
                locale);
    }

    /** Late teams by name; null where none is. */
    @Nullable
    String lateTeams(RoundView round, Locale locale) {
        var late = round.lateTeams();
        if (late.isEmpty()) {
            return null;
        }
        var names = late.stream()
                .map(part -> messages.getMessage("country." + part.country(), null, part.country(), locale))
                .collect(Collectors.joining(", "));
        return messages.getMessage(
                "rounds.late", new Object[] {late.size(), names, day(round.due().plusDays(1), locale)}, locale);
    }

    private String day(LocalDate day, Locale locale) {
        return DayInWords.of(day, messages, locale);
    }

    /** The round, where the page is below it. */
    List<Crumb> crumbs(@Nullable RoundView round, String here, Locale locale) {
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb("/rounds", messages.getMessage("rounds.title", null, locale)));
        if (round != null) {
            crumbs.add(new Crumb("/rounds/" + round.id(), round.title()));
        }
        crumbs.add(new Crumb(null, here));
        return crumbs;
    }

    static boolean isTurnOf(Actor actor, RoundView.Part part) {
        return part.state() == SubmissionState.SUBMITTED
                ? actor.has(Role.DIRECTOR)
                : part.state().waitsForTeam() && actor.has(Role.COORDINATOR, new CountryCode(part.country()));
    }
}
