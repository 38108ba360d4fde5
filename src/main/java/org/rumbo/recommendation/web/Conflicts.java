package org.rumbo.recommendation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sets mine beside theirs, field by field, where somebody changed a recommendation while it was being edited. */
@Component
class Conflicts {
    private final MessageSource messages;

    Conflicts(MessageSource messages) {
        this.messages = messages;
    }

    List<Conflict> between(EditForm mine, EditForm theirs, List<Actor> team) {
        var locale = LocaleContextHolder.getLocale();
        var found = new ArrayList<Conflict>();
        add(found, "addressee", label("addressee", locale), theirs.addressee(), mine.addressee());
        add(found, "reading", label("reading", locale), theirs.reading(), mine.reading());
        add(found, "targetDate", label("targetDate", locale), day(theirs.targetDate()), day(mine.targetDate()));
        add(found, "themes", label("themes", locale), themes(theirs.themes(), locale), themes(mine.themes(), locale));
        add(found, "sdgs", label("sdgs", locale), theirs.sdgs(), mine.sdgs());
        add(found, "priority", label("priority", locale), yes(theirs.priority(), locale), yes(mine.priority(), locale));
        add(found, "owner", label("owner", locale), name(theirs.owner(), team), name(mine.owner(), team));
        for (var language : Language.values()) {
            texts(found, "title", language, theirs.title(), mine.title(), locale);
            texts(found, "summary", language, theirs.summary(), mine.summary(), locale);
        }
        return found;
    }

    private void texts(
            List<Conflict> found,
            String field,
            Language language,
            @Nullable LanguageTexts theirs,
            @Nullable LanguageTexts mine,
            Locale locale) {
        add(
                found,
                field + "." + language.tag(),
                label(field + "Text", locale) + " (" + messages.getMessage("language." + language.tag(), null, locale)
                        + ")",
                theirs == null ? null : theirs.in(language),
                mine == null ? null : mine.in(language));
    }

    private static void add(
            List<Conflict> found, String field, String label, @Nullable String theirs, @Nullable String mine) {
        var there = blankToNull(theirs);
        var here = blankToNull(mine);
        if (!Objects.equals(there, here)) {
            found.add(new Conflict(field, label, there, here));
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip().replace("\r\n", "\n");
    }

    private String label(String field, Locale locale) {
        return messages.getMessage("facts." + field, null, locale);
    }

    private static @Nullable String day(@Nullable DayInput day) {
        return day == null || day.isBlank()
                ? null
                : String.join(
                        ".",
                        Objects.requireNonNullElse(day.day(), ""),
                        Objects.requireNonNullElse(day.month(), ""),
                        Objects.requireNonNullElse(day.year(), ""));
    }

    private @Nullable String themes(@Nullable List<String> themes, Locale locale) {
        return themes == null
                ? null
                : themes.stream()
                        .map(theme -> messages.getMessage("theme." + theme, null, theme, locale))
                        .collect(Collectors.joining(", "));
    }

    private String yes(@Nullable Boolean value, Locale locale) {
        return messages.getMessage(Boolean.TRUE.equals(value) ? "answer.yes" : "answer.no", null, locale);
    }

    private static @Nullable String name(@Nullable UUID person, List<Actor> team) {
        return team.stream()
                .filter(actor -> actor.id().equals(person))
                .map(Actor::name)
                .findFirst()
                .orElse(null);
    }
}
