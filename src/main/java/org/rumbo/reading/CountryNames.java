package org.rumbo.reading;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows the network's countries by their names in three languages, by what their people are called, and by a printed code. */
final class CountryNames {
    static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));

    private static final Pattern CODE = Pattern.compile("\\(([A-Z]{2})\\)");
    private static final Pattern STATED =
            Pattern.compile("^(?:country|pa[ií]s)\\s*:\\s*(.+)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final String OPENS =
            "(?s)\\W{0,3}(?:(?:in|for|to|en|em|para|the|el|la|o|a|government of|gobierno del?|governo d[aeo])\\s+){0,3}";
    private static final int LONGEST_OPENING = 120;
    private static final Properties DEMONYMS = demonyms();

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, Pattern> openings = new HashMap<>();
    private final Set<String> codes;

    /**
     * @param nameOf what the application calls a country in a language; null where it knows no name
     */
    CountryNames(Set<String> codes, BiFunction<String, Locale, @Nullable String> nameOf) {
        this.codes = Set.copyOf(codes);
        for (var code : new TreeSet<>(codes)) {
            for (var language : LANGUAGES) {
                addName(nameOf.apply(code, language), code);
                if (!isUserAssigned(code)) {
                    addName(new Locale.Builder().setRegion(code).build().getDisplayCountry(language), code);
                }
            }
            for (var word : DEMONYMS.getProperty(code, "").split(",")) {
                if (!word.isBlank()) {
                    people.put(plain(word).strip(), code);
                }
            }
        }
    }

    /** The countries that a title names; by their people only where no name is there. */
    Set<String> in(String title) {
        var stated = stated(title);
        if (stated != null) {
            return Set.of(stated);
        }
        var printed = CODE.matcher(title);
        while (printed.find()) {
            if (codes.contains(printed.group(1))) {
                return Set.of(printed.group(1));
            }
        }
        var named = named(title);
        return named.isEmpty() ? found(title, people) : named;
    }

    Set<String> named(String title) {
        return found(title, names);
    }

    /** What a line such as {@code Country: XA} states. */
    @Nullable
    String stated(String line) {
        if (line.length() > Typography.LONGEST_HEADING) {
            return null;
        }
        var stated = STATED.matcher(line);
        if (!stated.matches()) {
            return null;
        }
        var value = stated.group(1).strip();
        for (var code : codes) {
            if (value.equals(code) || value.endsWith("(" + code + ")")) {
                return code;
            }
        }
        return alone(value);
    }

    /** The country whose name, or name and code, is all that the line says. */
    @Nullable
    String alone(String line) {
        if (line.length() > 60) {
            return null;
        }
        var words = plain(line).strip();
        for (var code : codes) {
            words = words.replaceAll(" " + code.toLowerCase(Locale.ROOT) + "$", "");
        }
        return names.get(words);
    }

    /** @param apart whether a mark sets the name apart from what follows */
    record Opening(String country, boolean apart) {}

    /** The country with whose name a text begins; null where it begins otherwise. */
    @Nullable
    Opening opening(String text) {
        var head = Typography.fold(text.substring(0, Math.min(LONGEST_OPENING, text.length())));
        Opening best = null;
        var longest = 0;
        for (var name : names.keySet()) {
            // Told at a glance, as most texts begin with none.
            if (!head.contains(name.substring(0, 3))) {
                continue;
            }
            var opening = openings.computeIfAbsent(name, CountryNames::opens).matcher(head);
            if (name.length() > longest && opening.matches()) {
                best = new Opening(Objects.requireNonNull(names.get(name)), opening.group(1) != null);
                longest = name.length();
            }
        }
        return best;
    }

    private static Pattern opens(String name) {
        return Pattern.compile(OPENS + Pattern.quote(name) + "\\b(\\s*(?:\\([^)]*\\))?\\s*[:.,\\u2013\\u2014-])?.*");
    }

    private static Set<String> found(String title, Map<String, String> known) {
        var words = plain(title);
        var hits = new ArrayList<String>();
        for (var name : known.keySet()) {
            if (words.contains(" " + name + " ")) {
                hits.add(name);
            }
        }
        hits.removeIf(name -> hits.stream()
                .anyMatch(other -> other.length() > name.length() && (" " + other + " ").contains(" " + name + " ")));
        hits.sort((left, right) -> Integer.compare(words.indexOf(" " + left + " "), words.indexOf(" " + right + " ")));
        var countries = new LinkedHashSet<String>();
        hits.forEach(name -> countries.add(Objects.requireNonNull(known.get(name))));
        return countries;
    }

    private void addName(@Nullable String name, String code) {
        if (name != null && name.length() > 2 && !name.equals(code)) {
            names.put(plain(name).strip(), code);
        }
    }

    private static String plain(String text) {
        return " " + SIGN.matcher(Typography.fold(text)).replaceAll(" ").strip() + " ";
    }

    /** XA to XZ, QM to QZ, AA and ZZ belong to nobody, so their names in a language are not those of a country. */
    private static boolean isUserAssigned(String code) {
        return code.matches("X[A-Z]|Q[M-Z]|AA|ZZ");
    }

    private static Properties demonyms() {
        var loaded = new Properties();
        try (var in = Objects.requireNonNull(CountryNames.class.getResourceAsStream("/reading/demonyms.properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            loaded.load(reader);
            return loaded;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
