package org.rumbo.recommendation.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rumbo.team.Actor;
import org.rumbo.team.People;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Says in words what the address of a list asks for. */
@Component
class ListWords {
    /** Filters whose value says all. */
    private static final Set<String> ALONE = Set.of("due", "mine", "stale", "verified", "priority");

    private final MessageSource messages;
    private final People people;

    ListWords(MessageSource messages, People people) {
        this.messages = messages;
        this.people = people;
    }

    /** An active filter, and the address without it. */
    record Chip(String text, String href) {}

    List<Chip> chips(ListAddress address) {
        return address.filters().stream()
                .flatMap(name -> address.all(name).stream()
                        .map(value -> new Chip(
                                text(name, value), address.without(name, value).href())))
                .toList();
    }

    /** What a kept query asks for, filter by filter. */
    List<String> filters(ListAddress address) {
        return chips(address).stream().map(Chip::text).toList();
    }

    private String text(String name, String value) {
        var word = word(name, value);
        return ALONE.contains(name) ? word : message("list.chip." + name, word);
    }

    private String word(String name, String value) {
        return switch (name) {
            case "country", "state", "theme", "position", "level" -> message(name + "." + value);
            case "step" -> message("next." + value);
            case "due" -> message("list.by." + value);
            case "origin" -> message("list.origin." + value);
            case "mine", "stale", "verified", "priority" -> message("list.only." + name);
            case "owner" -> people.ever(UUID.fromString(value)).map(Actor::name).orElse(value);
            default -> value;
        };
    }

    /** What became of one of many: a word of its own, or the name of the refusal or rule. */
    String outcome(String name) {
        var codes = new String[] {"bulk.outcome." + name, "problem." + name, "rule." + name};
        return messages.getMessage(
                new DefaultMessageSourceResolvable(codes, null, name), LocaleContextHolder.getLocale());
    }

    String message(String key, Object... facts) {
        Locale locale = LocaleContextHolder.getLocale();
        return Objects.requireNonNull(messages.getMessage(key, facts.length == 0 ? null : facts, key, locale));
    }
}
