package org.rumbo.recommendation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a cited passage as data for the Citation Style Language, whose schema says every name below. */
final class CslJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CslJson() {}

    static String of(CitedPassage cited) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", cited.key());
        item.put("type", cited.chapter() == null ? "report" : "chapter");
        if (!cited.authors().isEmpty()) {
            item.put(
                    "author",
                    cited.authors().stream()
                            .map(name -> Map.of("literal", name))
                            .toList());
        }
        if (!cited.editors().isEmpty()) {
            item.put(
                    "editor",
                    cited.editors().stream()
                            .map(name -> Map.of("literal", name))
                            .toList());
        }
        if (cited.chapter() == null) {
            item.put("title", cited.title());
        } else {
            item.put("title", cited.chapter());
            item.put("container-title", cited.title());
            item.put("chapter-number", String.valueOf(cited.chapterNumber()));
        }
        put(item, "page", cited.page() == null ? null : String.valueOf(cited.page()));
        put(item, "publisher", cited.publishers().isEmpty() ? null : String.join("; ", cited.publishers()));
        item.put(
                "issued",
                Map.of(
                        "date-parts",
                        List.of(cited.month() == null ? List.of(cited.year()) : List.of(cited.year(), cited.month()))));
        put(item, "ISBN", cited.isbn());
        item.put("language", cited.language());
        var paper = cited.paperAddress();
        item.put("note", paper == null ? cited.place() : cited.place() + ": " + cited.address());
        item.put("URL", paper == null ? cited.address() : paper);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(List.of(item)) + "\n";
    }

    private static void put(Map<String, Object> item, String field, @Nullable String value) {
        if (value != null) {
            item.put(field, value);
        }
    }
}
