package org.rumbo.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A reading as its expectation is written beside the paper: everything that was found, in words that are quick to compare. */
final class Seen {
    static final YAMLMapper YAML = new YAMLMapper();

    private Seen() {}

    static Map<String, Object> of(PaperReading reading) {
        var seen = new LinkedHashMap<String, Object>();
        put(seen, "title", reading.title());
        seen.put("confidence", reading.confidence().name());
        put(seen, "warnings", warnings(reading.warnings()));
        seen.put("chapters", reading.chapters().stream().map(Seen::chapter).toList());
        seen.put("passages", reading.passages().stream().map(Seen::passage).toList());
        put(
                seen,
                "skipped",
                reading.skipped().stream()
                        .map(item -> item.chapter() + " " + item.mark() + " " + item.reason() + " "
                                + place(item.place()) + ": " + item.text())
                        .toList());
        return seen;
    }

    private static Map<String, Object> chapter(Chapter chapter) {
        var seen = new LinkedHashMap<String, Object>();
        put(seen, "country", chapter.country());
        seen.put("title", chapter.title());
        put(seen, "authors", chapter.authors());
        seen.put("place", place(chapter.place()));
        put(seen, "heading", chapter.heading() == null ? null : place(chapter.heading()));
        seen.put("confidence", chapter.confidence().name());
        put(seen, "warnings", warnings(chapter.warnings()));
        return seen;
    }

    private static Map<String, Object> passage(Passage passage) {
        var seen = new LinkedHashMap<String, Object>();
        seen.put("letter", passage.chapter() + "-" + passage.letter());
        seen.put("mark", passage.mark());
        put(seen, "leadIn", passage.leadIn());
        seen.put("text", passage.text());
        seen.put("place", place(passage.place()));
        seen.put("confidence", passage.confidence().name());
        put(seen, "warnings", warnings(passage.warnings()));
        return seen;
    }

    private static void put(Map<String, Object> seen, String name, @Nullable Object value) {
        if (value != null && !List.of().equals(value)) {
            seen.put(name, value);
        }
    }

    private static List<String> warnings(List<Warning> warnings) {
        var seen = new ArrayList<String>();
        warnings.forEach(one -> seen.add(one.kind() + " " + one.line()
                + (one.arguments().isEmpty() ? "" : " " + String.join("|", one.arguments()))));
        return seen;
    }

    private static String place(Place place) {
        var lines = place.firstLine() + "-" + place.lastLine();
        var pages = place.firstPage() == null && place.lastPage() == null
                ? ""
                : " p. " + place.firstPage() + "-" + place.lastPage();
        return lines + pages + (place.pageDerived() ? " derived" : "");
    }
}
