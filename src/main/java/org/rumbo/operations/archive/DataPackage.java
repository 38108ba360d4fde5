package org.rumbo.operations.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The description that makes the tables readable for others: a data package with a schema for each. */
final class DataPackage {
    static final int FORMAT = 1;

    private final List<Map<String, Object>> resources = new ArrayList<>();

    void add(Table table, ArchiveWriter.Part part, long rows) {
        var resource = new LinkedHashMap<String, Object>();
        resource.put("name", table.name());
        resource.put("path", ArchiveFile.data(table.name()));
        resource.put("profile", "tabular-data-resource");
        resource.put("format", "jsonl");
        resource.put("mediatype", "application/jsonl");
        resource.put("encoding", "utf-8");
        resource.put("bytes", part.size());
        resource.put("hash", "sha256:" + part.sha256());
        resource.put("rows", rows);
        resource.put("schema", schema(table));
        resources.add(resource);
    }

    private static Map<String, Object> schema(Table table) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("fields", table.columns().stream().map(DataPackage::field).toList());
        if (!table.key().isEmpty()) {
            schema.put("primaryKey", table.key());
        }
        schema.put(
                "foreignKeys",
                table.references().stream()
                        .map(reference -> Map.of(
                                "fields",
                                reference.columns(),
                                "reference",
                                Map.of(
                                        // A table that names itself is called by the empty name.
                                        "resource",
                                        reference.table().equals(table.name()) ? "" : reference.table(),
                                        "fields",
                                        reference.to())))
                        .toList());
        return schema;
    }

    private static Map<String, Object> field(Table.Column column) {
        var field = new LinkedHashMap<String, Object>();
        field.put("name", column.name());
        field.put("type", column.kind().type());
        if (column.kind().format() != null) {
            field.put("format", column.kind().format());
        }
        if (!column.nullable()) {
            field.put("constraints", Map.of("required", true));
        }
        return field;
    }

    /**
     * @param missing hashes of files that rows name and nobody has any more
     */
    String text(String product, String schema, Instant at, Set<String> missing) {
        var text = new LinkedHashMap<String, Object>();
        text.put("profile", "data-package");
        text.put("name", "rumbo-archive");
        text.put("title", "Everything that an installation of Rumbo holds");
        text.put("created", at.toString());
        text.put(
                "rumbo",
                Map.of("format", FORMAT, "product", product, "schema", schema, "missing", List.copyOf(missing)));
        text.put("resources", resources);
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(text) + "\n";
    }
}
