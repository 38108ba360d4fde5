package org.rumbo.ledger.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.PastItems;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.TypedDay;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page that shows how a recommendation stood at the end of any day. */
@Controller
class PastController {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final PastItems past;
    private final RecommendationReader reader;
    private final Network network;
    private final MessageSource messages;
    private final Clock clock;

    PastController(PastItems past, RecommendationReader reader, Network network, MessageSource messages, Clock clock) {
        this.past = past;
        this.reader = reader;
        this.network = network;
        this.messages = messages;
        this.clock = clock;
    }

    /** The day that is asked for; nothing typed is today. */
    record Asked(@Nullable TypedDay asOf) {
        boolean isOpen() {
            return asOf == null || asOf.isEmpty();
        }

        @Nullable
        LocalDate day() {
            return asOf == null ? null : asOf.date();
        }
    }

    @GetMapping("/recommendations/{code}/history/as-of")
    @Needs(Permission.HISTORY_READ_RELEASED)
    ModelAndView show(
            @PathVariable RecommendationCode code, @ModelAttribute("asked") Asked asked, Actor actor, Locale locale) {
        var day = asked.isOpen() ? network.day(clock.instant()) : asked.day();
        var refused = day == null || !past.canBeAsked(day);
        var page = new ModelAndView("ledger/past", refused ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
        page.addObject("facts", reader.read(code, actor).facts());
        page.addObject("form", asked.isOpen() ? TypedDay.of(day) : asked.asOf());
        page.addObject("problems", refused ? List.of(problem(locale)) : List.of());
        var item = past.of(code, refused ? null : day, actor);
        page.addObject("past", refused ? null : item);
        var standing = item.standing();
        if (standing != null) {
            var recorded = standing.recordedAt().atZone(network.zone());
            page.addObject("recordedOn", recorded.toLocalDate());
            page.addObject("recordedTime", recorded.format(TIME));
            page.addObject("since", network.day(standing.stateSince()));
        }
        page.addObject("crumbs", crumbs(code, locale));
        return page;
    }

    private FormProblem problem(Locale locale) {
        return new FormProblem("asOf-day", messages.getMessage("past.asOf.problem", null, locale));
    }

    private List<Crumb> crumbs(RecommendationCode code, Locale locale) {
        return List.of(
                new Crumb("/recommendations", messages.getMessage("nav.recommendations", null, locale)),
                new Crumb("/recommendations/" + code.value(), code.value()),
                new Crumb(
                        "/recommendations/" + code.value() + "/history",
                        messages.getMessage("history.title", null, locale)),
                new Crumb(null, messages.getMessage("past.title", null, locale)));
    }
}
