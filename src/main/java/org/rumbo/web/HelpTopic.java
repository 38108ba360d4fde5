package org.rumbo.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the help explains: the words of the route, who does what, and each kind of page. */
enum HelpTopic {
    START("", 3),
    WORDS("", 0),
    JOURNEY("", 6),
    ROLES("", 7),
    WORK("/work.*", 5),
    PROGRESS("/progress.*", 4),
    LIST("/recommendations/?", 4),
    EDIT("/recommendations/(new|[^/]+/(edit|markers).*)", 4),
    CLAIM("/recommendations/[^/]+/(claim|withdraw).*", 5),
    DECISION("/recommendations/[^/]+/(decision|reopen).*", 5),
    EVIDENCE("/recommendations/[^/]+/evidence.*", 4),
    NOTES("/recommendations/[^/]+/(progress|comments|position).*", 4),
    EVALUATION("/recommendations/[^/]+/evaluation.*", 4),
    HISTORY("/recommendations/[^/]+/(history|process|why).*", 3),
    PAPERS("/(papers|imports).*|/recommendations/[^/]+/wording", 7),
    ITEM("/recommendations/.+", 4),
    REPORTS("/reports.*", 4),
    ROUNDS("/rounds.*", 4),
    MAIL("/(settings|notices|following).*", 4),
    PEOPLE("/(people|deputies).*", 4),
    SHORTCUTS("", 2);

    private final Pattern pages;
    private final int paragraphs;

    HelpTopic(String pages, int paragraphs) {
        this.pages = Pattern.compile(pages);
        this.paragraphs = paragraphs;
    }

    /** Its name in addresses and messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The messages of its paragraphs, in order. */
    public List<String> texts() {
        return IntStream.rangeClosed(1, paragraphs)
                .mapToObj(number -> "help." + key() + "." + number)
                .toList();
    }

    static Optional<HelpTopic> of(String key) {
        return Arrays.stream(values()).filter(topic -> topic.key().equals(key)).findFirst();
    }

    /** What explains the page at that path; the first that fits. */
    static HelpTopic ofPage(String path) {
        return Arrays.stream(values())
                .filter(topic -> topic.pages.matcher(path).matches())
                .findFirst()
                .orElse(START);
    }
}
