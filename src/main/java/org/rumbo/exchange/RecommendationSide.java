package org.rumbo.exchange;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rumbo.exchange.ImportRow.Content;
import org.rumbo.recommendation.EditCommand;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.MadeEdit;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.Position;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationBlocks;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.State;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.sheet.ColumnType;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.rumbo.team.Role;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Recommendations as rows: their own fields can be changed, and a row without a code is a team's new proposal. */
@Component
class RecommendationSide implements SheetSide {
    private static final String NO_WAY_BACK = "exchange.undo.proposal";

    private final RecommendationEditing editing;
    private final RecommendationBlocks blocks;
    private final RecommendationAccess access;
    private final People people;
    private final Network network;
    private final JsonMapper json;
    private final List<SheetField> fields;

    RecommendationSide(
            RecommendationEditing editing,
            RecommendationBlocks blocks,
            RecommendationAccess access,
            People people,
            Network network,
            JsonMapper json) {
        this.editing = editing;
        this.blocks = blocks;
        this.access = access;
        this.people = people;
        this.network = network;
        this.json = json;
        this.fields = fields(network);
    }

    private static List<SheetField> fields(Network network) {
        return List.of(
                SheetField.locked("code", ColumnType.TEXT),
                SheetField.version(),
                SheetField.ofNewRows("country", names(network.countries()), "country."),
                SheetField.locked("origin", names(List.of(Origin.values())), "list.origin."),
                SheetField.locked("state", names(List.of(State.values())), "state."),
                SheetField.ofNewRows(
                        "language",
                        Arrays.stream(Language.values()).map(Language::tag).toList(),
                        "language."),
                SheetField.text("title", ColumnType.LONG_TEXT, 300),
                SheetField.text("summary", ColumnType.LONG_TEXT, 4000),
                SheetField.text("addressee", ColumnType.TEXT, 500),
                SheetField.text("reading", ColumnType.LONG_TEXT, 4000),
                SheetField.choosing("themes", ColumnType.MULTI_CHOICE, network.themes(), "theme."),
                SheetField.choosing(
                        "sdgs",
                        ColumnType.MULTI_CHOICE,
                        IntStream.rangeClosed(1, 17).mapToObj(String::valueOf).toList(),
                        ""),
                SheetField.editable("targetDate", ColumnType.DATE),
                SheetField.editable("priority", ColumnType.BOOLEAN),
                SheetField.editable("owner", ColumnType.TEXT).onlyInside(),
                SheetField.locked("position", names(List.of(Position.values())), "position."),
                SheetField.locked("level", names(List.of(Level.values())), "level."));
    }

    private static List<String> names(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    @Override
    public SheetKind kind() {
        return SheetKind.RECOMMENDATIONS;
    }

    @Override
    public List<SheetField> fields() {
        return fields;
    }

    @Override
    public List<Line> lines(Present item) {
        var facts = item.told().facts();
        var values = new HashMap<String, @Nullable String>();
        values.put("code", facts.code());
        values.put("country", facts.country());
        values.put("origin", facts.origin().name());
        values.put("state", facts.state().name());
        values.put("language", facts.language());
        values.put("title", CellText.plain(facts.title()));
        values.put("summary", CellText.plain(facts.summary()));
        values.put("addressee", CellText.plain(facts.addressee()));
        values.put("reading", CellText.plain(facts.reading()));
        values.put(
                "themes",
                joined(facts.themes().stream()
                        .filter(network.themes()::contains)
                        .toList()));
        values.put("sdgs", joined(facts.sdgs()));
        values.put(
                "targetDate",
                facts.targetDate() == null ? null : facts.targetDate().toString());
        values.put("priority", String.valueOf(facts.priority()));
        values.put("owner", item.told().owner());
        values.put("position", facts.position().name());
        values.put("level", facts.level().validated().name());
        return List.of(new Line(null, Objects.requireNonNullElse(item.told().tag(), ""), values));
    }

    private static @Nullable String joined(List<?> values) {
        return values.isEmpty() ? null : values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public void judge(RowComparison row, Present item, Actor actor) {
        row.with(lines(item).get(0));
        if (row.changesSomething()) {
            judgeChanges(row, item, actor);
        }
    }

    @Override
    public void judgeWithoutItem(RowComparison row, Actor actor) {
        if (row.text("code") == null) {
            judgeNew(row, actor);
        } else {
            SheetSide.super.judgeWithoutItem(row, actor);
        }
    }

    private void judgeChanges(RowComparison row, Present item, Actor actor) {
        var content = row.content();
        var seen = item.told().seen();
        row.check(() -> {
            access.require(actor, Permission.ITEM_EDIT, seen);
            if (item.told().frozen()) {
                throw new DomainException(ProblemType.FROZEN);
            }
        });
        if (content.changes("reading")) {
            row.check(() -> access.require(actor, Permission.ITEM_EDIT_READING, seen));
        }
        if (content.changes("title") && content.wished("title") == null) {
            row.problem("title", "rule.title-required");
        }
        if (content.changes("summary") && content.wished("summary") == null) {
            row.problem("summary", "rule.summary-required");
        }
        row.check(() -> editing.requireFitting(seen.country(), command(content)));
    }

    private void judgeNew(RowComparison row, Actor actor) {
        row.asNew();
        var country = row.text("country") == null ? onlyCountry(actor) : row.text("country");
        row.assume("country", null, country);
        row.assume(
                "language",
                null,
                Objects.requireNonNullElse(
                        row.text("language"), network.defaultLanguage().tag()));
        if (row.text("title") == null) {
            row.problem("title", "rule.title-required");
        }
        if (row.text("summary") == null) {
            row.problem("summary", "rule.summary-required");
        }
        if (country == null || !network.countries().contains(new CountryCode(country))) {
            row.problem("country", "rule.country-of-the-network");
            return;
        }
        row.check(() -> editing.requireMayPropose(new CountryCode(country), actor));
        if (!row.hasProblem()) {
            row.check(() -> editing.requireFitting(new CountryCode(country), command(row.content())));
        }
    }

    private static @Nullable String onlyCountry(Actor actor) {
        var own = actor.countries().stream()
                .filter(country -> actor.has(Role.COORDINATOR, country))
                .toList();
        return own.size() == 1 ? own.get(0).iso2() : null;
    }

    private EditCommand command(Content content) {
        var clears = new HashSet<String>();
        for (var name : Set.of("addressee", "reading", "targetDate", "owner")) {
            if (content.changes(name) && content.wished(name) == null) {
                clears.add(name);
            }
        }
        var due = content.wished("targetDate");
        return new EditCommand(
                null,
                content.wished("title"),
                content.wished("summary"),
                content.wished("addressee"),
                content.wished("reading"),
                content.changes("themes") ? CellText.codes(content.wished("themes")) : null,
                content.changes("sdgs")
                        ? CellText.codes(content.wished("sdgs")).stream()
                                .map(Integer::valueOf)
                                .toList()
                        : null,
                due == null ? null : LocalDate.parse(due),
                content.changes("priority") ? Boolean.valueOf(content.wished("priority")) : null,
                owner(content.wished("owner")),
                Set.copyOf(clears));
    }

    private @Nullable UUID owner(@Nullable String login) {
        return login == null
                ? null
                : people.byLogin(login)
                        .map(Actor::id)
                        .orElseThrow(() -> DomainException.ruleNotMet("owner", "owner-of-the-team"));
    }

    @Override
    public @Nullable String apply(ImportRow row, @Nullable Present item, @Nullable Line now, Actor actor) {
        var command = command(row.content());
        if (item == null || now == null) {
            return propose(row.content(), command, actor).value();
        }
        var code = item.told().seen().code();
        return json.writeValueAsString(editing.edit(code, () -> command, actor, Expected.ofVersion(now.tag())));
    }

    private RecommendationCode propose(Content content, EditCommand command, Actor actor) {
        var country = new CountryCode(Objects.requireNonNull(content.wished("country")));
        var language = Language.of(Objects.requireNonNull(content.wished("language")));
        var code = editing.propose(
                country,
                language.orElse(network.defaultLanguage()),
                Objects.requireNonNull(command.title()),
                Objects.requireNonNull(command.summary()),
                actor);
        if (blocks.isProposedTwice(code)) {
            throw new AlreadyThere();
        }
        editing.edit(code, () -> command, actor, Expected.ANY);
        return code;
    }

    @Override
    public void undo(ImportRow row, Actor actor) {
        if (row.verdict() == ImportRow.Verdict.NEW) {
            throw new LeftAsItIs(NO_WAY_BACK);
        }
        var made = json.readValue(Objects.requireNonNull(row.made()), MadeEdit.class);
        editing.editAll(made.code(), made::before, actor, Expected.ofVersion(made.tag()));
    }
}
