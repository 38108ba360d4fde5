package org.rumbo.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exact words of one recommendation: without its enumerator, line ends, soft hyphens and page furniture, normalised to
 * NFC, otherwise as printed.
 *
 * @param mark the enumerator as printed, such as {@code a}, {@code iv} or {@code 3}; empty where there was none
 * @param letter what names it in a code: letters in the order of the list, {@code a} … {@code z}, {@code aa} …
 * @param leadIn the sentence that opens the list, which the passage completes; null where there is none
 */
public record Passage(
        int chapter,
        String mark,
        String letter,
        String text,
        @Nullable String leadIn,
        Place place,
        Confidence confidence,
        List<Warning> warnings) {}
