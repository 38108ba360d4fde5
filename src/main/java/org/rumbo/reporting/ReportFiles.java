package org.rumbo.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.sheet.CsvLine;
import org.springframework.stereotype.Component;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes reports as data files. Equal reports give equal bytes, so the settings of the application's own JSON have no
 * say here.
 */
@Component
public class ReportFiles {
    private static final char MARK_OF_UTF_8 = '\uFEFF';
    private static final List<String> COLUMNS = List.of(
            "asOf",
            "code",
            "country",
            "origin",
            "title",
            "state",
            "stateSince",
            "closeReason",
            "supersededBy",
            "position",
            "levelSelf",
            "levelValidated",
            "rating",
            "targetDate",
            "daysLate",
            "markersMet",
            "markersTotal",
            "themes",
            "unverifiedSince");

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    public ReportFile json(ImplementationReport report) {
        return ReportFile.of(mapper.writeValueAsString(report) + "\n");
    }

    ImplementationReport read(byte[] json) {
        return mapper.readValue(json, ImplementationReport.class);
    }

    /** One row per item, as RFC 4180 wants it, with the mark by which spreadsheets know UTF-8. */
    public ReportFile csv(ImplementationReport report) {
        var out = new StringBuilder().append(MARK_OF_UTF_8);
        out.append(line(columns(report)));
        var late = report.late().stream()
                .collect(Collectors.toMap(ImplementationReport.Late::code, ImplementationReport.Late::days));
        report.items().forEach(item -> out.append(line(cells(report, item, late.get(item.code())))));
        return ReportFile.of(out.toString());
    }

    /** Invented facts stay known as such also where their rows are copied elsewhere. */
    private static List<String> columns(ImplementationReport report) {
        var columns = new ArrayList<>(COLUMNS);
        if (report.demonstration()) {
            columns.add("demonstration");
        }
        return columns;
    }

    private static List<@Nullable Object> cells(
            ImplementationReport report, ImplementationReport.Item item, @Nullable Long late) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(report.asOf());
        cells.add(item.code());
        cells.add(item.country());
        cells.add(item.origin());
        cells.add(item.title());
        cells.add(item.state());
        cells.add(item.stateSince());
        cells.add(item.closeReason());
        cells.add(item.supersededBy());
        cells.add(item.position());
        cells.add(item.level().self());
        cells.add(item.level().validated());
        cells.add(item.rating());
        cells.add(item.targetDate());
        cells.add(late);
        cells.add(item.markers().met());
        cells.add(item.markers().total());
        cells.add(String.join(" ", item.themes()));
        cells.add(item.unverifiedSince());
        if (report.demonstration()) {
            cells.add(true);
        }
        return cells;
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return CsvLine.of(cells.stream().map(cell -> Objects.toString(cell, "")).toList());
    }
}
