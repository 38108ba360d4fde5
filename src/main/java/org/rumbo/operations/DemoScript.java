package org.rumbo.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What happened in the network of a demonstration, as it is written in {@code seeds/demo-network.yml}.
 *
 * @param days how long all of it took
 * @param reports the days on which a report was published
 * @param rounds the update rounds; one whose cut-off is still to come runs
 * @param stories named courses of events, each line a day and what happened on it
 * @param items which story each item of the paper had
 * @param proposals the same of the teams' own items
 * @param words what people wrote, by language and occasion
 */
record DemoScript(
        int days,
        List<Integer> reports,
        List<Round> rounds,
        Map<String, List<String>> stories,
        List<Item> items,
        List<Proposal> proposals,
        Map<String, Map<String, List<String>>> words) {
    private static final ClassPathResource FILE = new ClassPathResource("seeds/demo-network.yml");

    static DemoScript read() {
        try (InputStream file = FILE.getInputStream()) {
            return YAMLMapper.builder().build().readValue(file, DemoScript.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @param code the item's code; null for a proposal, whose code is given when it is made
     * @param language in which its team writes
     * @param kind what has to come about: a law, a body, a budget, an agreement, a practice
     * @param topic what it is about, with its article
     * @param shift how many days later than in the story all of it happened
     */
    record Item(
            @Nullable String code,
            String country,
            String language,
            String kind,
            String addressee,
            String topic,
            String story,
            int shift) {
        Language written() {
            return Language.of(language).orElseThrow();
        }
    }

    record Proposal(int day, String title, String summary, Item item) {}

    /**
     * An update round.
     *
     * @param due until when teams should answer, and {@code cutOff} when it closes, in days since it opened
     * @param teams in which language each team writes and what became of its part: accepted, submitted, returned, begun or
     *     silent
     */
    record Round(int day, String name, int due, int cutOff, Map<String, Part> teams) {
        record Part(String language, String how) {}
    }

    /** One line of a story: on that day this was done. */
    record Step(int day, String verb, List<String> words) {
        static Step of(String line) {
            var parts = List.of(line.split(" "));
            return new Step(Integer.parseInt(parts.get(0)), parts.get(1), parts.subList(2, parts.size()));
        }

        /** The word at that place; the other where there are fewer. */
        String word(int place, String otherwise) {
            return place < words.size() ? words.get(place) : otherwise;
        }
    }

    List<Step> steps(Item item) {
        var steps = new ArrayList<Step>();
        for (var line : Objects.requireNonNull(stories.get(item.story()), item.story())) {
            var step = Step.of(line);
            steps.add(new Step(Math.min(step.day() + item.shift(), days - 1), step.verb(), step.words()));
        }
        return steps;
    }
}
