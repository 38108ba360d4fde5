package org.rumbo.operations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rumbo.operations.DemoScript.Step;
import org.rumbo.progress.ActionPlan;
import org.rumbo.progress.ContextCommand;
import org.rumbo.progress.ContextKind;
import org.rumbo.progress.ContextOutcome;
import org.rumbo.progress.CountryContext;
import org.rumbo.progress.IndicatorCommand;
import org.rumbo.progress.IndicatorValueCommand;
import org.rumbo.progress.Measuring;
import org.rumbo.progress.TeamActionCommand;
import org.rumbo.progress.TeamActionView;
import org.rumbo.recommendation.Visibility;
import org.rumbo.team.CountryCode;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays what teams of the demonstration planned, counted, and asked themselves when something happened in their country. */
@Component
@Profile("demo")
class DemoPlans {
    private static final int LOOKED_UP_LATER = 3;

    private final ActionPlan plan;
    private final Measuring measuring;
    private final CountryContext context;
    private final DemoCast people;

    DemoPlans(ActionPlan plan, Measuring measuring, CountryContext context, DemoCast people) {
        this.plan = plan;
        this.measuring = measuring;
        this.context = context;
        this.people = people;
    }

    void play(DemoItem item, Step step, LocalDate day) {
        switch (step.verb()) {
            case "plan" -> plan(item, step, day);
            case "done" -> done(item, day);
            case "measure" -> measure(item, step, day);
            case "count" -> count(item, step, day);
            case "event" -> event(item, step, day);
            default -> holds(item);
        }
    }

    private void plan(DemoItem item, Step step, LocalDate day) {
        var owner = step.word(0, "member").equals("member") ? people.member(item) : people.coordinator(item);
        var due = day.plusDays(Long.parseLong(step.word(1, "60")));
        var command = new TeamActionCommand(item.say("action"), owner.id(), due, Visibility.NETWORK, null, null);
        plan.add(item.code(), () -> command, people.coordinator(item));
    }

    private void done(DemoItem item, LocalDate day) {
        var coordinator = people.coordinator(item);
        var first = plan.actions(item.code(), coordinator).stream()
                .filter(TeamActionView::open)
                .findFirst()
                .orElseThrow();
        plan.done(item.code(), first.id(), () -> day, coordinator);
    }

    private void measure(DemoItem item, Step step, LocalDate day) {
        var command = new IndicatorCommand(
                item.say("indicator"),
                item.say("indicator-unit"),
                new BigDecimal(step.word(0, "0")),
                day.minusDays(30),
                new BigDecimal(step.word(1, "12")),
                day.plusYears(2),
                null);
        measuring.add(item.code(), () -> command, people.coordinator(item));
    }

    private void count(DemoItem item, Step step, LocalDate day) {
        var coordinator = people.coordinator(item);
        UUID indicator = measuring.indicators(item.code(), coordinator).get(0).id();
        var command = new IndicatorValueCommand(
                new BigDecimal(step.word(0, "1")),
                day.minusDays(LOOKED_UP_LATER),
                item.say("indicator-source"),
                null,
                null,
                null);
        measuring.record(item.code(), indicator, () -> command, coordinator);
    }

    /** Tells what happened and asks at once about this item. */
    private void event(DemoItem item, Step step, LocalDate day) {
        var kind = ContextKind.valueOf(step.word(0, "OTHER"));
        var director = people.director(item);
        var country = new CountryCode(item.item().country());
        var command = new ContextCommand(
                kind,
                day.minusDays(LOOKED_UP_LATER),
                item.say("event-" + kind),
                item.item().written(),
                "https://example.org/" + country.iso2().toLowerCase(java.util.Locale.ROOT) + "/" + day,
                null);
        var event = context.add(country, () -> command, director);
        context.ask(country, event, () -> List.of(item.code()), director);
    }

    private void holds(DemoItem item) {
        var coordinator = people.coordinator(item);
        var open = context.of(item.code(), coordinator).stream()
                .flatMap(event -> event.reviews().stream())
                .filter(review -> review.outcome() == null)
                .findFirst()
                .orElseThrow();
        context.answer(item.code(), open.id(), () -> ContextOutcome.HOLDS, () -> item.say("event-holds"), coordinator);
    }
}
