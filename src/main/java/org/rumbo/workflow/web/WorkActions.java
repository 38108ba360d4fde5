package org.rumbo.workflow.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.rumbo.progress.CountryContext;
import org.rumbo.progress.OwnActions;
import org.rumbo.team.Actor;
import org.springframework.stereotype.Component;

/** What a reader said she would do herself for her team's items: no step of their route, so no task of the engine. */
@Component
class WorkActions {
    private static final int WEEK = 7;

    private final OwnActions own;
    private final CountryContext context;

    WorkActions(OwnActions own, CountryContext context) {
        this.own = own;
        this.context = context;
    }

    /** Events of which it was asked whether they change anything about items of the reader's teams. */
    List<CountryContext.Waiting> questions(Actor actor) {
        return context.waiting(actor);
    }

    /**
     * One action of the reader's.
     *
     * @param daysLate how long it has been due; 0 unless it is late
     */
    record Line(String code, String country, String text, LocalDate due, long daysLate, boolean soon) {}

    List<Line> of(Actor actor, LocalDate today) {
        return own.of(actor).stream()
                .map(action -> {
                    var late = Math.max(0, ChronoUnit.DAYS.between(action.due(), today));
                    return new Line(
                            action.code(),
                            action.country().iso2(),
                            action.text(),
                            action.due(),
                            late,
                            late == 0 && !action.due().isAfter(today.plusDays(WEEK)));
                })
                .toList();
    }
}
