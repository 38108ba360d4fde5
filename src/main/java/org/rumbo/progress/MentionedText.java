package org.rumbo.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text in which people are mentioned: each stands in it as a reference, so that she is shown under the name that she has
 * when it is read. What looks like a reference to anybody else is what somebody typed.
 */
public record MentionedText(String text, Set<UUID> mentioned) {
    private static final Pattern REFERENCE = Pattern.compile("@\\{([0-9a-f-]{36})}");

    /**
     * A piece of it.
     *
     * @param mention whether it is somebody's name
     */
    public record Part(String text, boolean mention) {}

    static String reference(UUID person) {
        return "@{" + person + "}";
    }

    /** The text in pieces; a person without a name any more is shown as an at-sign alone. */
    List<Part> parts(Function<UUID, @Nullable String> nameOf) {
        var parts = new ArrayList<Part>();
        var found = REFERENCE.matcher(text);
        var from = 0;
        while (found.find()) {
            var person = UUID.fromString(found.group(1));
            if (mentioned.contains(person)) {
                if (found.start() > from) {
                    parts.add(new Part(text.substring(from, found.start()), false));
                }
                var name = nameOf.apply(person);
                parts.add(new Part(name == null ? "@…" : "@" + name, true));
                from = found.end();
            }
        }
        if (from < text.length()) {
            parts.add(new Part(text.substring(from), false));
        }
        return parts;
    }

    /** The text as it would be typed: each mention by what {@code handleOf} gives. */
    String typed(Function<UUID, @Nullable String> handleOf) {
        var typed = new StringBuilder();
        parts(handleOf).forEach(part -> typed.append(part.text()));
        return typed.toString();
    }
}
