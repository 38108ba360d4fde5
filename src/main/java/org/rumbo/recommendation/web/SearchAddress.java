package org.rumbo.recommendation.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.SearchKind;
import org.rumbo.recommendation.SearchRequest;
import org.rumbo.recommendation.State;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InputText;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a search: what is looked for, and where. What templates call is public. */
record SearchAddress(Map<String, String> parameters) {
    private static final List<String> NAMES = List.of("q", "country", "state", "kind", "after");
    private static final int LONGEST = 200;
    private static final int PAGE = 20;

    /** Places as readers think of them; each holds one or more kinds of text. */
    enum Place {
        TEXTS(SearchKind.CODE, SearchKind.TITLE, SearchKind.SUMMARY, SearchKind.ADDRESSEE, SearchKind.READING),
        MARKERS(SearchKind.MARKER),
        EVIDENCE(SearchKind.EVIDENCE),
        NOTES(SearchKind.NOTE),
        COMMENTS(SearchKind.COMMENT),
        THEMES(SearchKind.THEME);

        private final List<SearchKind> kinds;

        Place(SearchKind... kinds) {
            this.kinds = List.of(kinds);
        }
    }

    static SearchAddress of(MultiValueMap<String, String> typed) {
        var kept = new LinkedHashMap<String, String>();
        for (var name : NAMES) {
            var text = new InputText().optional(name, typed.getFirst(name), Integer.MAX_VALUE);
            if (text != null) {
                kept.put(name, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
        }
        return new SearchAddress(kept);
    }

    public @Nullable String one(String name) {
        return parameters.get(name);
    }

    public String query() {
        return Objects.requireNonNullElse(one("q"), "");
    }

    public boolean isFiltered() {
        return parameters.containsKey("country") || parameters.containsKey("state") || parameters.containsKey("kind");
    }

    boolean isPlain() {
        return !isFiltered() && one("after") == null;
    }

    SearchAddress without(String... names) {
        var rest = new LinkedHashMap<>(parameters);
        Arrays.asList(names).forEach(rest::remove);
        return new SearchAddress(rest);
    }

    SearchAddress with(String name, String value) {
        var changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return new SearchAddress(changed);
    }

    public String href() {
        var address = UriComponentsBuilder.fromPath("/search");
        parameters.keySet().forEach(name -> address.queryParam(name, "{value}"));
        return address.encode().buildAndExpand(parameters.values().toArray()).toUriString();
    }

    SearchRequest request(Language language) {
        var country = one("country");
        var state = one("state");
        var kind = one("kind");
        return new SearchRequest(
                query(),
                country == null ? List.of() : List.of(CountryCode.of(country)),
                state == null ? List.of() : List.of(constant("state", State.values(), state)),
                kind == null ? List.of(SearchKind.values()) : constant("kind", Place.values(), kind).kinds,
                language,
                PAGE,
                one("after"));
    }

    private static <T extends Enum<T>> T constant(String field, T[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> DomainException.malformed(field));
    }
}
