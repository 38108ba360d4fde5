package org.rumbo.source.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.InputText;
import org.rumbo.source.DecisionOfPassage;
import org.rumbo.source.ImportView;
import org.rumbo.team.CountryCode;

/**
 * What a director decides of one passage, as typed.
 *
 * @param decision {@code ACCEPT}, {@code SPLIT} or {@code SKIP}
 * @param text the passage as it should have been read
 * @param parts its parts, an empty line between them
 * @param partTitles one on each line, in the order of the parts; an empty line leaves the proposed one
 */
record PassageForm(
        @Nullable String decision,
        @Nullable List<String> countries,
        @Nullable String text,
        @Nullable String title,
        @Nullable String summary,
        @Nullable List<String> themes,
        @Nullable String parts,
        @Nullable String partTitles,
        @Nullable String reason) {
    static final String ACCEPT = "ACCEPT";
    static final String SPLIT = "SPLIT";
    static final String SKIP = "SKIP";
    static final List<String> DECISIONS = List.of(ACCEPT, SPLIT, SKIP);

    private static final int TEXT = 20000;
    private static final int TITLE = 300;
    private static final int SUMMARY = 4000;
    private static final int REASON = 2000;

    /** What was decided already, else the passage as it was found. */
    static PassageForm of(ImportView.PassageFound passage) {
        var decided = passage.decision();
        if (decided == null) {
            var own = passage.country() == null ? List.<String>of() : List.of(passage.country());
            return new PassageForm(null, own, passage.text(), null, null, List.of(), passage.text(), null, null);
        }
        var items = decided.items();
        var whole =
                items.stream().filter(item -> item.part() == null).findFirst().orElse(null);
        if (whole == null) {
            return new PassageForm(
                    SKIP, List.of(), passage.text(), null, null, List.of(), passage.text(), null, decided.reason());
        }
        var split = items.stream()
                .filter(item -> item.part() != null && item.country().equals(whole.country()))
                .toList();
        var parts = split.stream().map(ImportView.Becomes::corrected).collect(Collectors.joining("\n\n"));
        var titles = split.stream().map(ImportView.Becomes::title).collect(Collectors.joining("\n"));
        var text = whole.corrected() == null ? passage.text() : whole.corrected();
        return new PassageForm(
                parts.isEmpty() ? ACCEPT : SPLIT,
                items.stream().map(ImportView.Becomes::country).distinct().toList(),
                text,
                whole.title().equals(passage.suggestedTitle()) ? null : whole.title(),
                whole.summary(),
                whole.themes(),
                parts.isEmpty() ? text : parts,
                titles,
                null);
    }

    /** Whether that country is chosen. */
    public boolean hasCountry(String country) {
        return countries != null && countries.contains(country);
    }

    /** Whether that theme is chosen. */
    public boolean hasTheme(String theme) {
        return themes != null && themes.contains(theme);
    }

    /**
     * Refuses (422) what cannot be read.
     *
     * @param read the passage's exact words: what is the same corrects nothing
     */
    DecisionOfPassage toCommand(int passage, String read) {
        var input = new InputText();
        if (decision == null || !DECISIONS.contains(decision)) {
            input.violated("decision", "decision-required");
        }
        if (SKIP.equals(decision)) {
            var why = input.optional("reason", lines(reason), REASON);
            input.check();
            return new DecisionOfPassage(
                    passage, DecisionOfPassage.Verdict.SKIP, List.of(), null, null, null, List.of(), List.of(), why);
        }
        var chosen = Objects.requireNonNullElse(countries, List.<String>of());
        if (chosen.isEmpty()) {
            input.violated("countries", "country-required");
        }
        var corrected = isAsRead(read) ? null : input.optional("text", lines(text), TEXT);
        var words = input.optional("title", lines(title), TITLE);
        var ours = input.optional("summary", lines(summary), SUMMARY);
        var split = SPLIT.equals(decision) ? split(input) : List.<DecisionOfPassage.Part>of();
        input.check();
        return new DecisionOfPassage(
                passage,
                DecisionOfPassage.Verdict.ACCEPT,
                chosen.stream().map(CountryCode::of).toList(),
                corrected,
                words,
                ours,
                Objects.requireNonNullElse(themes, List.of()),
                split,
                null);
    }

    private boolean isAsRead(String read) {
        var typed = lines(text);
        return typed == null || typed.strip().equals(read.strip());
    }

    private List<DecisionOfPassage.Part> split(InputText input) {
        var typed = lines(parts);
        var named = lines(partTitles);
        var titles = named == null
                ? List.<String>of()
                : Arrays.asList(named.stripTrailing().split("\n"));
        var split = new ArrayList<DecisionOfPassage.Part>();
        for (var part : typed == null ? List.<String>of() : Arrays.asList(typed.split("\n\\s*\n"))) {
            var words = input.optional("parts", part, TEXT);
            if (words != null) {
                var title = split.size() < titles.size() ? titles.get(split.size()) : null;
                split.add(new DecisionOfPassage.Part(words, input.optional("partTitles", title, TITLE), null));
            }
        }
        if (split.size() < 2) {
            input.violated("parts", "parts-apart");
        } else if (titles.size() > split.size()) {
            input.violated("partTitles", "more-titles-than-parts");
        }
        return split;
    }

    /** Browsers send line ends as two characters. */
    private static @Nullable String lines(@Nullable String typed) {
        return typed == null ? null : typed.replace("\r\n", "\n");
    }
}
