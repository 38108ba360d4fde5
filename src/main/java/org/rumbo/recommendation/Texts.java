package org.rumbo.recommendation;

import jakarta.persistence.Embeddable;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;

/** One text in up to three languages. */
@Embeddable
public class Texts {
    private @Nullable String en;
    private @Nullable String es;
    private @Nullable String pt;

    protected Texts() {}

    public static Texts of(Map<Language, String> texts) {
        var result = new Texts();
        texts.forEach(result::put);
        return result;
    }

    public @Nullable String in(Language language) {
        return switch (language) {
            case EN -> en;
            case ES -> es;
            case PT -> pt;
        };
    }

    void put(Language language, String text) {
        switch (language) {
            case EN -> en = text;
            case ES -> es = text;
            case PT -> pt = text;
        }
    }

    public Map<Language, String> all() {
        var all = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            var text = in(language);
            if (text != null) {
                all.put(language, text);
            }
        }
        return all;
    }
}
