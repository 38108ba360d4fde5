package org.rumbo.exchange;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.exchange.ImportRow.Content;
import org.rumbo.progress.IndicatorValueCommand;
import org.rumbo.progress.IndicatorView;
import org.rumbo.progress.Measuring;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.sheet.ColumnType;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Component;

/**
 * What was counted, as rows: how much on which day, and where it can be read. A row without an id is a new count; one that is
 * changed is a correction, which leaves the wrong one in the indicator's past. An indicator without any count has an empty row.
 */
@Component
class ValueSide implements SheetSide {
    private static final String NO_WAY_BACK = "exchange.undo.value";
    private static final int LONGEST = 1000;
    private static final Set<String> OF_COUNT = Set.of("on", "amount", "source", "note");

    private final Measuring measuring;
    private final RecommendationAccess access;
    private final Network network;
    private final UndoWords words;
    private final Clock clock;
    private final List<SheetField> fields = List.of(
            SheetField.locked("id", ColumnType.TEXT),
            SheetField.version(),
            SheetField.ofNewRows("code", ColumnType.TEXT),
            SheetField.ofNewRows("indicator", ColumnType.TEXT, LONGEST),
            SheetField.ofNewRows("unit", ColumnType.TEXT, LONGEST),
            SheetField.editable("on", ColumnType.DATE),
            SheetField.editable("amount", ColumnType.DECIMAL),
            SheetField.text("source", ColumnType.LONG_TEXT, LONGEST),
            SheetField.text("note", ColumnType.LONG_TEXT, LONGEST),
            SheetField.remark("reason", LONGEST));

    ValueSide(Measuring measuring, RecommendationAccess access, Network network, UndoWords words, Clock clock) {
        this.measuring = measuring;
        this.access = access;
        this.network = network;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public SheetKind kind() {
        return SheetKind.VALUES;
    }

    @Override
    public List<SheetField> fields() {
        return fields;
    }

    @Override
    public List<Line> lines(Present item) {
        var lines = new ArrayList<Line>();
        for (var indicator : item.indicators()) {
            if (indicator.values().isEmpty()) {
                lines.add(new Line(null, "c", named(item, indicator)));
            }
            for (var count : indicator.values()) {
                lines.add(line(item, indicator, count, count.id()));
            }
        }
        return lines;
    }

    private static Map<String, @Nullable String> named(Present item, IndicatorView indicator) {
        var values = new HashMap<String, @Nullable String>();
        values.put("code", item.told().facts().code());
        values.put("indicator", CellText.plain(indicator.name()));
        values.put("unit", CellText.plain(indicator.unit()));
        return values;
    }

    private static Line line(Present item, IndicatorView indicator, IndicatorView.Value count, UUID id) {
        var values = named(item, indicator);
        values.put("id", id.toString());
        values.put("on", count.on().toString());
        values.put("amount", count.amount().toPlainString());
        values.put("source", CellText.plain(count.source()));
        values.put("note", CellText.plain(count.note()));
        return new Line(count.id(), "c", values);
    }

    /** A count that was corrected since is what it was corrected to. */
    @Override
    public @Nullable Line line(@Nullable Present item, @Nullable UUID thing) {
        if (item == null || thing == null) {
            return null;
        }
        for (var indicator : item.indicators()) {
            var now = now(indicator, thing);
            for (var count : indicator.values()) {
                if (count.id().equals(now)) {
                    return line(item, indicator, count, thing);
                }
            }
        }
        return null;
    }

    private static UUID now(IndicatorView indicator, UUID thing) {
        var better = new HashMap<UUID, UUID>();
        indicator.corrected().forEach(wrong -> better.put(wrong.id(), wrong.correctedBy()));
        var now = thing;
        for (var next = better.get(now); next != null; next = better.get(now)) {
            now = next;
        }
        return now;
    }

    @Override
    public void judge(RowComparison row, Present item, Actor actor) {
        if (row.text("id") == null && OF_COUNT.stream().allMatch(field -> row.text(field) == null)) {
            return;
        }
        if (isPlaced(row, item, line -> {}) && row.changesSomething()) {
            judgeChanges(row, item, actor);
        }
    }

    private void judgeChanges(RowComparison row, Present item, Actor actor) {
        var content = row.content();
        row.check(() ->
                access.require(actor, Permission.INDICATOR_EDIT, item.told().seen()));
        row.require(content, "on", "rule.date-required");
        row.require(content, "amount", "rule.number-required");
        row.require(content, "source", "rule.source-required");
        row.requireNotAfter(content, "on", network.day(clock.instant()));
        row.check(() -> measuring.requireFitting(number(content.wished("amount")), day(content.wished("on"))));
        if (!row.isNewRow()) {
            if (row.text("reason") == null) {
                row.problem("reason", "rule.reason-required");
            }
            return;
        }
        var named = of(content, item.indicators());
        if (named.size() == 1) {
            row.assume("indicator", null, CellText.plain(named.get(0).name()));
            row.assume("unit", null, CellText.plain(named.get(0).unit()));
        } else {
            row.problem("indicator", named.isEmpty() ? "rule.sheet-indicator-unknown" : "rule.sheet-indicator-twice");
        }
    }

    /** Those that a new row names; its unit tells two of one name apart. */
    private static List<IndicatorView> of(Content content, List<IndicatorView> indicators) {
        var unit = content.wished("unit");
        return indicators.stream()
                .filter(indicator -> isCalled(indicator.name(), content.wished("indicator")))
                .filter(indicator -> unit == null || isCalled(indicator.unit(), unit))
                .toList();
    }

    private static boolean isCalled(String name, @Nullable String typed) {
        return typed != null
                && typed.toLowerCase(Locale.ROOT)
                        .equals(Objects.requireNonNullElse(CellText.plain(name), "")
                                .toLowerCase(Locale.ROOT));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @Override
    public @Nullable String apply(ImportRow row, @Nullable Present item, @Nullable Line now, Actor actor) {
        var code = new RecommendationCode(Objects.requireNonNull(row.code()));
        var indicators = Objects.requireNonNull(item).indicators();
        if (now == null) {
            var named = of(row.content(), indicators);
            if (named.size() != 1) {
                throw DomainException.ruleNotMet("indicator", "sheet-indicator-unknown");
            }
            measuring.record(code, named.get(0).id(), () -> count(row.content(), null, null), actor);
            return null;
        }
        var reason = row.content().typed().get("reason");
        return correct(code, Objects.requireNonNull(now.thing()), row.content(), reason, indicators, actor)
                .toString();
    }

    private UUID correct(
            RecommendationCode code,
            UUID wrong,
            Content content,
            @Nullable String reason,
            List<IndicatorView> indicators,
            Actor actor) {
        for (var indicator : indicators) {
            for (var count : indicator.values()) {
                if (count.id().equals(wrong)) {
                    return measuring.correct(code, indicator.id(), wrong, () -> count(content, count, reason), actor);
                }
            }
        }
        throw new DomainException(ProblemType.VERSION_MISMATCH);
    }

    /**
     * @param before what it corrects; what the row does not change stays
     */
    private static IndicatorValueCommand count(
            Content content, IndicatorView.@Nullable Value before, @Nullable String reason) {
        var amount = number(content.wished("amount"));
        var on = day(content.wished("on"));
        var source = content.wished("source");
        if (before == null) {
            return new IndicatorValueCommand(
                    Objects.requireNonNull(amount),
                    Objects.requireNonNull(on),
                    Objects.requireNonNull(source),
                    null,
                    content.wished("note"),
                    null);
        }
        return new IndicatorValueCommand(
                amount == null ? before.amount() : amount,
                on == null ? before.on() : on,
                source == null ? before.source() : source,
                before.evidence(),
                content.changes("note") ? content.wished("note") : before.note(),
                reason);
    }

    /** A correction is corrected once more; a count that was added stays, as in its form. */
    @Override
    public void undo(ImportRow row, Actor actor) {
        if (row.verdict() == ImportRow.Verdict.NEW) {
            throw new LeftAsItIs(NO_WAY_BACK);
        }
        var code = new RecommendationCode(Objects.requireNonNull(row.code()));
        correct(
                code,
                UUID.fromString(Objects.requireNonNull(row.made())),
                row.content().backwards(),
                words.reason(actor),
                measuring.indicators(code, actor),
                actor);
    }
}
