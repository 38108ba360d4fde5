package org.rumbo.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.Seen;
import org.rumbo.recommendation.Visibility;
import org.rumbo.team.Actor;
import org.rumbo.team.People;
import org.springframework.stereotype.Component;

/**
 * Finds whom a comment mentions: {@code @login} or {@code @Name}, the longest that fits. Who may not read the comment is not
 * mentioned by it, and its writer is told.
 */
@Component
class Mentions {
    private static final int SUGGESTED = 6;
    /** More than anybody needs, and as many as there is room for. */
    private static final int MOST = 50;

    private final People people;
    private final RecommendationAccess access;

    Mentions(People people, RecommendationAccess access) {
        this.people = people;
        this.access = access;
    }

    /**
     * What was found.
     *
     * @param unreached the names of those who may not read it
     */
    record Found(MentionedText words, List<String> unreached) {}

    Found in(String typed, Seen item, Visibility visibility) {
        var handles = handles();
        var text = new StringBuilder();
        var mentioned = new HashSet<UUID>();
        var unreached = new LinkedHashSet<String>();
        var references = 0;
        var at = 0;
        while (at < typed.length()) {
            var handle = references < MOST ? handleAt(typed, at, handles) : null;
            if (handle == null) {
                text.append(typed.charAt(at++));
                continue;
            }
            var person = handle.getValue();
            var end = at + 1 + handle.getKey().length();
            if (access.reads(person, item, visibility)) {
                references++;
                mentioned.add(person.id());
                text.append(MentionedText.reference(person.id()));
            } else {
                unreached.add(person.name());
                text.append(typed, at, end);
            }
            at = end;
        }
        return new Found(new MentionedText(text.toString(), mentioned), List.copyOf(unreached));
    }

    /** Logins and names of everybody with access; a name that two share mentions neither. */
    private Map<String, Actor> handles() {
        var handles = new HashMap<String, Actor>();
        var shared = new HashSet<String>();
        for (var person : people.all()) {
            var name = person.name().toLowerCase(Locale.ROOT);
            if (handles.put(name, person) != null) {
                shared.add(name);
            }
        }
        handles.keySet().removeAll(shared);
        people.all().forEach(person -> handles.put(person.login().toLowerCase(Locale.ROOT), person));
        return handles;
    }

    private static Map.@Nullable Entry<String, Actor> handleAt(String typed, int at, Map<String, Actor> handles) {
        if (typed.charAt(at) != '@' || (at > 0 && isOfWord(typed.charAt(at - 1)))) {
            return null;
        }
        return handles.entrySet().stream()
                .filter(handle -> typed.regionMatches(
                        true, at + 1, handle.getKey(), 0, handle.getKey().length()))
                .filter(handle -> endsAt(typed, at + 1 + handle.getKey().length()))
                .max(Comparator.comparingInt(handle -> handle.getKey().length()))
                .orElse(null);
    }

    private static boolean endsAt(String typed, int end) {
        return end >= typed.length() || !isOfWord(typed.charAt(end));
    }

    private static boolean isOfWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_';
    }

    /** Who may be meant by the beginning of a login or of a part of a name; nobody but who may read what is said. */
    List<Suggestion> suggest(String begun, Seen item, Visibility visibility, Actor writer) {
        var wanted = begun.toLowerCase(Locale.ROOT);
        var suggestions = new ArrayList<Suggestion>();
        people.all().stream()
                .filter(person -> !person.id().equals(writer.id()) && fits(person, wanted))
                .sorted(Comparator.comparing(Actor::name, String.CASE_INSENSITIVE_ORDER))
                .filter(person -> access.reads(person, item, visibility))
                .limit(SUGGESTED)
                .forEach(person -> suggestions.add(new Suggestion(person.login(), person.name())));
        return suggestions;
    }

    private static boolean fits(Actor person, String wanted) {
        var name = person.name().toLowerCase(Locale.ROOT);
        return person.login().toLowerCase(Locale.ROOT).startsWith(wanted)
                || name.startsWith(wanted)
                || name.contains(" " + wanted);
    }
}
