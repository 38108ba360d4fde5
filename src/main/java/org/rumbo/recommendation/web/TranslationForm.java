package org.rumbo.recommendation.web;

import java.util.EnumMap;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.TextField;
import org.rumbo.recommendation.TranslationCommand;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;

/**
 * Translations as they are typed. One that is left blank stays as it is: it can be worded anew, not removed.
 *
 * @param to the language's tag
 * @param tag stands for what the page showed
 */
record TranslationForm(
        @Nullable String to,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String reading,
        @Nullable String tag) {

    Language language() {
        return Language.of(to == null ? "" : to).orElseThrow(() -> DomainException.malformed("to"));
    }

    @Nullable
    String typed(TextField field) {
        return switch (field) {
            case TITLE -> title;
            case SUMMARY -> summary;
            case READING -> reading;
        };
    }

    TranslationCommand toCommand() {
        var check = new FormCheck();
        var texts = new EnumMap<TextField, String>(TextField.class);
        for (var field : TextField.values()) {
            var text = check.text(name(field), typed(field), field.longest());
            if (text != null) {
                texts.put(field, text);
            }
        }
        check.done();
        return new TranslationCommand(texts, false);
    }

    static String name(TextField field) {
        return field.name().toLowerCase(java.util.Locale.ROOT);
    }
}
