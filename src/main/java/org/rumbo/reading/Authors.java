package org.rumbo.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises lines of authors: a few words with capitals, particles and initials among them, that the paper does not write small
 * elsewhere. What follows a bracket or names an institution is where they work.
 */
final class Authors {
    private static final Pattern BY = Pattern.compile(
            "^(?:by|por|authors?|autor(?:es|as|a)?|autor/a|autor\\(es\\))\\s*:?\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NOTE =
            Pattern.compile("(?:(?<=\\p{L})\\d{1,2}|[*\\u2020\\u2021\\u00b9\\u00b2\\u00b3\\u2070-\\u2079])+");
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*[;&/|\\u00b7\\u2022]\\s*|\\s*,\\s+(?:and|y|e)\\s+|\\s*,\\s+|\\s+(?:and|y|e)\\s+");
    private static final Pattern WORD = Pattern.compile(
            "\\p{Lu}[\\p{L}\\p{M}]*(?:['\\u2019-][\\p{L}\\p{M}]+)*|\\p{Lu}\\.(?:-?\\p{Lu}\\.)*|\\p{Lu}[\\u2019']\\p{Lu}[\\p{L}\\p{M}]+");
    private static final Pattern PARTICLE = Pattern.compile(
            "de|del|da|do|dos|das|di|la|las|los|el|van|von|der|den|y|e|Jr\\.|Dr\\.|Dra\\.|Mg\\.|Prof\\.");
    private static final Pattern INSTITUTION = Pattern.compile(
            ".*\\b(?:universi[dt]a[dt]e?|universit[yé]|universities|pontificia|pontifical|institut[oe]?|centro|cent(?:er|re)|facultad|faculdade"
                    + "|faculty|escuela|escola|school|college|academy|academia|department|departamento|ministr[yi]o?|ministerio"
                    + "|fundaci[oó]n|funda[cç][aã]o|foundation|observator[yi]o?|observatorio|laborator[yi]o?|programa|programme|program"
                    + "|network|red|rede|association|asociaci[oó]n|associa[cç][aã]o|council|consejo|conselho|group|grupo|think tank)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST = 140;

    private final Vocabulary vocabulary;

    Authors(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The names that a line holds; empty where it holds anything else. */
    List<String> in(String line) {
        if (line.length() > LONGEST || Headings.of(line) != Headings.Kind.NONE || Typography.breaksWord(line)) {
            return List.of();
        }
        var text =
                NOTE.matcher(BY.matcher(line).replaceFirst("")).replaceAll("").strip();
        text = text.replaceFirst("\\s*[(\\[].*$", "").replaceFirst("\\s+[\\u2013\\u2014-]\\s+.*$", "");
        text = text.replaceFirst("[,;]+$", "");
        var names = new ArrayList<String>();
        for (var part : BETWEEN.split(text)) {
            var name = part.strip();
            if (isInstitution(name) && !names.isEmpty()) {
                break;
            }
            if (!isName(name)) {
                return List.of();
            }
            names.add(name);
        }
        return names;
    }

    /** Whether the line tells where authors work, or how to write to them. */
    boolean isAffiliation(String line) {
        return line.length() <= LONGEST
                && !Typography.endsSentence(line)
                && (isInstitution(line) && Typography.startsHigh(line) && Typography.words(line) <= 16
                        || line.matches("\\S+@\\S+"));
    }

    private static boolean isInstitution(String text) {
        return INSTITUTION.matcher(text).matches();
    }

    private boolean isName(String text) {
        var words =
                Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
        if (words.size() < 2 || words.size() > 7 || isInstitution(text)) {
            return false;
        }
        var full = 0;
        var ordinary = 0;
        for (var word : words) {
            if (PARTICLE.matcher(word).matches()) {
                continue;
            }
            if (!WORD.matcher(word).matches()) {
                return false;
            }
            full += word.endsWith(".") ? 0 : 1;
            ordinary += word.length() > 3 && vocabulary.isWrittenSmall(word) ? 1 : 0;
        }
        return full >= 1
                && 2 * ordinary <= full
                && !PARTICLE.matcher(words.get(words.size() - 1)).matches();
    }
}
