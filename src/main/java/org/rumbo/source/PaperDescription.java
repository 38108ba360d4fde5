package org.rumbo.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rumbo.reading.Isbn;
import org.rumbo.shared.InputText;
import org.rumbo.shared.Language;

/**
 * What a director says a paper tells of itself, in place of what was read.
 *
 * @param key null to leave it
 * @param facts all of them, also those that stay
 */
public record PaperDescription(@Nullable String key, PaperFacts facts) {
    private static final int TITLE = 500;
    private static final int NAME = 200;
    private static final int MOST_NAMES = 20;
    private static final int ALL_NAMES = 1000;
    private static final int ADDRESS = 500;
    private static final int SHORT = 20;
    private static final Pattern PUBLISHED = Pattern.compile("(?:1[89]|20)\\d\\d(?:-(?:0[1-9]|1[0-2]))?");

    /** As it comes from outside: null and absent are the same. */
    public record Typed(
            @Nullable String key,
            @Nullable String title,
            @Nullable String language,
            @Nullable String published,
            @Nullable List<@Nullable String> publishers,
            @Nullable List<@Nullable String> editors,
            @Nullable String address,
            @Nullable String isbn) {

        /** Refuses (422) what is not as it must be; what is left out stays as it is, what is empty goes. */
        PaperDescription read(PaperFacts now) {
            var input = new InputText();
            var wanted = input.optional("key", key, SHORT);
            if (wanted != null && !PaperImports.isKey(wanted)) {
                input.violated("key", "paper-key-form");
            }
            var facts = new PaperFacts(
                    title == null ? now.title() : input.optional("title", line(title), TITLE),
                    language(input, now.language()),
                    published == null ? now.published() : published(input, published),
                    publishers == null ? now.publishers() : names(input, "publishers", publishers),
                    editors == null ? now.editors() : names(input, "editors", editors),
                    address == null ? now.address() : address(input, address),
                    isbn == null ? now.isbn() : isbn(input, isbn));
            input.check();
            return new PaperDescription(wanted, facts);
        }

        private String language(InputText input, String now) {
            if (language == null || language.isBlank()) {
                return now;
            }
            if (Language.of(language).isEmpty()) {
                input.violated("language", "language-required");
                return now;
            }
            return language;
        }

        private static @Nullable String published(InputText input, String typed) {
            var published = input.optional("published", typed, SHORT);
            if (published != null && !PUBLISHED.matcher(published).matches()) {
                input.violated("published", "published-form");
            }
            return published;
        }

        private static List<String> names(InputText input, String field, List<@Nullable String> typed) {
            var names = typed.stream()
                    .map(name -> name == null ? null : input.optional(field, line(name.replace(";", ",")), NAME))
                    .filter(Objects::nonNull)
                    .toList();
            if (names.size() > MOST_NAMES || PaperFacts.joined(names).length() > ALL_NAMES) {
                input.violated(field, "too-long");
            }
            return names;
        }

        private static @Nullable String address(InputText input, String typed) {
            var address = input.optional("address", typed, ADDRESS);
            if (address != null && !isOnTheWeb(address)) {
                input.violated("address", "web-address");
            }
            return address;
        }

        private static @Nullable String isbn(InputText input, String typed) {
            var isbn = input.optional("isbn", typed, SHORT);
            if (isbn != null && !Isbn.isRight(isbn)) {
                input.violated("isbn", "isbn-form");
            }
            return isbn;
        }

        private static String line(String text) {
            return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ");
        }
    }

    static boolean isOnTheWeb(String address) {
        try {
            var uri = new URI(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException wrong) {
            return false;
        }
    }
}
