package org.rumbo.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.exchange.ImportRow.Content;
import org.rumbo.recommendation.EvidenceCommand;
import org.rumbo.recommendation.EvidenceType;
import org.rumbo.recommendation.EvidenceView;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.Strength;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.WebAddress;
import org.rumbo.sheet.ColumnType;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Component;

/**
 * Documents as rows: what they are called, who issued them, where they are. What was handed in is never worded anew; a row
 * without an id is a further document, with a link, and of one that is there it can be said that its page is gone.
 */
@Component
class EvidenceSide implements SheetSide {
    private static final String NO_WAY_BACK = "exchange.undo.evidence";
    /** They show what they are without anybody being able to look them up. */
    private static final Set<String> WITHOUT_LINK = Set.of(EvidenceType.NOTE.name(), EvidenceType.INTERVIEW.name());

    private final RecommendationEditing editing;
    private final RecommendationAccess access;
    private final Presence presence;
    private final Network network;
    private final Clock clock;
    private final List<SheetField> fields = List.of(
            SheetField.locked("id", ColumnType.TEXT),
            SheetField.version(),
            SheetField.ofNewRows("code", ColumnType.TEXT),
            SheetField.ofNewRows("title", ColumnType.LONG_TEXT, 500),
            SheetField.ofNewRows("type", names(EvidenceType.values()), "evidenceType."),
            SheetField.ofNewRows("issuer", ColumnType.TEXT, 300),
            SheetField.ofNewRows("date", ColumnType.DATE),
            SheetField.ofNewRows("language", ColumnType.TEXT, 35),
            SheetField.ofNewRows("url", ColumnType.TEXT, 2000),
            SheetField.ofNewRows("strength", names(Strength.values()), "strength."),
            SheetField.ofNewRows("wish", names(Visibility.values()), "visibility.")
                    .onlyInside(),
            SheetField.locked("visibility", names(Visibility.values()), "visibility."),
            SheetField.locked("file", ColumnType.TEXT),
            SheetField.editable("linkGoneOn", ColumnType.DATE));

    EvidenceSide(
            RecommendationEditing editing,
            RecommendationAccess access,
            Presence presence,
            Network network,
            Clock clock) {
        this.editing = editing;
        this.access = access;
        this.presence = presence;
        this.network = network;
        this.clock = clock;
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    @Override
    public SheetKind kind() {
        return SheetKind.EVIDENCE;
    }

    @Override
    public List<SheetField> fields() {
        return fields;
    }

    @Override
    public List<Line> lines(Present item) {
        var lines = new ArrayList<Line>();
        for (var document : item.documents()) {
            lines.add(line(item.told().facts().code(), document));
        }
        return lines;
    }

    private static Line line(String code, EvidenceView document) {
        var values = new HashMap<String, @Nullable String>();
        values.put("id", document.id().toString());
        values.put("code", code);
        values.put("title", CellText.plain(document.title()));
        values.put("type", document.type().name());
        values.put("issuer", CellText.plain(document.issuer()));
        values.put("date", Objects.toString(document.date(), null));
        values.put("language", CellText.plain(document.language()));
        values.put("url", CellText.plain(document.url()));
        values.put("strength", document.strength().name());
        values.put("wish", Objects.toString(document.requestedVisibility(), null));
        values.put("visibility", document.visibility().name());
        var file = document.file();
        values.put("file", file == null ? null : CellText.plain(file.name()));
        values.put("linkGoneOn", Objects.toString(document.linkGoneOn(), null));
        return new Line(document.id(), "e", values);
    }

    @Override
    public void judge(RowComparison row, Present item, Actor actor) {
        if (!isPlaced(row, item, line -> {}) || !row.changesSomething()) {
            return;
        }
        if (row.isNewRow()) {
            judgeNew(row, item, actor);
        } else {
            row.check(() ->
                    access.require(actor, Permission.EVIDENCE_LINK, item.told().seen()));
            var document = line(item, row.thing());
            if (document != null && document.values().get("url") == null) {
                row.problem("linkGoneOn", "problem." + ProblemType.NO_LINK.slug());
            }
            row.requireNotAfter(row.content(), "linkGoneOn", network.day(clock.instant()));
        }
    }

    private void judgeNew(RowComparison row, Present item, Actor actor) {
        row.check(
                () -> access.require(actor, Permission.EVIDENCE_ADD, item.told().seen()));
        required(row, "title", "rule.title-required");
        required(row, "type", "field.type.choice-required");
        required(row, "strength", "field.strength.choice-required");
        var link = row.text("url");
        if (link != null && !WebAddress.isPage(link)) {
            row.problem("url", "rule.web-address");
        } else if (link == null && !WITHOUT_LINK.contains(Objects.requireNonNullElse(row.text("type"), ""))) {
            row.problem("url", "rule.document-required");
        }
        var language = row.text("language");
        if (language != null && Locale.forLanguageTag(language).getLanguage().isEmpty()) {
            row.problem("language", "field.language-tag");
        }
        row.requireNotAfter(row.content(), "date", network.day(clock.instant()));
        if (row.text("linkGoneOn") != null) {
            row.problem("linkGoneOn", "rule.sheet-later");
        }
        if (row.text("wish") == null) {
            row.assume("wish", null, Visibility.NETWORK.name());
        }
    }

    private static void required(RowComparison row, String field, String rule) {
        if (row.text(field) == null) {
            row.problem(field, rule);
        }
    }

    @Override
    public @Nullable String apply(ImportRow row, @Nullable Present item, @Nullable Line now, Actor actor) {
        var code = new RecommendationCode(Objects.requireNonNull(row.code()));
        if (now == null) {
            editing.addEvidence(code, () -> document(row.content()), actor, Expected.ANY);
        } else {
            mark(code, Objects.requireNonNull(now.thing()), row.content().wished("linkGoneOn"), actor);
        }
        return null;
    }

    private static EvidenceCommand document(Content content) {
        var date = content.wished("date");
        return new EvidenceCommand(
                EvidenceType.valueOf(Objects.requireNonNull(content.wished("type"))),
                Objects.requireNonNull(content.wished("title")),
                content.wished("issuer"),
                date == null ? null : LocalDate.parse(date),
                content.wished("language"),
                content.wished("url"),
                Strength.valueOf(Objects.requireNonNull(content.wished("strength"))),
                Visibility.valueOf(Objects.requireNonNull(content.wished("wish"))));
    }

    private void mark(RecommendationCode code, UUID document, @Nullable String goneOn, Actor actor) {
        editing.markLink(
                code,
                document,
                goneOn == null,
                () -> goneOn == null ? null : LocalDate.parse(goneOn),
                actor,
                Expected.ANY);
    }

    /** What was handed in stays, as in its form; what was said of its page is said back. */
    @Override
    public void undo(ImportRow row, Actor actor) {
        if (row.verdict() == ImportRow.Verdict.NEW) {
            throw new LeftAsItIs(NO_WAY_BACK);
        }
        var code = Objects.requireNonNull(row.code());
        var item = presence.changeable(List.of(code), Set.of(kind()), actor).get(code);
        var now = line(item, row.thing());
        if (now == null
                || !Objects.equals(now.values().get("linkGoneOn"), row.content().wished("linkGoneOn"))) {
            throw new DomainException(ProblemType.VERSION_MISMATCH);
        }
        mark(
                new RecommendationCode(code),
                Objects.requireNonNull(row.thing()),
                row.content().backwards().wished("linkGoneOn"),
                actor);
    }
}
