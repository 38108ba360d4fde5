package org.rumbo.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Describes CSV files for programs: a Data Package (version 1) whose resources have a Table Schema. */
final class DataPackage {
    static final String FILE = "datapackage.json";

    private DataPackage() {}

    static byte[] describe(WorkbookFrame frame, List<SheetLayout> sheets) {
        var about = new LinkedHashMap<String, Object>();
        about.put("profile", "tabular-data-package");
        about.put("name", "rumbo-sheets");
        about.put("title", frame.title());
        about.put("created", frame.writtenAt().toString());
        // Names of our own, which the standard allows beside its own.
        about.put("rumbo:product", frame.product());
        about.put("rumbo:format", frame.format());
        about.put("rumbo:language", frame.language().tag());
        about.put(
                "resources",
                sheets.stream()
                        .map(sheet -> resource(sheet, frame.problemsLabel() != null))
                        .toList());
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(about);
    }

    private static Map<String, Object> resource(SheetLayout sheet, boolean problems) {
        var resource = new LinkedHashMap<String, Object>();
        resource.put("profile", "tabular-data-resource");
        resource.put("name", sheet.key().toLowerCase(Locale.ROOT));
        resource.put("title", sheet.label());
        resource.put("path", sheet.key() + ".csv");
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("dialect", Map.of("delimiter", ",", "lineTerminator", "\r\n"));
        resource.put("schema", schema(sheet, problems));
        return resource;
    }

    private static Map<String, Object> schema(SheetLayout sheet, boolean problems) {
        var fields = new ArrayList<Map<String, Object>>();
        sheet.columns().forEach(column -> fields.add(field(column)));
        if (problems) {
            fields.add(Map.of("name", SheetLayout.PROBLEMS, "type", "string"));
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("fields", fields);
        schema.put("missingValues", List.of(""));
        if (!sheet.primaryKey().isEmpty()) {
            schema.put("primaryKey", sheet.primaryKey());
        }
        return schema;
    }

    private static Map<String, Object> field(SheetColumn column) {
        var field = new LinkedHashMap<String, Object>();
        field.put("name", column.key());
        field.put("title", column.label());
        if (column.help() != null) {
            field.put("description", column.help());
        }
        field.put(
                "type",
                switch (column.type()) {
                    case TEXT, LONG_TEXT, CHOICE, MULTI_CHOICE -> "string";
                    case DATE -> "date";
                    case BOOLEAN -> "boolean";
                    case INTEGER -> "integer";
                    case DECIMAL -> "number";
                });
        var constraints = constraints(column);
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        return field;
    }

    private static Map<String, Object> constraints(SheetColumn column) {
        var constraints = new LinkedHashMap<String, Object>();
        if (column.required()) {
            constraints.put("required", true);
        }
        var codes = column.choices().stream().map(Choice::code).toList();
        if (column.type() == ColumnType.CHOICE) {
            constraints.put("enum", codes.stream().map(FormulaGuard::guarded).toList());
        } else if (column.type() == ColumnType.MULTI_CHOICE) {
            // Codes with ";" between them: the standard has no list within a field, but it has patterns.
            var one = codes.stream().map(DataPackage::quoted).collect(Collectors.joining("|", "(", ")"));
            constraints.put("pattern", "'?" + one + "(;" + one + ")*");
        }
        return constraints;
    }

    /** With a backslash before what a pattern (of XML Schema) would take for itself. */
    private static String quoted(String code) {
        return code.replaceAll("([\\\\.?*+{}()|\\[\\]^$-])", "\\\\$1");
    }
}
