package org.rumbo.recommendation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.ClaimView;
import org.rumbo.recommendation.CloseReason;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.MarkerView;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.recommendation.State;
import org.rumbo.shared.DayInWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A recommendation as it was last confirmed beside what it will be once the claim is confirmed. Whoever confirms a claim also
 * confirms what the team changed since.
 */
@Component
class ClaimComparison {
    private final MessageSource messages;

    ClaimComparison(MessageSource messages) {
        this.messages = messages;
    }

    /** One field in words; {@code label} is a message key. */
    record Row(String label, WordDiff words) {}

    /** The state before and after, of which each is closed for a reason or not. */
    record Step(
            State from,
            @Nullable CloseReason fromReason,
            State to,
            @Nullable CloseReason toReason) {}

    /** @param statement what the claim says, beside what it said before it was returned */
    record Compared(
            Step step,
            List<Row> changed,
            List<Row> same,
            @Nullable WordDiff statement) {}

    Compared of(RecommendationView.Facts before, RecommendationView.Facts now, ClaimView claim, Locale locale) {
        var rows = new ArrayList<Row>();
        rows.add(row(
                "list.state",
                state(before.state(), before.closeReason(), locale),
                state(claim.to(), claim.closeReason(), locale)));
        var level = claim.level() == null ? before.level().validated() : claim.level();
        rows.add(row("facts.level.validated", word(before.level().validated(), locale), word(level, locale)));
        rows.add(row("section.markers", markers(before.markers(), locale), markers(now.markers(), locale)));
        rows.add(row("facts.reading", before.reading(), now.reading()));
        rows.add(row("facts.addressee", before.addressee(), now.addressee()));
        rows.add(row("facts.targetDate", day(before.targetDate(), locale), day(now.targetDate(), locale)));
        rows.add(row(
                "facts.position",
                text("position." + before.position(), locale),
                text("position." + now.position(), locale)));
        rows.add(row("facts.themes", themes(before, locale), themes(now, locale)));
        rows.add(row("facts.titleText", before.title(), now.title()));
        rows.add(row("facts.summaryText", before.summary(), now.summary()));
        var earlier = claim.earlier();
        return new Compared(
                new Step(before.state(), before.closeReason(), claim.to(), claim.closeReason()),
                rows.stream().filter(row -> row.words().differs()).toList(),
                rows.stream().filter(row -> !row.words().differs()).toList(),
                earlier == null ? null : WordDiff.of(earlier.statement(), claim.statement()));
    }

    private static Row row(String label, @Nullable String before, @Nullable String after) {
        return new Row(label, WordDiff.of(before, after));
    }

    private String state(State state, @Nullable CloseReason reason, Locale locale) {
        return state == State.CLOSED && reason != null
                ? messages.getMessage("route.closedWith", new Object[] {text("closeReason." + reason, locale)}, locale)
                : text("state." + state, locale);
    }

    private String word(Level level, Locale locale) {
        return text("level." + level, locale);
    }

    private @Nullable String markers(List<MarkerView> markers, Locale locale) {
        return markers.isEmpty()
                ? null
                : markers.stream()
                        .map(marker -> marker.text() + " ("
                                + text(marker.met() ? "markers.met" : "markers.notMet", locale) + ")")
                        .collect(Collectors.joining("\n\n"));
    }

    private @Nullable String day(@Nullable LocalDate day, Locale locale) {
        return day == null ? null : DayInWords.of(day, messages, locale);
    }

    private @Nullable String themes(RecommendationView.Facts facts, Locale locale) {
        return facts.themes().isEmpty()
                ? null
                : facts.themes().stream()
                        .map(theme -> text("theme." + theme, locale))
                        .collect(Collectors.joining(", "));
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }
}
