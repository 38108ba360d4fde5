package org.rumbo.recommendation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be changed for many recommendations at once; the state never is. Values are texts, null where there is none. */
public enum BulkField {
    OWNER("owner_id", "owner") {
        @Override
        EditCommand command(@Nullable String value) {
            return edit(null, null, null, value == null ? null : UUID.fromString(value), clears(value));
        }
    },
    TARGET_DATE("target_date", "targetDate") {
        @Override
        EditCommand command(@Nullable String value) {
            return edit(null, value == null ? null : LocalDate.parse(value), null, null, clears(value));
        }
    },
    PRIORITY("priority", "priority") {
        @Override
        EditCommand command(@Nullable String value) {
            return edit(null, null, Boolean.valueOf(value), null, Set.of());
        }
    },
    /** One theme more; what there is stays. */
    THEME("themes", "themes") {
        @Override
        EditCommand command(@Nullable String value) {
            return edit(words(value), null, null, null, Set.of());
        }

        @Override
        @Nullable
        String target(@Nullable String before, @Nullable String wish) {
            return String.join(
                    ",",
                    Stream.concat(words(before).stream(), words(wish).stream())
                            .distinct()
                            .toList());
        }
    };

    private final String column;
    private final String name;

    BulkField(String column, String name) {
        this.column = column;
        this.name = name;
    }

    String column() {
        return column;
    }

    /** The change that gives an item this value. */
    abstract EditCommand command(@Nullable String value);

    /** What an item will have, where it has this and that is wished for. */
    @Nullable
    String target(@Nullable String before, @Nullable String wish) {
        return wish;
    }

    Set<String> clears(@Nullable String value) {
        return value == null ? Set.of(name) : Set.of();
    }

    private static List<String> words(@Nullable String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(","))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private static EditCommand edit(
            @Nullable List<String> themes,
            @Nullable LocalDate targetDate,
            @Nullable Boolean priority,
            @Nullable UUID owner,
            Set<String> clears) {
        return new EditCommand(null, null, null, null, null, themes, null, targetDate, priority, owner, clears);
    }
}
