package org.rumbo.recommendation.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;

/** One text as it is typed in each of the three languages. */
record LanguageTexts(
        @Nullable String es, @Nullable String pt, @Nullable String en) {
    static LanguageTexts of(Map<String, String> byTag) {
        return new LanguageTexts(byTag.get("es"), byTag.get("pt"), byTag.get("en"));
    }

    /** Without the line breaks that a field of several lines lets in. */
    LanguageTexts inOneLine() {
        return new LanguageTexts(oneLine(es), oneLine(pt), oneLine(en));
    }

    private static @Nullable String oneLine(@Nullable String text) {
        return text == null ? null : text.replaceAll("\\s*\\R\\s*", " ");
    }

    public @Nullable String in(Language language) {
        return switch (language) {
            case ES -> es;
            case PT -> pt;
            case EN -> en;
        };
    }
}
