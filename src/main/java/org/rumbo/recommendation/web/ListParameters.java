package org.rumbo.recommendation.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationFilter;
import org.rumbo.recommendation.State;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InputText;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;

/** Reads the parameters of a list; an empty one is one that is not there. */
record ListParameters(
        @Nullable List<String> country,
        @Nullable List<String> state,
        @Nullable List<String> theme,
        @Nullable String addressee,
        @Nullable String q,
        @Nullable String overdue,
        @Nullable String stale,
        @Nullable String mine,
        @Nullable String verified,
        @Nullable String sort,
        @Nullable String limit,
        @Nullable String after) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int LONGEST = 200;
    private static final Map<String, RecommendationFilter.Sort> SORTS = Map.of(
            "code", RecommendationFilter.Sort.CODE,
            "-updated", RecommendationFilter.Sort.NEWEST,
            "due", RecommendationFilter.Sort.DUE);

    RecommendationFilter toFilter(Network network) {
        return new RecommendationFilter(
                        values(country, CountryCode::new),
                        values(state, name -> constant("state", name)),
                        values(theme, slug -> known(slug, network)),
                        text("addressee", addressee),
                        text("q", q),
                        flag("overdue", overdue),
                        flag("stale", stale),
                        flag("mine", mine),
                        order(),
                        size(),
                        blank(after) ? null : after)
                .onlyUnverified(notVerified());
    }

    private boolean notVerified() {
        if (blank(verified)) {
            return false;
        }
        if (!"no".equals(verified)) {
            throw DomainException.malformed("verified");
        }
        return true;
    }

    private static <T> List<T> values(@Nullable List<String> given, Function<String, T> read) {
        return given == null
                ? List.of()
                : given.stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .filter(value -> !value.isBlank())
                        .map(read)
                        .distinct()
                        .toList();
    }

    private static State constant(String field, String name) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> DomainException.malformed(field));
    }

    private static String known(String slug, Network network) {
        if (!network.themes().contains(slug)) {
            throw DomainException.malformed("theme");
        }
        return slug;
    }

    private static @Nullable String text(String field, @Nullable String value) {
        var input = new InputText();
        var text = input.optional(field, value, LONGEST);
        if (text != null && text.length() > LONGEST) {
            throw DomainException.malformed(field);
        }
        return text;
    }

    private static boolean flag(String field, @Nullable String value) {
        if (value == null || blank(value) || value.equals("false")) {
            return false;
        }
        if (!value.equals("true")) {
            throw DomainException.malformed(field);
        }
        return true;
    }

    private RecommendationFilter.Sort order() {
        if (sort == null || blank(sort)) {
            return RecommendationFilter.Sort.CODE;
        }
        var order = SORTS.get(sort);
        if (order == null) {
            throw DomainException.malformed("sort");
        }
        return order;
    }

    private int size() {
        if (limit == null || blank(limit)) {
            return DEFAULT_LIMIT;
        }
        try {
            var size = Integer.parseInt(limit);
            if (size >= 1 && size <= RecommendationFilter.MOST) {
                return size;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number out of range
        }
        throw DomainException.malformed("limit");
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
