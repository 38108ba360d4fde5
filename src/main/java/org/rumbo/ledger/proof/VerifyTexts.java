package org.rumbo.ledger.proof;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the verifier, which starts no application. */
public final class VerifyTexts {
    static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));

    private final ResourceBundle texts;

    public VerifyTexts(Locale locale) {
        this.texts = ResourceBundle.getBundle(
                "messages.verify",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public String text(String key, Object... arguments) {
        var text = texts.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
    }

    ResourceBundle all() {
        return texts;
    }
}
