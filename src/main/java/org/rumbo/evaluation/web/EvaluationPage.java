package org.rumbo.evaluation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.evaluation.Criterion;
import org.rumbo.evaluation.EvaluationRound;
import org.rumbo.evaluation.EvaluationView;
import org.rumbo.evaluation.Rating;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.shared.Crumb;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.rumbo.team.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of an item's evaluations for one reader. */
@Component
class EvaluationPage {
    private final EvaluationRound evaluations;
    private final RecommendationReader reader;
    private final People people;
    private final Network network;
    private final MessageSource messages;

    EvaluationPage(
            EvaluationRound evaluations,
            RecommendationReader reader,
            People people,
            Network network,
            MessageSource messages) {
        this.evaluations = evaluations;
        this.reader = reader;
        this.people = people;
        this.network = network;
        this.messages = messages;
    }

    /** One evaluation: what the ratings come to, and what each evaluator wrote. */
    record Round(
            String status,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            @Nullable Integer overall,
            @Nullable String reason,
            long rated,
            List<EvaluationView.Part> parts,
            List<Row> rows) {}

    /** What is said about one criterion; the median is null where nobody could assess it. */
    record Row(Criterion criterion, @Nullable Integer median, List<Voice> voices) {}

    record Voice(
            @Nullable String evaluator,
            @Nullable Integer score,
            @Nullable String narrative) {}

    /** Somebody who can be chosen. */
    record Candidate(String login, String name, boolean chosen) {}

    String show(
            RecommendationCode code,
            Map<String, String> typed,
            boolean asPart,
            Actor actor,
            Locale locale,
            Model model) {
        var item = reader.read(code, actor);
        var shown = evaluations.of(code, actor);
        var open = shown.stream()
                .filter(evaluation -> evaluation.status().equals("OPEN"))
                .findFirst()
                .orElse(null);
        model.addAttribute("facts", item.facts());
        model.addAttribute("folded", asPart);
        model.addAttribute("rounds", shown.stream().map(this::round).toList());
        model.addAttribute("may", item.actions());
        model.addAttribute("criteria", Criterion.values());
        model.addAttribute("candidates", candidates(open));
        model.addAttribute("complete", open != null && open.parts().stream().allMatch(EvaluationView.Part::rated));
        model.addAttribute("opened", open != null);
        model.addAttribute("form", typed.isEmpty() ? RatingForm.of(own(open, actor)) : new RatingForm(typed));
        model.addAttribute("crumbs", crumbs(code, locale));
        return "evaluation/evaluation";
    }

    private static EvaluationView.@Nullable Part own(@Nullable EvaluationView open, Actor actor) {
        return open == null
                ? null
                : open.parts().stream()
                        .filter(part -> actor.name().equals(part.evaluator()))
                        .findFirst()
                        .orElse(null);
    }

    private List<Candidate> candidates(@Nullable EvaluationView open) {
        return people.all().stream()
                .filter(person -> person.has(Role.EVALUATOR))
                .map(person -> new Candidate(
                        person.login(),
                        person.name(),
                        open != null
                                && open.parts().stream()
                                        .anyMatch(part -> person.name().equals(part.evaluator()))))
                .toList();
    }

    private Round round(EvaluationView evaluation) {
        return new Round(
                evaluation.status(),
                day(evaluation.openedAt()),
                evaluation.closedAt() == null ? null : day(evaluation.closedAt()),
                evaluation.overall(),
                evaluation.reason(),
                evaluation.parts().stream().filter(EvaluationView.Part::rated).count(),
                evaluation.parts(),
                Arrays.stream(Criterion.values())
                        .map(criterion ->
                                new Row(criterion, evaluation.medians().get(criterion), voices(evaluation, criterion)))
                        .filter(row -> !row.voices().isEmpty())
                        .toList());
    }

    private static List<Voice> voices(EvaluationView evaluation, Criterion criterion) {
        return evaluation.parts().stream()
                .flatMap(part -> part.ratings().stream()
                        .filter(rating -> rating.criterion() == criterion)
                        .map((Rating rating) -> new Voice(part.evaluator(), rating.score(), rating.narrative())))
                .toList();
    }

    private LocalDate day(Instant at) {
        return network.day(at);
    }

    private List<Crumb> crumbs(RecommendationCode code, Locale locale) {
        return List.of(
                new Crumb("/recommendations", messages.getMessage("nav.recommendations", null, locale)),
                new Crumb("/recommendations/" + code.value(), code.value()),
                new Crumb(null, messages.getMessage("evaluation.title", null, locale)));
    }
}
