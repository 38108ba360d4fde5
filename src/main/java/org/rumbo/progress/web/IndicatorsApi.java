package org.rumbo.progress.web;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.IndicatorCommand;
import org.rumbo.progress.IndicatorValueCommand;
import org.rumbo.progress.IndicatorView;
import org.rumbo.progress.Measuring;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.InputText;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is counted about an item, over REST; numbers are exact decimals. */
@RestController
@RequestMapping("/api/v1/recommendations/{code}/indicators")
class IndicatorsApi {
    private final Measuring measuring;

    IndicatorsApi(Measuring measuring) {
        this.measuring = measuring;
    }

    record IndicatorList(List<IndicatorView> items) {}

    record IndicatorBody(
            @Nullable String name,
            @Nullable String unit,
            @Nullable BigDecimal baseline,
            @Nullable LocalDate baselineOn,
            @Nullable BigDecimal target,
            @Nullable LocalDate targetOn,
            @Nullable Integer version) {

        IndicatorCommand toCommand() {
            var input = new InputText();
            var called = name == null ? null : input.required("name", name, IndicatorForm.NAME, "text-required");
            var counted = unit == null ? null : input.required("unit", unit, IndicatorForm.UNIT, "text-required");
            input.check();
            return new IndicatorCommand(called, counted, baseline, baselineOn, target, targetOn, version);
        }
    }

    record ValueBody(
            @Nullable BigDecimal amount,
            @Nullable LocalDate on,
            @Nullable String source,
            @Nullable UUID evidence,
            @Nullable String note,
            @Nullable String reason) {

        IndicatorValueCommand toCommand() {
            var input = new InputText();
            if (amount == null) {
                input.violated("amount", "number-required");
            }
            if (on == null) {
                input.violated("on", "date-required");
            }
            var command = new IndicatorValueCommand(
                    amount == null ? BigDecimal.ZERO : amount,
                    on == null ? LocalDate.EPOCH : on,
                    input.required("source", source, IndicatorValueForm.LINE, "source-required"),
                    evidence,
                    input.optional("note", note, IndicatorValueForm.LINE),
                    input.optional("reason", reason, IndicatorValueForm.LINE));
            input.check();
            return command;
        }
    }

    @GetMapping
    @Needs(Permission.ITEM_READ_RELEASED)
    IndicatorList list(@PathVariable RecommendationCode code, Actor actor) {
        return new IndicatorList(measuring.indicators(code, actor));
    }

    @PostMapping
    @Needs(Permission.INDICATOR_EDIT)
    ResponseEntity<IndicatorView> add(
            @PathVariable RecommendationCode code, @RequestBody IndicatorBody body, Actor actor) {
        var id = measuring.add(code, body::toCommand, actor);
        return ResponseEntity.created(URI.create("/api/v1/recommendations/" + code + "/indicators/" + id))
                .body(measuring.indicator(code, id, actor));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.INDICATOR_EDIT)
    IndicatorView change(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @RequestBody IndicatorBody body,
            Actor actor) {
        measuring.change(code, id, body::toCommand, actor);
        return measuring.indicator(code, id, actor);
    }

    @PostMapping("/{id}/values")
    @Needs(Permission.INDICATOR_EDIT)
    IndicatorView record(
            @PathVariable RecommendationCode code, @PathVariable UUID id, @RequestBody ValueBody body, Actor actor) {
        measuring.record(code, id, body::toCommand, actor);
        return measuring.indicator(code, id, actor);
    }

    @PostMapping("/{id}/values/{value}/correction")
    @Needs(Permission.INDICATOR_EDIT)
    IndicatorView correct(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @PathVariable UUID value,
            @RequestBody ValueBody body,
            Actor actor) {
        measuring.correct(code, id, value, body::toCommand, actor);
        return measuring.indicator(code, id, actor);
    }
}
