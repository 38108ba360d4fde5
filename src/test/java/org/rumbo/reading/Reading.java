package org.rumbo.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.support.StaticMessageSource;

/** Reads papers as the application does, for a network of three countries that are on no map, or of real ones. */
final class Reading {
    static final Set<String> FICTIONAL = Set.of("XA", "XB", "XC");

    private Reading() {}

    static PaperReader reader() {
        return reader(PdfProcess.LIMIT);
    }

    static PaperReader reader(Duration limit) {
        var messages = new StaticMessageSource();
        var languages = CountryNames.LANGUAGES;
        for (var language : languages) {
            messages.addMessage("country.XA", language, "Alboria");
            messages.addMessage("country.XB", language, "Bresalia");
            messages.addMessage("country.XC", language, language.getLanguage().equals("en") ? "Corvania" : "Corvania");
        }
        messages.addMessage("country.XA", Locale.ROOT, "Alboria");
        return new RuledPaperReader(messages, limit);
    }

    static PaperReading of(Path file, String language, Set<String> countries) throws UnreadablePaper {
        return reader().read(file, language, countries, ReadingProgress.NONE);
    }

    static PaperReading ofText(String text) throws UnreadablePaper {
        return ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static PaperReading ofBytes(byte[] bytes) throws UnreadablePaper {
        try {
            var file = Files.createTempFile("paper", ".any");
            try {
                Files.write(file, bytes);
                return of(file, "en", FICTIONAL);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
