package org.rumbo.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.recommendation.Seen;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what can be counted about an item, from a baseline to a target. It moves nothing. */
@Service
@Transactional
public class Measuring {
    private static final int MOST_INDICATORS = 20;
    private static final int MOST_VALUES = 500;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final Indicators indicators;
    private final IndicatorValues values;
    private final RecommendationLifecycle lifecycle;
    private final RecommendationAccess access;
    private final Network network;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    Measuring(
            Indicators indicators,
            IndicatorValues values,
            RecommendationLifecycle lifecycle,
            RecommendationAccess access,
            Network network,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.indicators = indicators;
        this.values = values;
        this.lifecycle = lifecycle;
        this.access = access;
        this.network = network;
        this.events = events;
        this.jdbc = jdbc;
    }

    public UUID add(RecommendationCode code, Supplier<IndicatorCommand> asked, Actor actor) {
        var about = during(code, actor);
        var measure = measure(asked.get(), null);
        if (indicators.countByRecommendationId(about.recommendation()) >= MOST_INDICATORS) {
            throw DomainException.ruleNotMet("name", "at-most-20-indicators");
        }
        var indicator = indicators.saveAndFlush(new Indicator(about.recommendation(), measure, actor.id(), about.at()));
        var detail = detail(indicator.id());
        detail.put("baseline", measure.baseline().toPlainString());
        detail.put("baselineOn", measure.baselineOn());
        detail.put("target", measure.target().toPlainString());
        detail.put("targetOn", measure.targetOn());
        events.publishEvent(new IndicatorEvent.IndicatorAdded(
                about, detail, Map.of("indicator", measure.name(), "unit", measure.unit())));
        return indicator.id();
    }

    public void change(RecommendationCode code, UUID id, Supplier<IndicatorCommand> asked, Actor actor) {
        var about = during(code, actor);
        var indicator = find(id, about);
        var command = asked.get();
        if (command.version() != null && command.version() != indicator.version()) {
            throw new DomainException(ProblemType.VERSION_MISMATCH, Map.of("current", indicator.version()));
        }
        var change = indicator.change(measure(command, indicator));
        if (change.isNone()) {
            return;
        }
        indicators.saveAndFlush(indicator);
        var detail = detail(id);
        detail.put("changes", change.changes());
        var texts = new HashMap<>(change.texts());
        texts.put("indicator", indicator.name());
        events.publishEvent(new IndicatorEvent.IndicatorChanged(about, detail, texts));
    }

    public UUID record(RecommendationCode code, UUID id, Supplier<IndicatorValueCommand> count, Actor actor) {
        var about = during(code, actor);
        var indicator = find(id, about);
        var command = checked(count.get(), indicator, about);
        var value =
                values.saveAndFlush(new IndicatorValue(id, command, actor.id(), about.at(), network.day(about.at())));
        events.publishEvent(new IndicatorEvent.ValueRecorded(about, detail(value), texts(indicator, value)));
        return value.id();
    }

    /** Records another value in place of one that was wrong; that one stays to be seen. */
    public UUID correct(
            RecommendationCode code, UUID id, UUID wrong, Supplier<IndicatorValueCommand> count, Actor actor) {
        var about = during(code, actor);
        var indicator = find(id, about);
        var before =
                values.findByIdAndIndicatorId(wrong, id).orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        if (values.existsByCorrectsId(wrong)) {
            throw DomainException.ruleNotMet("amount", "value-corrected-already");
        }
        var command = checked(count.get(), indicator, about);
        var value = values.saveAndFlush(before.corrected(command, actor.id(), about.at(), network.day(about.at())));
        var detail = detail(value);
        detail.put("corrects", wrong);
        detail.put("amountOld", before.amount().toPlainString());
        events.publishEvent(new IndicatorEvent.ValueCorrected(about, detail, texts(indicator, value)));
        return value.id();
    }

    private About during(RecommendationCode code, Actor actor) {
        return lifecycle.during(code, actor, seen -> access.require(actor, Permission.INDICATOR_EDIT, seen));
    }

    private Indicator find(UUID id, About about) {
        return indicators
                .findByIdAndRecommendationId(id, about.recommendation())
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    private static Indicator.Measure measure(IndicatorCommand command, @Nullable Indicator now) {
        var measure = new Indicator.Measure(
                present("name", command.name(), now == null ? null : now.name(), "text-required"),
                present("unit", command.unit(), now == null ? null : now.unit(), "text-required"),
                present("baseline", command.baseline(), now == null ? null : now.baseline(), "number-required"),
                present("baselineOn", command.baselineOn(), now == null ? null : now.baselineOn(), "date-required"),
                present("target", command.target(), now == null ? null : now.target(), "number-required"),
                present("targetOn", command.targetOn(), now == null ? null : now.targetOn(), "date-required"));
        requireYear("baselineOn", measure.baselineOn());
        requireYear("targetOn", measure.targetOn());
        return measure;
    }

    private static <T> T present(String field, @Nullable T asked, @Nullable T now, String rule) {
        if (asked != null) {
            return asked;
        }
        if (now == null) {
            throw DomainException.ruleNotMet(field, rule);
        }
        return now;
    }

    /** Refuses (422) numbers and days that no count can have; asked again whenever one is recorded. */
    @Transactional(readOnly = true, noRollbackFor = DomainException.class)
    public void requireFitting(@Nullable BigDecimal amount, @Nullable LocalDate on) {
        if (amount != null) {
            Amount.exact("amount", amount);
        }
        if (on != null) {
            requireYear("on", on);
        }
    }

    private IndicatorValueCommand checked(IndicatorValueCommand command, Indicator indicator, About about) {
        requireFitting(command.amount(), command.on());
        if (command.evidence() != null && !isOf(command.evidence(), about)) {
            throw DomainException.ruleNotMet("evidence", "evidence-of-this-recommendation");
        }
        if (values.countByIndicatorId(indicator.id()) >= MOST_VALUES) {
            throw DomainException.ruleNotMet("amount", "at-most-500-values");
        }
        return command;
    }

    private boolean isOf(UUID document, About about) {
        return jdbc.sql("select count(*) from evidence where id = ? and recommendation_id = ?")
                        .params(document, about.recommendation())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void requireYear(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw DomainException.ruleNotMet(field, "year-of-four-digits");
        }
    }

    private static Map<String, Object> detail(UUID id) {
        var detail = new HashMap<String, Object>();
        detail.put("id", id);
        return detail;
    }

    private static Map<String, Object> detail(IndicatorValue value) {
        var detail = detail(value.indicatorId());
        detail.put("value", value.id());
        detail.put("amount", value.amount().toPlainString());
        detail.put("on", value.measuredOn());
        detail.put("evidence", value.evidenceId());
        return detail;
    }

    private static Map<String, String> texts(Indicator indicator, IndicatorValue value) {
        var texts = new HashMap<String, String>();
        texts.put("indicator", indicator.name());
        texts.put("source", value.source());
        if (value.note() != null) {
            texts.put("note", value.note());
        }
        if (value.reason() != null) {
            texts.put("reason", value.reason());
        }
        return texts;
    }

    /** The indicators of an item for readers within the network, oldest first; readers from outside get none. */
    @Transactional(readOnly = true)
    public List<IndicatorView> indicators(RecommendationCode code, Actor actor) {
        var seen = access.see(code, actor);
        if (seen.reading().compareTo(Reading.NETWORK) < 0) {
            return List.of();
        }
        var all = values.findOf(seen.id()).stream().collect(Collectors.groupingBy(IndicatorValue::indicatorId));
        return indicators.findByRecommendationIdOrderByAddedAt(seen.id()).stream()
                .map(indicator -> view(indicator, all.getOrDefault(indicator.id(), List.of())))
                .toList();
    }

    /** The same of many items at once, by the item's id. */
    @Transactional(readOnly = true)
    public Map<UUID, List<IndicatorView>> indicatorsOf(Collection<Seen> items) {
        var shown = items.stream()
                .filter(seen -> seen.reading().compareTo(Reading.NETWORK) >= 0)
                .map(Seen::id)
                .toList();
        if (shown.isEmpty()) {
            return Map.of();
        }
        var all = values.findOfAll(shown).stream().collect(Collectors.groupingBy(IndicatorValue::indicatorId));
        return indicators.findByRecommendationIdInOrderByAddedAt(shown).stream()
                .collect(Collectors.groupingBy(
                        Indicator::recommendationId,
                        Collectors.mapping(
                                indicator -> view(indicator, all.getOrDefault(indicator.id(), List.of())),
                                Collectors.toList())));
    }

    /** One of them; what the reader may not see is not found. */
    @Transactional(readOnly = true)
    public IndicatorView indicator(RecommendationCode code, UUID id, Actor actor) {
        return indicators(code, actor).stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    private static IndicatorView view(Indicator indicator, List<IndicatorValue> recorded) {
        var corrections = new HashMap<UUID, UUID>();
        recorded.stream()
                .filter(value -> value.correctsId() != null)
                .forEach(value -> corrections.put(value.correctsId(), value.id()));
        var current = new ArrayList<IndicatorView.Value>();
        var corrected = new ArrayList<IndicatorView.Corrected>();
        for (var value : recorded) {
            if (corrections.containsKey(value.id())) {
                corrected.add(new IndicatorView.Corrected(
                        value.id(),
                        value.amount(),
                        value.measuredOn(),
                        value.source(),
                        Objects.requireNonNull(corrections.get(value.id()))));
            } else {
                current.add(new IndicatorView.Value(
                        value.id(),
                        value.amount(),
                        value.measuredOn(),
                        value.source(),
                        value.evidenceId(),
                        value.note(),
                        value.correctsId(),
                        value.reason()));
            }
        }
        return new IndicatorView(
                indicator.id(),
                indicator.name(),
                indicator.unit(),
                indicator.baseline(),
                indicator.baselineOn(),
                indicator.target(),
                indicator.targetOn(),
                current,
                corrected,
                indicator.version());
    }
}
