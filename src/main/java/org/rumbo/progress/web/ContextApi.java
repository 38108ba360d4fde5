package org.rumbo.progress.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.ContextKind;
import org.rumbo.progress.ContextOutcome;
import org.rumbo.progress.ContextView;
import org.rumbo.progress.CountryContext;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.TypedDay;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What happens in a country, and items in its light, over REST. */
@RestController
@RequestMapping("/api/v1")
class ContextApi {
    private final CountryContext context;

    ContextApi(CountryContext context) {
        this.context = context;
    }

    record ContextList(List<ContextView> items) {}

    /** @param language its tag */
    record ContextBody(
            @Nullable ContextKind kind,
            @Nullable LocalDate on,
            @Nullable String title,
            @Nullable String language,
            @Nullable String url,
            @Nullable String text) {

        ContextForm asForm() {
            var written = language == null
                    ? null
                    : Language.of(language).orElseThrow(() -> DomainException.malformed("language"));
            return new ContextForm(kind, TypedDay.of(on), title, written, url, text);
        }
    }

    record AskBody(@Nullable List<String> codes) {
        List<RecommendationCode> items() {
            return codes == null
                    ? List.of()
                    : codes.stream()
                            .filter(Objects::nonNull)
                            .map(RecommendationCode::new)
                            .toList();
        }
    }

    record AnswerBody(
            @Nullable ContextOutcome outcome, @Nullable String sentence) {
        ContextAnswer asForm() {
            return new ContextAnswer(outcome, sentence);
        }
    }

    @GetMapping("/countries/{country}/context")
    @Needs(Permission.ITEM_READ_NETWORK)
    ContextList list(@PathVariable CountryCode country, Actor actor) {
        return new ContextList(context.of(country, actor));
    }

    @PostMapping("/countries/{country}/context")
    @Needs(Permission.CONTEXT_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    ContextView add(@PathVariable CountryCode country, @RequestBody ContextBody body, Actor actor) {
        var id = context.add(country, () -> body.asForm().toCommand(), actor);
        return event(country, id, actor);
    }

    @PostMapping("/countries/{country}/context/{event}/review")
    @Needs(Permission.CONTEXT_EDIT)
    ContextView ask(
            @PathVariable CountryCode country, @PathVariable UUID event, @RequestBody AskBody body, Actor actor) {
        context.ask(country, event, body::items, actor);
        return event(country, event, actor);
    }

    private ContextView event(CountryCode country, UUID id, Actor actor) {
        return context.of(country, actor).stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    @GetMapping("/recommendations/{code}/context")
    @Needs(Permission.ITEM_READ_RELEASED)
    ContextList ofItem(@PathVariable RecommendationCode code, Actor actor) {
        return new ContextList(context.of(code, actor));
    }

    @PostMapping("/recommendations/{code}/context/{review}")
    @Needs(Permission.PROGRESS_REPORT)
    ContextList answer(
            @PathVariable RecommendationCode code,
            @PathVariable UUID review,
            @RequestBody AnswerBody body,
            Actor actor) {
        var answer = body.asForm();
        context.answer(code, review, answer::chosen, answer::words, actor);
        return new ContextList(context.of(code, actor));
    }
}
