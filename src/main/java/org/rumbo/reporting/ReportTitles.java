package org.rumbo.reporting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rumbo.recommendation.TextErasure;
import org.rumbo.shared.Language;

/** The titles of items as they were, in the report's language where there is one. */
final class ReportTitles {

    private final Map<String, ItemImage> items;
    private final Map<String, String> texts;
    private final Language language;

    ReportTitles(Map<String, ItemImage> items, Map<String, String> texts, Language language) {
        this.items = items;
        this.texts = texts;
        this.language = language;
    }

    /** All titles of an item, by language tag. */
    Map<String, String> all(ItemImage image) {
        var titles = new LinkedHashMap<String, String>();
        image.titles()
                .forEach((in, commitment) -> titles.put(in.tag(), texts.getOrDefault(commitment, TextErasure.ERASED)));
        return titles;
    }

    String of(String code) {
        var image = items.get(code);
        if (image == null) {
            return code;
        }
        var titles = all(image);
        var wanted = titles.get(language.tag());
        return wanted != null ? wanted : titles.values().stream().findFirst().orElse(code);
    }
}
