package org.rumbo.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rumbo.exchange.ImportRow.Verdict;
import org.rumbo.shared.Language;
import org.rumbo.sheet.CellValue;
import org.rumbo.sheet.ColumnType;
import org.rumbo.sheet.SheetRow;
import org.rumbo.sheet.WorkbookFormats;
import org.rumbo.sheet.WorkbookWriter;
import org.rumbo.team.Actor;
import org.springframework.stereotype.Service;

/** Gives the rows that could not be used back as a workbook with each problem at its cell, to be corrected and sent again. */
@Service
public class SheetCorrections {
    private static final int AT_ONCE = 200;

    private final SheetImports imports;
    private final SheetLayouts layouts;
    private final SheetDownloads downloads;
    private final SheetWords words;
    private final WorkbookFormats formats;

    SheetCorrections(
            SheetImports imports,
            SheetLayouts layouts,
            SheetDownloads downloads,
            SheetWords words,
            WorkbookFormats formats) {
        this.imports = imports;
        this.layouts = layouts;
        this.downloads = downloads;
        this.words = words;
        this.formats = formats;
    }

    public void write(UUID id, Actor actor, Language language, OutputStream to) throws IOException {
        var frame = downloads.frame(language).correcting(words.outcome("exchange.problems", language.locale()));
        try (var writer = formats.xlsx(to, frame)) {
            for (var side : layouts.sides()) {
                writer.sheet(layouts.layout(side, true, language.locale()));
                rows(id, side, actor, language, writer);
            }
            writer.finish();
        }
    }

    private void rows(UUID id, SheetSide side, Actor actor, Language language, WorkbookWriter writer)
            throws IOException {
        var after = -1;
        List<ImportRow> block;
        do {
            block = imports.rows(id, Set.of(Verdict.PROBLEM), after, AT_ONCE, actor);
            for (var row : block) {
                after = row.place();
                if (row.sheet() == side.kind()) {
                    writer.row(row(row, side, language));
                }
            }
        } while (block.size() == AT_ONCE);
    }

    private SheetRow row(ImportRow row, SheetSide side, Language language) {
        var cells = new LinkedHashMap<String, CellValue>();
        for (var field : side.fields()) {
            cells.put(field.name(), value(row.content().typed().get(field.name()), field));
        }
        var marks = new LinkedHashMap<String, String>();
        var others = new ArrayList<String>();
        for (var problem : row.content().problems()) {
            var sentence = words.problem(problem, language.locale());
            if (problem.field() != null && cells.containsKey(problem.field())) {
                marks.merge(problem.field(), sentence, (one, other) -> one + " " + other);
            } else {
                others.add(sentence);
            }
        }
        return new SheetRow(cells, marks, others);
    }

    /** What was not readable stays as it was typed. */
    private static CellValue value(@org.jspecify.annotations.Nullable String text, SheetField field) {
        if (text == null) {
            return CellValue.EMPTY;
        }
        var known = field.choices().isEmpty()
                || field.choices()
                        .containsAll(field.type() == ColumnType.CHOICE ? List.of(text) : CellText.codes(text));
        try {
            return known ? CellText.value(text, field.type()) : new CellValue.Unreadable(text);
        } catch (DateTimeParseException noDay) {
            return new CellValue.Unreadable(text);
        }
    }
}
