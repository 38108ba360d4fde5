package org.rumbo.recommendation.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Citations;
import org.rumbo.recommendation.Source;

/**
 * A passage of a paper as a reference manager takes it: a chapter in a report, with the place in the chapter.
 *
 * @param key of the entry: the recommendation's code
 * @param chapter its title; null where it is not known, and the paper alone is cited
 * @param authors as the paper prints them: which of their names is the family's is nowhere said, so nobody guesses
 * @param month 1 to 12; null where the year alone is known
 * @param place the letter in words of the paper's language
 * @param address of the recommendation's page, which shows the passage
 * @param paperAddress of the paper on the web; null where it is not known
 */
record CitedPassage(
        String key,
        String title,
        String language,
        @Nullable String chapter,
        int chapterNumber,
        List<String> authors,
        List<String> publishers,
        List<String> editors,
        int year,
        @Nullable Integer month,
        @Nullable String isbn,
        @Nullable Integer page,
        String place,
        String address,
        @Nullable String paperAddress) {

    static CitedPassage of(String code, Source source, Citations.Citation paper, String place, String address) {
        return new CitedPassage(
                code,
                line(paper.title()),
                paper.language(),
                paper.chapter() == null ? null : line(paper.chapter()),
                source.chapter(),
                parts(paper.authors()),
                parts(paper.publishers()),
                parts(paper.editors()),
                Integer.parseInt(paper.published().substring(0, 4)),
                paper.published().length() < 7
                        ? null
                        : Integer.valueOf(paper.published().substring(5, 7)),
                paper.isbn(),
                source.page(),
                line(place),
                address,
                paper.address() == null ? null : line(paper.address()));
    }

    private static List<String> parts(@Nullable String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(";"))
                        .map(CitedPassage::line)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    /** All formats keep a field on one line; no control character reaches them. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }
}
