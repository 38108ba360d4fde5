package org.rumbo.recommendation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Takes a recommendation's own texts apart for the search: as they are, and as they were last confirmed. */
@Component
class SearchParts {
    private final MessageSource messages;

    SearchParts(MessageSource messages) {
        this.messages = messages;
    }

    private record Place(SearchKind kind, String id, String language) {}

    /** What is the same for all readers stands once. */
    List<SearchPart> of(RecommendationView.Facts now, RecommendationView.@Nullable Facts confirmed) {
        var full = texts(now);
        var outside = confirmed == null ? Map.<Place, String>of() : texts(confirmed);
        var parts = new ArrayList<SearchPart>();
        full.forEach((place, text) ->
                parts.add(part(place, text.equals(outside.get(place)) ? SearchReaders.ALL : SearchReaders.FULL, text)));
        outside.forEach((place, text) -> {
            if (!text.equals(full.get(place))) {
                parts.add(part(place, SearchReaders.OUTSIDE, text));
            }
        });
        return parts;
    }

    List<SearchPart> of(List<Evidence> documents) {
        return documents.stream()
                .map(document -> new SearchPart(
                        SearchKind.EVIDENCE,
                        document.id().toString(),
                        document.language() == null ? "" : document.language(),
                        SearchReaders.of(document.visibility()),
                        document.issuer() == null ? document.title() : document.title() + ", " + document.issuer()))
                .toList();
    }

    private static SearchPart part(Place place, SearchReaders readers, String text) {
        return new SearchPart(place.kind(), place.id(), place.language(), readers, text);
    }

    private Map<Place, String> texts(RecommendationView.Facts facts) {
        var texts = new LinkedHashMap<Place, String>();
        texts.put(new Place(SearchKind.CODE, "", ""), facts.code());
        facts.titles().forEach((tag, title) -> texts.put(new Place(SearchKind.TITLE, "", tag), title));
        facts.summaries().forEach((tag, summary) -> texts.put(new Place(SearchKind.SUMMARY, "", tag), summary));
        put(texts, SearchKind.ADDRESSEE, facts.addressee());
        facts.readings().forEach((tag, reading) -> texts.put(new Place(SearchKind.READING, "", tag), reading));
        if (facts.readings().isEmpty()) {
            put(texts, SearchKind.READING, facts.reading());
        }
        facts.markers()
                .forEach(marker ->
                        texts.put(new Place(SearchKind.MARKER, marker.id().toString(), ""), marker.text()));
        if (!facts.themes().isEmpty()) {
            put(texts, SearchKind.THEME, String.join(" ", facts.themes()));
            for (var language : Language.values()) {
                texts.put(new Place(SearchKind.THEME, "", language.tag()), names(facts.themes(), language));
            }
        }
        return texts;
    }

    private static void put(Map<Place, String> texts, SearchKind kind, @Nullable String text) {
        if (text != null) {
            texts.put(new Place(kind, "", ""), text);
        }
    }

    private String names(List<String> themes, Language language) {
        return themes.stream()
                .map(theme -> String.valueOf(messages.getMessage("theme." + theme, null, theme, language.locale())))
                .collect(Collectors.joining(", "));
    }
}
