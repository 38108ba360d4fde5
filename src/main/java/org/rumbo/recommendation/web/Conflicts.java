package org.rumbo.recommendation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.MarkerView;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.shared.Language;
import org.rumbo.shared.TypedDay;
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

    List<Conflict> between(EditForm mine, EditForm theirs, Choices choices, List<Actor> team) {
        var there = theirs.texts();
        var drawn = FieldMarks.read(mine.base());
        var found = new ArrayList<Conflict>();
        mine.texts().forEach((field, here) -> {
            if (!Objects.equals(here, there.get(field))) {
                found.add(new Conflict(
                        field,
                        label(field),
                        language(field),
                        shown(field, there.get(field), team),
                        shown(field, here, team),
                        choices.proposesTheirs(field, drawn.differ(field, here))));
            }
        });
        return found;
    }

    List<Conflict> between(MarkerController.MarkerForm mine, MarkerView theirs, Choices choices) {
        var found = new ArrayList<Conflict>();
        var words = FieldMarks.plain(mine.text());
        if (!Objects.equals(words, theirs.text())) {
            found.add(new Conflict("text", label("marker"), null, theirs.text(), words, choices.theirs("text")));
        }
        if (mine.ambition() != null && mine.ambition() != theirs.ambition()) {
            found.add(new Conflict(
                    "ambition",
                    label("ambition"),
                    null,
                    text("ambition." + theirs.ambition()),
                    text("ambition." + mine.ambition()),
                    choices.theirs("ambition")));
        }
        return found;
    }

    /** A position, its day and its source belong together: one is taken, not half of each. */
    List<Conflict> between(PositionController.PositionForm mine, RecommendationView.Facts theirs, Choices choices) {
        var there = sentence(
                text("position." + theirs.position()), TypedDay.of(theirs.positionOn()), theirs.positionSource());
        var here = sentence(
                mine.position() == null ? null : text("position." + mine.position()), mine.on(), mine.source());
        return List.of(new Conflict("position", label("position"), null, there, here, choices.theirs("position")));
    }

    private static String sentence(@Nullable String what, @Nullable TypedDay on, @Nullable String source) {
        var parts = new ArrayList<String>();
        for (var part : new @Nullable String[] {what, on == null ? null : on.asText(), FieldMarks.plain(source)}) {
            if (part != null) {
                parts.add(part);
            }
        }
        return String.join("\n", parts);
    }

    private @Nullable String shown(String field, @Nullable String value, List<Actor> team) {
        if (value == null) {
            return null;
        }
        var locale = LocaleContextHolder.getLocale();
        return switch (field) {
            case "themes" -> themes(value, locale);
            case "priority" -> text(Boolean.parseBoolean(value) ? "answer.yes" : "answer.no");
            case "owner" -> name(value, team);
            default -> value;
        };
    }

    private static @Nullable String language(String field) {
        return field.startsWith("title.") || field.startsWith("summary.")
                ? field.substring(field.indexOf('.') + 1)
                : null;
    }

    private String label(String field) {
        var language = language(field);
        return language == null
                ? text("facts." + field)
                : text("facts." + field.substring(0, field.indexOf('.')) + "Text") + " ("
                        + text("language." + Language.of(language).orElseThrow().tag()) + ")";
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private String themes(String themes, Locale locale) {
        return List.of(themes.split(",")).stream()
                .map(theme -> messages.getMessage("theme." + theme, null, theme, locale))
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String name(String person, List<Actor> team) {
        return team.stream()
                .filter(actor -> actor.id().equals(UUID.fromString(person)))
                .map(Actor::name)
                .findFirst()
                .orElse(null);
    }
}
