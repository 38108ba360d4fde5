package org.rumbo.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.exchange.ImportRow.Content;
import org.rumbo.recommendation.Ambition;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.MarkerCommand;
import org.rumbo.recommendation.MarkerView;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.State;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.sheet.ColumnType;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Component;

/** Markers as rows: their wording, and whether they are met. A row without an id is a new one. */
@Component
class MarkerSide implements SheetSide {
    private static final String NO_WAY_BACK = "exchange.undo.marker";
    private static final int LONGEST = 1000;

    private final RecommendationEditing editing;
    private final RecommendationAccess access;
    private final Network network;
    private final UndoWords words;
    private final Clock clock;
    private final List<SheetField> fields = List.of(
            SheetField.locked("id", ColumnType.TEXT),
            SheetField.version(),
            SheetField.ofNewRows("code", ColumnType.TEXT),
            SheetField.text("text", ColumnType.LONG_TEXT, LONGEST),
            SheetField.choosing(
                    "ambition",
                    ColumnType.CHOICE,
                    Arrays.stream(Ambition.values()).map(Enum::name).toList(),
                    "ambition."),
            SheetField.editable("met", ColumnType.BOOLEAN),
            SheetField.editable("metOn", ColumnType.DATE),
            SheetField.remark("reason", LONGEST));

    MarkerSide(
            RecommendationEditing editing, RecommendationAccess access, Network network, UndoWords words, Clock clock) {
        this.editing = editing;
        this.access = access;
        this.network = network;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public SheetKind kind() {
        return SheetKind.MARKERS;
    }

    @Override
    public List<SheetField> fields() {
        return fields;
    }

    @Override
    public List<Line> lines(Present item) {
        var lines = new ArrayList<Line>();
        for (var marker : item.told().facts().markers()) {
            var values = new HashMap<String, @Nullable String>();
            values.put("id", marker.id().toString());
            values.put("code", item.told().facts().code());
            for (var field : List.of("text", "ambition", "met", "metOn")) {
                values.put(field, value(marker, field));
            }
            lines.add(new Line(marker.id(), "m", values));
        }
        return lines;
    }

    private static @Nullable String value(MarkerView marker, String field) {
        return switch (field) {
            case "text" -> CellText.plain(marker.text());
            case "ambition" -> marker.ambition().name();
            case "met" -> String.valueOf(marker.met());
            case "metOn" -> marker.metOn() == null ? null : marker.metOn().toString();
            default -> null;
        };
    }

    @Override
    public void judge(RowComparison row, Present item, Actor actor) {
        if (isPlaced(row, item, line -> dayOfMeeting(row, line)) && row.changesSomething()) {
            judgeChanges(row, item, actor);
        }
    }

    /** Who says that it is met and not when, means today; what is not met any more was met on no day. */
    private void dayOfMeeting(RowComparison row, Line line) {
        var content = row.content();
        var before = line.values().get("metOn");
        if ("true".equals(content.wished("met")) && row.text("metOn") == null) {
            row.assume("metOn", before, today().toString());
        } else if ("false".equals(content.wished("met")) && !content.changes("metOn")) {
            row.assume("metOn", before, null);
        }
    }

    private LocalDate today() {
        return network.day(clock.instant());
    }

    private void judgeChanges(RowComparison row, Present item, Actor actor) {
        var content = row.content();
        var seen = item.told().seen();
        var met = "true".equals(Objects.requireNonNullElse(row.text("met"), "false"));
        if (row.isNewRow() || rewords(content)) {
            row.check(() -> access.require(actor, Permission.MARKER_EDIT, seen));
            if (seen.state() == State.ADOPTED && row.text("reason") == null) {
                row.problem("reason", "rule.reason-required");
            }
            row.require(content, "text", "rule.text-required");
            if (content.changes("ambition") && content.wished("ambition") == null) {
                row.problem("ambition", "rule.sheet-value-required");
            }
        }
        if (content.changes("met") || content.changes("metOn")) {
            row.check(() -> access.require(actor, Permission.MARKER_MET, seen));
            var on = content.wished("metOn");
            if (on != null && !met) {
                row.problem("metOn", "rule.sheet-met-first");
            } else {
                row.requireNotAfter(content, "metOn", today());
            }
        }
        row.check(() -> {
            if (item.told().frozen()) {
                throw new DomainException(ProblemType.FROZEN);
            }
        });
    }

    private static boolean rewords(Content content) {
        return content.changes("text") || content.changes("ambition");
    }

    @Override
    public @Nullable String apply(ImportRow row, @Nullable Present item, @Nullable Line now, Actor actor) {
        var code = new RecommendationCode(Objects.requireNonNull(row.code()));
        var content = row.content();
        if (now == null) {
            return editing.addMarker(
                            code, () -> command(content, content.typed().get("reason")), actor, Expected.ANY)
                    .toString();
        }
        change(code, row, content, content.typed().get("reason"), actor);
        return null;
    }

    private void change(RecommendationCode code, ImportRow row, Content content, @Nullable String reason, Actor actor) {
        var needed = new HashSet<Permission>();
        if (rewords(content)) {
            needed.add(Permission.MARKER_EDIT);
        }
        if (content.changes("met") || content.changes("metOn")) {
            needed.add(Permission.MARKER_MET);
        }
        editing.changeMarker(
                code,
                Objects.requireNonNull(row.thing()),
                Set.copyOf(needed),
                marker -> content.changes().stream()
                        .allMatch(change -> Objects.equals(value(marker, change.field()), change.before())),
                () -> command(content, reason),
                actor,
                Expected.ANY);
    }

    private static MarkerCommand command(Content content, @Nullable String reason) {
        var ambition = content.wished("ambition");
        var on = content.wished("metOn");
        var met = content.changes("met") ? Boolean.valueOf(content.wished("met")) : on != null ? Boolean.TRUE : null;
        return new MarkerCommand(
                content.wished("text"),
                ambition == null ? null : Ambition.valueOf(ambition),
                met,
                on == null ? null : LocalDate.parse(on),
                reason);
    }

    @Override
    public void undo(ImportRow row, Actor actor) {
        if (row.verdict() == ImportRow.Verdict.NEW) {
            throw new LeftAsItIs(NO_WAY_BACK);
        }
        var content = row.content().backwards();
        change(
                new RecommendationCode(Objects.requireNonNull(row.code())),
                row,
                content,
                rewords(content) ? words.reason(actor) : null,
                actor);
    }
}
