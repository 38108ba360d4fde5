package org.rumbo.recommendation.web;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a cited passage for BibTeX: letters with accents as its commands, so that the oldest programs read them too. */
final class BibTex {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, String> LANGUAGES = Map.of("en", "english", "es", "spanish", "pt", "portuguese");
    private static final Map<Integer, String> ACCENTS = Map.of(
            0x300, "`", 0x301, "'", 0x302, "^", 0x303, "~", 0x304, "=", 0x308, "\"", 0x30A, "r", 0x30C, "v", 0x327,
            "c");
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) '\\', "{\\textbackslash}"),
            Map.entry((int) '{', "{\\textbraceleft}"),
            Map.entry((int) '}', "{\\textbraceright}"),
            Map.entry((int) '~', "{\\textasciitilde}"),
            Map.entry((int) '^', "{\\textasciicircum}"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) 'ı', "{\\i}"),
            Map.entry((int) 'å', "{\\aa}"),
            Map.entry((int) 'Å', "{\\AA}"),
            Map.entry((int) 'ß', "{\\ss}"),
            Map.entry((int) 'æ', "{\\ae}"),
            Map.entry((int) 'Æ', "{\\AE}"),
            Map.entry((int) 'œ', "{\\oe}"),
            Map.entry((int) 'Œ', "{\\OE}"),
            Map.entry((int) 'ø', "{\\o}"),
            Map.entry((int) 'Ø', "{\\O}"),
            Map.entry((int) 'ł', "{\\l}"),
            Map.entry((int) 'Ł', "{\\L}"));

    private BibTex() {}

    static String of(CitedPassage cited) {
        var entry = new StringBuilder();
        entry.append(cited.chapter() == null ? "@book{" : "@incollection{").append(cited.key());
        if (!cited.authors().isEmpty()) {
            // Braces around each name: it is taken whole, whatever its order.
            field(entry, "author", cited.authors().stream().map(BibTex::whole).collect(Collectors.joining(" and ")));
        }
        if (!cited.editors().isEmpty()) {
            field(entry, "editor", cited.editors().stream().map(BibTex::whole).collect(Collectors.joining(" and ")));
        }
        if (cited.chapter() == null) {
            field(entry, "title", whole(cited.title()));
        } else {
            field(entry, "title", whole(cited.chapter()));
            field(entry, "booktitle", whole(cited.title()));
            field(entry, "chapter", String.valueOf(cited.chapterNumber()));
        }
        if (cited.page() != null) {
            field(entry, "pages", String.valueOf(cited.page()));
        }
        if (!cited.publishers().isEmpty()) {
            field(
                    entry,
                    "publisher",
                    cited.publishers().stream().map(BibTex::escaped).collect(Collectors.joining("; ")));
        }
        field(entry, "year", String.valueOf(cited.year()));
        if (cited.month() != null) {
            entry.append(",\n  month = ").append(MONTHS.get(cited.month() - 1));
        }
        if (cited.isbn() != null) {
            field(entry, "isbn", escaped(cited.isbn()));
        }
        field(entry, "language", LANGUAGES.getOrDefault(cited.language(), cited.language()));
        // The paper where it is on the web, else the page that shows its passage; that page is named either way.
        var paper = cited.paperAddress();
        field(entry, "note", escaped(paper == null ? cited.place() : cited.place() + ": " + cited.address()));
        field(entry, "url", plain(paper == null ? cited.address() : paper));
        return entry.append("\n}\n").toString();
    }

    /** Taken as it stands by the packages that print addresses; what could end the field has no place in one. */
    private static String plain(String address) {
        return address.replaceAll("[{}\\\\\\s]", "");
    }

    private static void field(StringBuilder entry, String name, String value) {
        entry.append(",\n  ").append(name).append(" = {").append(value).append('}');
    }

    /** In braces of its own, so that no style changes its capitals or turns its order. */
    private static String whole(String text) {
        return "{" + escaped(text) + "}";
    }

    static String escaped(String text) {
        var written = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> append(written, letter));
        return written.toString();
    }

    /** A letter whose accent BibTeX has no command for stays as it is, in UTF-8. */
    private static void append(StringBuilder written, int letter) {
        var known = LETTERS.get(letter);
        if (known != null) {
            written.append(known);
            return;
        }
        var parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
        var accent = parts.length() == 2 ? ACCENTS.get((int) parts.charAt(1)) : null;
        if (accent == null || parts.charAt(0) > 'z') {
            written.appendCodePoint(letter);
            return;
        }
        // A blank between a command that is a letter and its argument is what all readers understand.
        var gap = Character.isLetter(accent.charAt(0)) ? " " : "";
        written.append("{\\").append(accent).append(gap).append(parts.charAt(0)).append('}');
    }
}
