package org.rumbo.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.exchange.ImportRow.Content;
import org.rumbo.progress.ActionPlan;
import org.rumbo.progress.TeamActionCommand;
import org.rumbo.progress.TeamActionView;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.sheet.ColumnType;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Component;

/** What teams plan to do, as rows: who does what by when, and that it is done. A row without an id is a new one. */
@Component
class ActionSide implements SheetSide {
    private static final String NO_WAY_BACK = "exchange.undo.done";
    private static final int LONGEST = 1000;
    private static final Set<String> OF_PLAN = Set.of("text", "owner", "due", "visibility");

    private final ActionPlan plan;
    private final RecommendationAccess access;
    private final People people;
    private final Network network;
    private final UndoWords words;
    private final Clock clock;
    private final List<SheetField> fields = List.of(
            SheetField.locked("id", ColumnType.TEXT),
            SheetField.version(),
            SheetField.ofNewRows("code", ColumnType.TEXT),
            SheetField.text("text", ColumnType.LONG_TEXT, LONGEST),
            SheetField.editable("owner", ColumnType.TEXT),
            SheetField.editable("due", ColumnType.DATE),
            SheetField.choosing(
                    "visibility",
                    ColumnType.CHOICE,
                    List.of(Visibility.TEAM.name(), Visibility.NETWORK.name()),
                    "visibility."),
            SheetField.editable("doneOn", ColumnType.DATE),
            SheetField.locked("cancelledOn", ColumnType.DATE),
            SheetField.remark("reason", LONGEST));

    ActionSide(
            ActionPlan plan,
            RecommendationAccess access,
            People people,
            Network network,
            UndoWords words,
            Clock clock) {
        this.plan = plan;
        this.access = access;
        this.people = people;
        this.network = network;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public SheetKind kind() {
        return SheetKind.ACTIONS;
    }

    @Override
    public List<SheetField> fields() {
        return fields;
    }

    @Override
    public List<Line> lines(Present item) {
        var lines = new ArrayList<Line>();
        for (var action : item.actions()) {
            var values = new HashMap<String, @Nullable String>();
            values.put("id", action.id().toString());
            values.put("code", item.told().facts().code());
            values.put("text", CellText.plain(action.text()));
            values.put("owner", action.owner());
            values.put("due", action.due().toString());
            values.put("visibility", action.visibility().name());
            values.put("doneOn", day(action.doneOn()));
            values.put("cancelledOn", day(action.cancelledOn()));
            lines.add(new Line(action.id(), String.valueOf(action.version()), values));
        }
        return lines;
    }

    @Override
    public boolean stays(Line line) {
        return line.values().get("cancelledOn") == null;
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    @Override
    public void judge(RowComparison row, Present item, Actor actor) {
        if (isPlaced(row, item, line -> requireOpen(row, line)) && row.changesSomething()) {
            judgeChanges(row, item, actor);
        }
    }

    private static void requireOpen(RowComparison row, Line line) {
        var open = line.values().get("doneOn") == null && line.values().get("cancelledOn") == null;
        if (row.changesSomething() && !open) {
            row.problem(row.firstChanged(), "rule.action-still-open");
        }
    }

    private void judgeChanges(RowComparison row, Present item, Actor actor) {
        var content = row.content();
        row.check(
                () -> access.require(actor, Permission.ACTION_EDIT, item.told().seen()));
        row.require(content, "text", "rule.text-required");
        row.require(content, "owner", "rule.owner-of-the-team");
        row.require(content, "due", "rule.date-required");
        if (!row.isNewRow()) {
            row.require(content, "visibility", "rule.sheet-value-required");
        }
        var owner = content.wished("owner");
        if (owner != null && !isOfTeam(owner, item.told().seen().country())) {
            row.problem("owner", "rule.owner-of-the-team");
        }
        if (!row.isNewRow() && content.changes("due") && row.text("reason") == null) {
            row.problem("reason", "rule.reason-required");
        }
        row.requireNotAfter(content, "doneOn", network.day(clock.instant()));
    }

    private boolean isOfTeam(String login, CountryCode country) {
        return plan.team(country).stream().anyMatch(person -> person.login().equals(login));
    }

    @Override
    public @Nullable String apply(ImportRow row, @Nullable Present item, @Nullable Line now, Actor actor) {
        var code = new RecommendationCode(Objects.requireNonNull(row.code()));
        var content = row.content();
        var id = row.thing();
        if (now == null || id == null) {
            id = plan.add(code, () -> command(content, null, null), actor);
        } else if (content.changes().stream().anyMatch(change -> OF_PLAN.contains(change.field()))) {
            var version = Integer.valueOf(now.tag());
            plan.change(code, id, () -> command(content, content.typed().get("reason"), version), actor);
        }
        var done = content.wished("doneOn");
        if (done != null) {
            plan.done(code, id, () -> LocalDate.parse(done), actor);
        }
        return id + " " + plan.action(code, id, actor).version();
    }

    private TeamActionCommand command(Content content, @Nullable String reason, @Nullable Integer version) {
        var due = content.wished("due");
        var visibility = content.wished("visibility");
        return new TeamActionCommand(
                content.wished("text"),
                owner(content.wished("owner")),
                due == null ? null : LocalDate.parse(due),
                visibility == null ? null : Visibility.valueOf(visibility),
                reason,
                version);
    }

    private @Nullable UUID owner(@Nullable String login) {
        return login == null
                ? null
                : people.byLogin(login)
                        .map(Actor::id)
                        .orElseThrow(() -> DomainException.ruleNotMet("owner", "owner-of-the-team"));
    }

    /** What was planned anew is cancelled: the plan itself keeps no other way. */
    @Override
    public void undo(ImportRow row, Actor actor) {
        var code = new RecommendationCode(Objects.requireNonNull(row.code()));
        var made = Objects.requireNonNull(row.made()).split(" ");
        var id = UUID.fromString(made[0]);
        if (row.content().changes("doneOn")) {
            throw new LeftAsItIs(NO_WAY_BACK);
        }
        if (row.verdict() == ImportRow.Verdict.NEW) {
            requireSame(plan.action(code, id, actor), made[1]);
            plan.cancel(code, id, () -> words.reason(actor), actor);
            return;
        }
        var before = new HashMap<String, @Nullable String>();
        row.content().changes().forEach(change -> before.put(change.field(), change.before()));
        var due = before.get("due");
        var visibility = before.get("visibility");
        plan.change(
                code,
                id,
                () -> new TeamActionCommand(
                        before.get("text"),
                        owner(before.get("owner")),
                        due == null ? null : LocalDate.parse(due),
                        visibility == null ? null : Visibility.valueOf(visibility),
                        words.reason(actor),
                        Integer.valueOf(made[1])),
                actor);
    }

    private static void requireSame(TeamActionView action, String version) {
        if (action.version() != Integer.parseInt(version)) {
            throw new DomainException(ProblemType.VERSION_MISMATCH);
        }
    }
}
