package org.rumbo.ledger.proof;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** The words of the verifier, which starts no application. */
public final class VerifyTexts {
    static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));

    private final ResourceBundle texts;

    /** The words in a language, in English where there are none. */
    public VerifyTexts(Locale locale) {
        var language = locale.getLanguage();
        var suffix = language.equals("es") || language.equals("pt") ? "_" + language : "";
        this.texts = read("/messages/verify" + suffix + ".properties");
    }

    /** Asked for by its exact name: looking for names that are not there opens every library. */
    private static ResourceBundle read(String name) {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(VerifyTexts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(in);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public String text(String key, Object... arguments) {
        var text = texts.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
    }

    ResourceBundle all() {
        return texts;
    }
}
