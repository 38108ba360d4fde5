package org.rumbo.exchange.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Which recommendations a file should hold, in the words of their list. */
record AskedParameters(
        @Nullable List<String> country,
        @Nullable List<String> state,
        @Nullable List<String> theme,
        @Nullable String addressee,
        @Nullable String q,
        @Nullable String overdue,
        @Nullable String stale,
        @Nullable String mine,
        @Nullable String verified,
        @Nullable String sort) {

    MultiValueMap<String, String> all() {
        var all = new LinkedMultiValueMap<String, String>();
        put(all, "country", country);
        put(all, "state", state);
        put(all, "theme", theme);
        put(all, "addressee", addressee);
        put(all, "q", q);
        put(all, "overdue", overdue);
        put(all, "stale", stale);
        put(all, "mine", mine);
        put(all, "verified", verified);
        put(all, "sort", sort);
        return all;
    }

    private static void put(MultiValueMap<String, String> all, String name, @Nullable List<String> values) {
        if (values != null) {
            all.put(name, values);
        }
    }

    private static void put(MultiValueMap<String, String> all, String name, @Nullable String value) {
        if (value != null) {
            all.add(name, value);
        }
    }
}
