package org.rumbo.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationBlocks;
import org.rumbo.recommendation.RecommendationFilter;
import org.rumbo.shared.Language;
import org.rumbo.sheet.CellValue;
import org.rumbo.sheet.SheetRow;
import org.rumbo.sheet.WorkbookFormats;
import org.rumbo.sheet.WorkbookFrame;
import org.rumbo.sheet.WorkbookWriter;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what a list shows into files, block by block, so that neither memory nor the statements of a block grow with it. Each
 * recommendation is read once, with all that belongs to it.
 */
@Service
public class SheetDownloads {
    static final int FORMAT = 1;
    private static final int BLOCK = 500;
    private static final Set<SheetKind> PLANS = EnumSet.of(SheetKind.ACTIONS, SheetKind.VALUES);

    private final RecommendationBlocks blocks;
    private final Presence presence;
    private final SheetLayouts layouts;
    private final WorkbookFormats formats;
    private final AccessPolicy policy;
    private final Network network;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;

    SheetDownloads(
            RecommendationBlocks blocks,
            Presence presence,
            SheetLayouts layouts,
            WorkbookFormats formats,
            AccessPolicy policy,
            Network network,
            MessageSource messages,
            JsonMapper json,
            Clock clock) {
        this.blocks = blocks;
        this.presence = presence;
        this.layouts = layouts;
        this.formats = formats;
        this.policy = policy;
        this.network = network;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    public enum Format {
        XLSX,
        /** The recommendations alone. */
        CSV,
        ZIP
    }

    /** Refuses (403) who may take nothing away. */
    public void requireMayExport(Actor actor) {
        policy.requireSomewhere(actor, Permission.SHEET_EXPORT);
    }

    public boolean mayExport(Actor actor) {
        return policy.permitsSomewhere(actor, Permission.SHEET_EXPORT);
    }

    public void write(Format format, RecommendationFilter filter, Actor actor, Language language, OutputStream to)
            throws IOException {
        requireMayExport(actor);
        var inside = policy.permitsSomewhere(actor, Permission.ITEM_READ_FULL);
        var mine = filter.within(exportable(filter.countries(), actor));
        var sides = layouts.sides().stream()
                .filter(side -> isPart(side.kind(), format, inside))
                .toList();
        try (var writer = writer(format, frame(language), to);
                var later = new RowSpool(json)) {
            for (var side : sides) {
                writer.sheet(layouts.layout(side, inside, language.locale()));
                if (side.kind() != SheetKind.RECOMMENDATIONS) {
                    later.drain(side.kind(), values -> writer.row(SheetRow.of(cells(side, values, inside))));
                } else if (!mine.countries().isEmpty()) {
                    rows(sides, mine, inside, actor, writer, later);
                }
            }
            writer.finish();
        }
    }

    /** What a team plans and counts is not told outside the network. */
    private static boolean isPart(SheetKind kind, Format format, boolean inside) {
        return kind == SheetKind.RECOMMENDATIONS || (format != Format.CSV && (inside || !PLANS.contains(kind)));
    }

    private List<CountryCode> exportable(List<CountryCode> asked, Actor actor) {
        return network.countries().stream()
                .filter(country -> asked.isEmpty() || asked.contains(country))
                .filter(country -> policy.permits(actor, Permission.SHEET_EXPORT, AccessTarget.country(country)))
                .toList();
    }

    private WorkbookWriter writer(Format format, WorkbookFrame frame, OutputStream to) throws IOException {
        return switch (format) {
            case XLSX -> formats.xlsx(to, frame);
            case CSV -> formats.csv(to, frame, true);
            case ZIP -> formats.csvArchive(to, frame);
        };
    }

    WorkbookFrame frame(Language language) {
        var locale = language.locale();
        var readMe = new ArrayList<String>();
        readMe.add(say("exchange.readMe.title", language, network.name()));
        for (var line = 1; line <= 6; line++) {
            readMe.add(say("exchange.readMe." + line, language));
        }
        return new WorkbookFrame(
                "Rumbo",
                FORMAT,
                clock.instant(),
                language,
                messages.getMessage("exchange.readMe.title", new Object[] {network.name()}, locale),
                readMe,
                say("exchange.readMe", language),
                null);
    }

    private String say(String key, Language language, Object... facts) {
        return messages.getMessage(key, facts, language.locale());
    }

    /** Writes recommendations, and lays what belongs to them aside for the sheets that follow. */
    private void rows(
            List<SheetSide> sides,
            RecommendationFilter filter,
            boolean inside,
            Actor actor,
            WorkbookWriter writer,
            RowSpool later)
            throws IOException {
        var kinds = EnumSet.noneOf(SheetKind.class);
        sides.forEach(side -> kinds.add(side.kind()));
        @Nullable String after = null;
        do {
            var block = blocks.next(filter.block(BLOCK, after), actor);
            var items = block.items().stream()
                    .filter(told -> policy.permits(
                            actor, Permission.SHEET_EXPORT, told.seen().target()))
                    .toList();
            for (var item : presence.with(items, kinds, actor).values()) {
                for (var side : sides) {
                    for (var line : side.lines(item)) {
                        var values = side.written(line, item.told().full());
                        if (side.kind() == SheetKind.RECOMMENDATIONS) {
                            writer.row(SheetRow.of(cells(side, values, inside)));
                        } else {
                            later.add(side.kind(), values);
                        }
                    }
                }
            }
            after = block.next();
        } while (after != null);
    }

    static Map<String, CellValue> cells(SheetSide side, Map<String, @Nullable String> values, boolean inside) {
        var cells = new HashMap<String, CellValue>();
        for (var field : side.fields()) {
            if (inside || !field.inside()) {
                cells.put(field.name(), CellText.value(values.get(field.name()), field.type()));
            }
        }
        return cells;
    }
}
