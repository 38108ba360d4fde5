package org.rumbo.recommendation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.EditCommand;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.shared.Language;
import org.rumbo.shared.TypedDay;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * A recommendation's own fields as they are typed.
 *
 * @param sdgs goals as numbers with commas
 * @param base marks of what stood in the fields when the form was drawn
 */
record EditForm(
        @Nullable String addressee,
        @Nullable String reading,
        @Nullable TypedDay targetDate,
        @Nullable List<String> themes,
        @Nullable String sdgs,
        @Nullable Boolean priority,
        @Nullable UUID owner,
        @Nullable LanguageTexts title,
        @Nullable LanguageTexts summary,
        @Nullable String base,
        @Nullable String tag) {
    private static final LanguageTexts NOTHING = new LanguageTexts(null, null, null);

    EditForm {
        title = title == null ? null : title.inOneLine();
    }

    static EditForm of(RecommendationView.Facts facts, @Nullable UUID owner) {
        var there = now(facts, owner, null);
        return now(facts, owner, FieldMarks.write(there.texts()));
    }

    private static EditForm now(RecommendationView.Facts facts, @Nullable UUID owner, @Nullable String base) {
        return new EditForm(
                facts.addressee(),
                facts.reading(),
                TypedDay.of(facts.targetDate()),
                facts.themes(),
                facts.sdgs().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                facts.priority(),
                owner,
                LanguageTexts.of(facts.titles()),
                LanguageTexts.of(facts.summaries()),
                base,
                null);
    }

    /** Every field as text, for comparing; null where it is empty. */
    Map<String, @Nullable String> texts() {
        var all = new LinkedHashMap<String, @Nullable String>();
        all.put("addressee", FieldMarks.plain(addressee));
        all.put("reading", FieldMarks.plain(reading));
        all.put("targetDate", targetDate == null ? null : targetDate.asText());
        all.put("themes", themes == null ? null : FieldMarks.plain(String.join(",", themes)));
        all.put("sdgs", FieldMarks.plain(sdgs));
        all.put("priority", String.valueOf(Boolean.TRUE.equals(priority)));
        all.put("owner", owner == null ? null : owner.toString());
        for (var language : Language.values()) {
            all.put("title." + language.tag(), FieldMarks.plain(texts(title).in(language)));
            all.put("summary." + language.tag(), FieldMarks.plain(texts(summary).in(language)));
        }
        return all;
    }

    /** The changes against what stands there now, one command per language whose texts differ. */
    List<EditCommand> toCommands(RecommendationView.Facts now, @Nullable UUID ownerNow, Choices choices) {
        var check = new FormCheck();
        var own = Language.of(now.language()).orElse(Language.EN);
        check.required("title." + own.tag(), texts(title).in(own), Bodies.TITLE, "title-required");
        var commands = new ArrayList<EditCommand>();
        commands.add(facts(now, ownerNow, own, choices, check));
        for (var language : Language.values()) {
            var titleThere = text("title", title, language, now.titles().get(language.tag()), 300, choices, check);
            var summaryThere =
                    text("summary", summary, language, now.summaries().get(language.tag()), 4000, choices, check);
            if (titleThere != null || summaryThere != null) {
                commands.add(texts(language, titleThere, summaryThere));
            }
        }
        check.done();
        return commands;
    }

    private EditCommand facts(
            RecommendationView.Facts now, @Nullable UUID ownerNow, Language own, Choices choices, FormCheck check) {
        var clears = new HashSet<String>();
        var due = check.day("targetDate", targetDate);
        var chosenThemes = themes == null ? List.<String>of() : themes;
        var goals = goals(check);
        // The team agrees on a reading in the language in which it works.
        return new EditCommand(
                Language.of(LocaleContextHolder.getLocale()),
                null,
                null,
                changed("addressee", check.text("addressee", addressee, 500), now.addressee(), choices, clears),
                changed("reading", check.text("reading", reading, 4000), now.reading(), choices, clears),
                choices.theirs("themes") || chosenThemes.equals(now.themes()) ? null : chosenThemes,
                choices.theirs("sdgs") || goals.equals(now.sdgs()) ? null : goals,
                changed("targetDate", due, now.targetDate(), choices, clears),
                choices.theirs("priority") ? null : Boolean.TRUE.equals(priority),
                changed("owner", owner, ownerNow, choices, clears),
                Set.copyOf(clears));
    }

    private static EditCommand texts(Language language, @Nullable String title, @Nullable String summary) {
        return new EditCommand(language, title, summary, null, null, null, null, null, null, null, Set.of());
    }

    /** What was typed, where it differs; emptying a field that has something clears it. */
    private <T> @Nullable T changed(
            String field, @Nullable T typed, @Nullable T now, Choices choices, Set<String> clears) {
        if (choices.theirs(field) || Objects.equals(typed, now)) {
            return null;
        }
        if (typed == null) {
            clears.add(field);
        }
        return typed;
    }

    /** A translation that is left blank stays as it is: it can be worded anew, not removed. */
    private @Nullable String text(
            String field,
            @Nullable LanguageTexts typed,
            Language language,
            @Nullable String now,
            int longest,
            Choices choices,
            FormCheck check) {
        var name = field + "." + language.tag();
        var text = check.text(name, texts(typed).in(language), longest);
        return choices.theirs(name) || Objects.equals(text, now) ? null : text;
    }

    private List<Integer> goals(FormCheck check) {
        if (sdgs == null || sdgs.isBlank()) {
            return List.of();
        }
        try {
            return Arrays.stream(sdgs.strip().split("[,;\\s]+"))
                    .map(Integer::valueOf)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (NumberFormatException notNumbers) {
            check.refuse("sdgs", "goal-1-to-17");
            return List.of();
        }
    }

    private static LanguageTexts texts(@Nullable LanguageTexts typed) {
        return typed == null ? NOTHING : typed;
    }
}
