package org.rumbo.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Ambition;
import org.rumbo.recommendation.RecommendationCode;

/** An item of the demonstration while its story is played: what was made for it so far, and the words about it. */
final class DemoItem {
    private final DemoScript.Item item;
    private final Map<String, List<String>> words;
    private final Map<UUID, Ambition> unmet = new LinkedHashMap<>();
    private final List<UUID> documents = new ArrayList<>();
    private final int number;
    private @Nullable RecommendationCode code;
    private int said;

    DemoItem(DemoScript.Item item, DemoScript script, int number) {
        this.item = item;
        this.words = Objects.requireNonNull(script.words().get(item.language()));
        this.number = number;
        this.code = item.code() == null ? null : new RecommendationCode(item.code());
    }

    RecommendationCode code() {
        return Objects.requireNonNull(code);
    }

    void named(RecommendationCode given) {
        code = given;
    }

    DemoScript.Item item() {
        return item;
    }

    /** Tells items apart where something should differ from one to the next. */
    int number() {
        return number;
    }

    /** The next of the phrases for an occasion, about this item. */
    String say(String occasion) {
        var phrases = Objects.requireNonNull(words.get(occasion), occasion);
        said++;
        return about(phrases.get((number + said) % phrases.size()));
    }

    /** All phrases for an occasion, about this item. */
    List<String> sayAll(String occasion) {
        return Objects.requireNonNull(words.get(occasion), occasion).stream()
                .map(this::about)
                .toList();
    }

    private String about(String phrase) {
        var text = phrase.replace("{topic}", item.topic())
                .replace("{addressee}", item.addressee())
                .replace("{n}", String.valueOf(11 + (number * 37 + said * 13) % 180));
        return text.substring(0, 1).toUpperCase(item.written().locale()) + text.substring(1);
    }

    Map<UUID, Ambition> unmet() {
        return unmet;
    }

    List<UUID> documents() {
        return documents;
    }

    UUID lastDocument() {
        return documents.get(documents.size() - 1);
    }
}
