package org.rumbo.shared;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cleans what somebody typed: composed characters (NFC), no blanks at the ends, nothing empty. Collects what does not fit, so
 * that all of it is told at once.
 */
public final class InputText {
    private final List<Violation> violations = new ArrayList<>();

    /** The cleaned text; null where nothing was typed. Characters that cannot be kept are refused (400). */
    public @Nullable String optional(String field, @Nullable String typed, int most) {
        if (typed == null) {
            return null;
        }
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        if (text.indexOf('\0') >= 0 || hasLoneSurrogate(text)) {
            throw DomainException.malformed(field);
        }
        if (text.length() > most) {
            violations.add(new Violation(field, "too-long"));
        }
        return text.codePoints().allMatch(InputText::isUnseen) ? null : text;
    }

    /** The cleaned text; where it is missing the rule is remembered and an empty text returned. */
    public String required(String field, @Nullable String typed, int most, String rule) {
        var text = optional(field, typed, most);
        if (text == null) {
            violations.add(new Violation(field, rule));
            return "";
        }
        return text;
    }

    /** Remembers a rule that is not met. */
    public void violated(String field, String rule) {
        violations.add(new Violation(field, rule));
    }

    /** Refuses (422) if anything did not fit. */
    public void check() {
        if (!violations.isEmpty()) {
            throw DomainException.rulesNotMet(violations);
        }
    }

    /** Blanks of all widths and marks that steer the others: a reason made of them is none. */
    private static boolean isUnseen(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.FORMAT;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
