package org.rumbo.recommendation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;

/** The fields of an item that its team words itself, as they stand at one moment. */
record OwnFields(
        Texts title,
        Texts summary,
        @Nullable String addressee,
        @Nullable String reading,
        List<String> themes,
        List<Integer> sdgs,
        @Nullable LocalDate targetDate,
        boolean priority,
        @Nullable UUID owner) {
    private static final Texts NOTHING = new Texts();

    static OwnFields of(Recommendation item) {
        return new OwnFields(
                item.title(),
                item.summary(),
                item.addressee(),
                item.reading(),
                item.themes(),
                item.sdgs(),
                item.targetDate(),
                item.priority(),
                item.ownerId());
    }

    /** The edits that lead from what stands there now to this; texts need one for each language. */
    List<EditCommand> from(OwnFields now) {
        var edits = new ArrayList<EditCommand>();
        if (!withoutTexts().equals(now.withoutTexts())) {
            edits.add(facts(now));
        }
        for (var language : Language.values()) {
            var clears = new HashSet<String>();
            var words = differing("title", title.in(language), now.title().in(language), clears);
            var more = differing("summary", summary.in(language), now.summary().in(language), clears);
            if (words != null || more != null || !clears.isEmpty()) {
                edits.add(new EditCommand(
                        language, words, more, null, null, null, null, null, null, null, Set.copyOf(clears)));
            }
        }
        return List.copyOf(edits);
    }

    private OwnFields withoutTexts() {
        return new OwnFields(NOTHING, NOTHING, addressee, reading, themes, sdgs, targetDate, priority, owner);
    }

    private EditCommand facts(OwnFields now) {
        var clears = new HashSet<String>();
        return new EditCommand(
                null,
                null,
                null,
                differing("addressee", addressee, now.addressee(), clears),
                differing("reading", reading, now.reading(), clears),
                themes.equals(now.themes()) ? null : themes,
                sdgs.equals(now.sdgs()) ? null : sdgs,
                differing("targetDate", targetDate, now.targetDate(), clears),
                priority == now.priority() ? null : priority,
                differing("owner", owner, now.owner(), clears),
                Set.copyOf(clears));
    }

    private static <T> @Nullable T differing(String field, @Nullable T then, @Nullable T now, Set<String> clears) {
        if (Objects.equals(then, now)) {
            return null;
        }
        if (then == null) {
            clears.add(field);
        }
        return then;
    }
}
