package org.rumbo.recommendation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A text, or the part of it in which words were found, cut where the found words begin and end. */
public record Snippet(List<Segment> segments) {
    private static final int BEFORE = 60;

    public record Segment(String text, boolean found) {}

    private record Span(int from, int to) {}

    /** The whole text with what was found in it. */
    public static Snippet whole(String text, List<String> words) {
        return cut(text, 0, text.length(), spans(text, words));
    }

    /** A part of about that length around the first word that was found. */
    static Snippet around(String text, List<String> words, int length) {
        var spans = spans(text, words);
        if (text.length() <= length + BEFORE) {
            return cut(text, 0, text.length(), spans);
        }
        var first = spans.isEmpty() ? 0 : spans.get(0).from();
        var from = first <= BEFORE ? 0 : wordAfter(text, first - BEFORE, first);
        var to = from + length >= text.length() ? text.length() : wordBefore(text, from + length, first);
        return cut(text, from, to, spans);
    }

    private static List<Span> spans(String text, List<String> words) {
        var folded = new FoldedText(text);
        var letters = folded.toString();
        var found = new ArrayList<Span>();
        for (var word : words) {
            var at = letters.indexOf(word);
            while (at >= 0 && !word.isEmpty()) {
                found.add(new Span(folded.start(at), folded.end(at + word.length() - 1)));
                at = letters.indexOf(word, at + 1);
            }
        }
        found.sort(Comparator.comparingInt(Span::from).thenComparingInt(Span::to));
        return joined(found);
    }

    /** Words that overlap or touch are one. */
    private static List<Span> joined(List<Span> spans) {
        var joined = new ArrayList<Span>();
        for (var span : spans) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && span.from() <= last.to()) {
                joined.set(joined.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private static Snippet cut(String text, int from, int to, List<Span> spans) {
        var segments = new ArrayList<Segment>();
        var at = from;
        var lead = from > 0 ? "… " : "";
        for (var span : spans) {
            if (span.from() < at || span.to() > to) {
                continue;
            }
            plain(segments, lead + text.substring(at, span.from()));
            lead = "";
            segments.add(new Segment(text.substring(span.from(), span.to()), true));
            at = span.to();
        }
        plain(segments, lead + text.substring(at, to) + (to < text.length() ? " …" : ""));
        return new Snippet(segments);
    }

    private static void plain(List<Segment> segments, String text) {
        if (!text.isEmpty()) {
            segments.add(new Segment(text, false));
        }
    }

    /** Where the first whole word after that place begins. */
    private static int wordAfter(String text, int place, int atMost) {
        for (var at = place; at < atMost; at++) {
            if (Character.isWhitespace(text.charAt(at - 1))) {
                return at;
            }
        }
        return atMost;
    }

    /** Where the last whole word before that place ends; a text without blanks is cut between two letters. */
    private static int wordBefore(String text, int place, int atLeast) {
        for (var at = place; at > atLeast; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(place)) ? place + 1 : place;
    }
}
