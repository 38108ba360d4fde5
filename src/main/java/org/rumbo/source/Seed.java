package org.rumbo.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.LinkType;

/** A seed file as it is written; its schema is {@code seeds/seed.schema.json}. */
record Seed(
        PaperSeed paper,
        List<TeamSeed> teams,
        List<ChapterSeed> chapters,
        List<ItemSeed> recommendations,
        List<LinkSeed> links) {

    record PaperSeed(
            String key,
            String title,
            String language,
            @Nullable String isbn,
            String date,
            List<String> publishers,
            Map<String, Object> founding,
            Map<String, Object> summarises) {}

    record TeamSeed(String country, String institution, boolean institutionInferred) {}

    record ChapterSeed(
            int number,
            String country,
            String title,
            List<String> authors,
            @Nullable Integer recommendationsHeading) {}

    record ItemSeed(
            String code,
            String country,
            int chapter,
            String letter,
            @Nullable Integer page,
            boolean pageDerived,
            List<Integer> lines,
            @JsonProperty("class") @Nullable Integer actionability,
            List<String> themes,
            Map<String, String> title,
            Map<String, String> summary) {}

    record LinkSeed(String from, LinkType type, String to) {}
}
