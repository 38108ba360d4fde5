package org.rumbo.recommendation.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.EditCommand;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InputText;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a {@code PATCH}: what is absent stays, what is null is emptied. */
record EditBody(
        @Nullable String title,
        @Nullable String summary,
        @Nullable String language,
        @Nullable String addressee,
        @Nullable String reading,
        @Nullable List<String> themes,
        @Nullable List<Integer> sdgs,
        @Nullable LocalDate targetDate,
        @Nullable Boolean priority,
        @Nullable String owner) {
    private static final Set<String> CLEARABLE = Set.of("addressee", "reading", "targetDate", "owner");

    static EditCommand command(JsonNode body, JsonMapper json, People people) {
        if (!body.isObject()) {
            throw DomainException.malformed("body");
        }
        var clears = new HashSet<String>();
        for (var field : body.properties()) {
            if (field.getValue().isNull()) {
                if (!CLEARABLE.contains(field.getKey())) {
                    throw DomainException.malformed(field.getKey());
                }
                clears.add(field.getKey());
            }
        }
        return json.treeToValue(body, EditBody.class).toCommand(clears, people);
    }

    private EditCommand toCommand(Set<String> clears, People people) {
        var input = new InputText();
        var command = new EditCommand(
                language == null
                        ? null
                        : Language.of(language).orElseThrow(() -> DomainException.malformed("language")),
                title == null ? null : input.required("title", title, Bodies.TITLE, "title-required"),
                summary == null ? null : input.required("summary", summary, Bodies.PARAGRAPH, "summary-required"),
                text(input, "addressee", addressee, Bodies.LINE, clears),
                text(input, "reading", reading, Bodies.PARAGRAPH, clears),
                themes,
                sdgs,
                targetDate,
                priority,
                ownerId(people, input),
                clears);
        input.check();
        return command;
    }

    private static @Nullable String text(
            InputText input, String field, @Nullable String typed, int most, Set<String> clears) {
        var text = input.optional(field, typed, most);
        if (typed != null && text == null) {
            clears.add(field);
        }
        return text;
    }

    private @Nullable UUID ownerId(People people, InputText input) {
        if (owner == null) {
            return null;
        }
        var person = people.byLogin(owner).map(Actor::id);
        if (person.isEmpty()) {
            input.violated("owner", "owner-of-the-team");
        }
        return person.orElse(null);
    }
}
