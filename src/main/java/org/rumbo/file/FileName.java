package org.rumbo.file;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody called a file: shown and offered for saving, never used as a place on a disk. */
public final class FileName {
    private static final int LONGEST = 100;
    private static final String NAMELESS = "document";
    private static final String UNRESERVED = "!#$&+-.^_`|~";

    private FileName() {}

    /** Without folders, signs that steer or mislead, and more than fits a line; ends as the content says. */
    static String of(@Nullable String given, FileType type) {
        var name = cleaned(given == null ? "" : given);
        var ending = "." + type.extension();
        var lower = name.toLowerCase(Locale.ROOT);
        var fits = lower.endsWith(ending)
                || (type == FileType.JPEG && lower.endsWith(".jpeg"))
                || (type == FileType.TEXT && (lower.endsWith(".csv") || lower.endsWith(".md")));
        var stem = fits ? name.substring(0, lower.lastIndexOf('.')) : name;
        var end = fits ? name.substring(lower.lastIndexOf('.')) : ending;
        var brief = shortened(stem).replaceAll("[. ]+$", "");
        return (brief.isEmpty() ? NAMELESS : brief) + end;
    }

    /** The last part of the name after its last dot, in small letters; empty where there is none. */
    static String extension(@Nullable String given) {
        var name = cleaned(given == null ? "" : given);
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String cleaned(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        // What is not text at all, such as half of a pair, has no place in a header either.
        Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .map(sign -> Character.isWhitespace(sign) || Character.isSpaceChar(sign) ? ' ' : sign)
                .filter(FileName::isHarmless)
                .forEach(kept::appendCodePoint);
        return kept.toString().replaceAll(" +", " ").replaceAll("^[. ]+", "").replaceAll("[. ]+$", "");
    }

    private static boolean isHarmless(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> "\"<>:|?*;%".indexOf(sign) < 0;
        };
    }

    private static String shortened(String stem) {
        return stem.codePointCount(0, stem.length()) <= LONGEST
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, LONGEST));
    }

    /** Offers a file for saving under its name: in plain letters for old readers, in full for the others. */
    public static String offered(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9._ -]", "_");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            var sign = (char) (octet & 0xff);
            if (sign < 128 && (Character.isLetterOrDigit(sign) || UNRESERVED.indexOf(sign) >= 0)) {
                text.append(sign);
            } else {
                text.append('%').append(String.format(Locale.ROOT, "%02X", octet & 0xff));
            }
        }
        return text.toString();
    }
}
