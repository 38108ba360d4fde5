package org.rumbo.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The three languages of the network. */
public enum Language {
    ES,
    PT,
    EN;

    /** The ISO 639-1 tag: {@code es}, {@code pt} or {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The language of a reader's locale; English where it is none of ours. */
    public static Language of(Locale locale) {
        return of(locale.getLanguage()).orElse(EN);
    }
}
