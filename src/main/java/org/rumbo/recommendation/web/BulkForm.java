package org.rumbo.recommendation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.BulkEditing.Ticked;
import org.rumbo.recommendation.BulkField;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.TypedDay;

/**
 * One change for many recommendations, as it is typed.
 *
 * @param id given with the page, so that sending it twice changes nothing twice
 * @param item code and version of each, with a blank between
 * @param owner a person's id, or {@code nobody}
 * @param back the query of the list from which they were ticked
 */
record BulkForm(
        @Nullable UUID id,
        BulkField field,
        @Nullable List<String> item,
        @Nullable String owner,
        @Nullable TypedDay targetDate,
        @Nullable Boolean priority,
        @Nullable String theme,
        @Nullable String back) {
    private static final String NOBODY = "nobody";

    BulkForm {
        field = field == null ? BulkField.OWNER : field;
    }

    static BulkForm empty(BulkField field, @Nullable String back) {
        return new BulkForm(UUID.randomUUID(), field, null, null, null, null, null, back);
    }

    List<String> items() {
        return Objects.requireNonNullElse(item, List.of());
    }

    List<String> codes() {
        return items().stream().map(one -> one.split(" ", 2)[0]).toList();
    }

    List<Ticked> ticked() {
        return items().stream()
                .distinct()
                .map(one -> one.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Ticked(new RecommendationCode(parts[0]), parts[1]))
                .toList();
    }

    UUID requiredId() {
        if (id == null) {
            throw DomainException.malformed("id");
        }
        return id;
    }

    /** What each is to have; null empties it. */
    @Nullable
    String value(List<String> themes) {
        var check = new FormCheck();
        if (ticked().isEmpty()) {
            check.refuse("item", "tick-one");
        }
        var value =
                switch (field) {
                    case OWNER -> owner(check);
                    case TARGET_DATE -> day(check).toString();
                    case PRIORITY -> String.valueOf(check.chosen("priority", priority, false));
                    case THEME -> theme(check, themes);
                };
        check.done();
        return value;
    }

    private @Nullable String owner(FormCheck check) {
        var chosen = check.chosen("owner", owner == null || owner.isBlank() ? null : owner, NOBODY);
        if (chosen.equals(NOBODY)) {
            return null;
        }
        try {
            return UUID.fromString(chosen).toString();
        } catch (IllegalArgumentException nobody) {
            throw DomainException.malformed("owner");
        }
    }

    private LocalDate day(FormCheck check) {
        return check.requiredDay("targetDate", targetDate);
    }

    private String theme(FormCheck check, List<String> themes) {
        var chosen = check.chosen("theme", theme == null || theme.isBlank() ? null : theme, "");
        if (!chosen.isEmpty() && !themes.contains(chosen)) {
            check.refuse("theme", "theme-of-the-network");
        }
        return chosen;
    }
}
